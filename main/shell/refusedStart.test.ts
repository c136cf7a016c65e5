import { expect, test } from 'vitest';
import { refusedIn } from './refusedStart';

const refused = (args: readonly string[], env: Record<string, string> = {}) =>
  refusedIn({ args, env, platform: 'linux' }).map(({ what }) => what);

test.each([
  // The ones that are named where the app's protection is described.
  ...['--remote-debugging-port=0', '--remote-debugging-pipe', '--remote-allow-origins=*'],
  ...['--inspect', '--inspect=0', '--inspect-brk=127.0.0.1:9229', '--inspect-port=9229'],
  ...['--ignore-certificate-errors', '--ignore-certificate-errors-spki-list=AAAA'],
  ...['--proxy-server=10.0.0.1:3128', '--proxy-pac-url=http://a/b', '--proxy-bypass-list=*'],
  ...['--host-rules=MAP * 10.0.0.1', '--host-resolver-rules=MAP * 10.0.0.1', '--no-proxy-server'],
  ...['--ssl-key-log-file=/tmp/keys', '--log-net-log=/tmp/net.json', '--net-log-capture-mode=All'],
  ...['--auth-server-allowlist=*', '--auth-negotiate-delegate-whitelist=*'],
  ...['--unsafely-treat-insecure-origin-as-secure=http://a', '--allow-running-insecure-content'],
  ...['--no-sandbox', '--disable-gpu-sandbox', '--disable-seccomp-filter-sandbox', '--no-zygote'],
  ...['--no-zygote-sandbox', '--single-process', '--in-process-gpu', '--disable-web-security'],
  ...['--disable-site-isolation-trials', '--allow-file-access-from-files'],
  ...['--js-flags=--expose-gc', '--load-extension=/tmp/x', '--renderer-cmd-prefix=xterm -e'],
  ...['--gpu-launcher=strace', '--browser-subprocess-path=/tmp/x'],
  ...['--enable-logging', '--enable-logging=file', '--log-file=/tmp/log', '--v=3', '--vmodule=a=1'],
  ...['--trace-startup', '--use-fake-ui-for-media-stream', '--enable-blink-features=X'],
])('a release refuses %s', (argument) => {
  expect(refused([argument])).toEqual([argument.split('=')[0]]);
});

test.each([
  ...['--user-data-dir=/home/wang/files', '--lang=en-US', '--hidden', '--updated'],
  ...['--ozone-platform=wayland', '--ozone-platform-hint=auto', '--enable-wayland-ime'],
  ...['--force-device-scale-factor=1.5', '--high-dpi-support=1', '--gtk-version=4'],
  ...['--disable-gpu', '--use-gl=angle', '--force-renderer-accessibility', '--class=Staffroom'],
  ...['--password-store=kwallet6', '-psn_0_12345', '--original-process-start-time=133'],
  ...['--enable-features=UseOzonePlatform,WaylandWindowDecorations'],
  ...[
    'staffroom://message/1?--no-sandbox',
    '/etc/--inspect',
    '/debug.staffroom',
    'inspect',
    '-',
    '',
  ],
])('a release takes %s', (argument) => {
  expect(refused([argument])).toEqual([]);
});

test('one dash, capitals and space around it are no way past', () => {
  expect(refused(['-remote-debugging-port=0'])).toEqual(['-remote-debugging-port']);
  expect(refused(['--No-Sandbox'])).toEqual(['--No-Sandbox']);
  expect(refused([' --no-sandbox\n'])).toEqual(['--no-sandbox']);
});

test('a slash makes a switch on Windows alone, as to Chromium', () => {
  const args = ['/inspect=0', 'C:\\inspect'];
  expect(refusedIn({ args, env: {}, platform: 'win32' })).toMatchObject([{ what: '/inspect' }]);
  expect(refusedIn({ args, env: {}, platform: 'linux' })).toEqual([]);
});

test('of features it takes those about the display, and none hidden among them', () => {
  expect(refused(['--disable-features=NetworkServiceSandbox'])).toEqual(['--disable-features']);
  const mixed = '--enable-features=WaylandWindowDecorations,Evil';
  expect(refused([mixed])).toEqual(['--enable-features']);
  expect(refused(['--enable-features=WaylandWindowDecorations<Trial:a/b'])).not.toEqual([]);
});

test('what follows a lone -- is no switch', () => {
  expect(refused(['--', '--no-sandbox'])).toEqual([]);
  expect(refused(['--no-sandbox', '--'])).toEqual(['--no-sandbox']);
});

test('everything refused is told, each with what it would do, and never with its value', () => {
  const args = ['--hidden', '--inspect=0', '--proxy-server=http://wang:secret@10.0.0.1'];
  expect(refusedIn({ args, env: { SSLKEYLOGFILE: '/tmp/keys' }, platform: 'linux' })).toEqual([
    { kind: 'switch', what: '--inspect', name: 'inspect', harm: 'watched' },
    { kind: 'switch', what: '--proxy-server', name: 'proxy-server', harm: 'network' },
    { kind: 'variable', what: 'SSLKEYLOGFILE', name: 'SSLKEYLOGFILE', harm: 'network' },
  ]);
});

test('variables that would show or record what it does are refused; an empty one is none', () => {
  const dangerous = ['SSLKEYLOGFILE', 'ELECTRON_ENABLE_LOGGING', 'NODE_TLS_REJECT_UNAUTHORIZED'];
  for (const name of dangerous) {
    expect(refused([], { [name]: '0' })).toEqual([name]);
    expect(refused([], { [name]: '' })).toEqual([]);
  }
  expect(refused([], { HTTPS_PROXY: 'http://proxy:3128', NODE_OPTIONS: '--inspect' })).toEqual([]);
});
