/** What the app, as it is handed to people, does with a start that means no good. */
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './release';

test.skip(process.platform !== 'linux', 'reads /proc');

/** EX_USAGE (main/shell/refusal.ts). */
const refused = 64;

const dangerous = [
  '--remote-debugging-port=0',
  '-remote-debugging-pipe',
  '--inspect=0',
  '--no-sandbox',
  '--ignore-certificate-errors',
  '--proxy-server=127.0.0.1:9',
  '--host-resolver-rules=MAP * 127.0.0.1',
  '--js-flags=--expose-gc',
  '--enable-logging=stderr',
];

for (const argument of dangerous) {
  test(`a release does not run with ${argument}, says so, and touches nothing`, async ({
    start,
    tray,
    userData,
  }) => {
    const run = await start([argument]);
    const [name] = argument.split('=');
    await expect.poll(run.printed, { timeout: 20_000 }).toContain(`启动时带有 ${name}，`);
    await run.chromiumIsUp();
    expect(tray.count()).toBe(0);
    expect(await run.end()).toBe(refused);
    expect(run.printed()).not.toMatch(/(DevTools|Debugger) listening/);
    const own = ['settings.json', 'profile.json', 'messages', 'logs', 'window.json'];
    expect(readdirSync(userData).filter((file) => own.includes(file))).toEqual([]);
  });
}

test('a release does not write the keys of its connections where SSLKEYLOGFILE says', async ({
  start,
  folder,
}) => {
  const keys = join(folder, 'keys.txt');
  const run = await start([], { SSLKEYLOGFILE: keys });
  await expect.poll(run.printed, { timeout: 20_000 }).toContain('启动时带有 SSLKEYLOGFILE，');
  await run.chromiumIsUp();
  expect(await run.end()).toBe(refused);
  expect(existsSync(keys)).toBe(false);
});

test('a release told to be Node, or to load code first, is the app all the same', async ({
  start,
  tray,
  folder,
}) => {
  const proof = join(folder, 'it-ran');
  const script = join(folder, 'foreign.js');
  writeFileSync(script, `require('node:fs').writeFileSync(${JSON.stringify(proof)}, '')`);
  const asNode = await start([script], { ELECTRON_RUN_AS_NODE: '1' });
  await tray.item();
  expect(await asNode.end()).toBe(0);
  await expect.poll(() => tray.count()).toBe(0);
  const loading = await start([], { NODE_OPTIONS: `--require=${script} --inspect=0` });
  await tray.item();
  expect(await loading.end()).toBe(0);
  expect(existsSync(proof)).toBe(false);
  expect(loading.printed()).not.toContain('Debugger listening');
});

test('a release has no debugger that a signal would open', async ({ start, tray }) => {
  const run = await start([]);
  await tray.item();
  process.kill(run.pid, 'SIGUSR1');
  // Without Node's handler of it the signal ends the process.
  await expect.poll(() => tray.count()).toBe(0);
  expect(run.printed()).not.toContain('Debugger listening');
});

test('a release starts with what desktops and people may ask for', async ({ start, tray }) => {
  const display = ['--ozone-platform-hint=auto', '--force-device-scale-factor=1.5'];
  const run = await start(['--hidden', ...display, '--enable-features=WaylandWindowDecorations']);
  await tray.item();
  expect(run.printed()).not.toContain('启动时带有');
  expect(await run.end()).toBe(0);
});
