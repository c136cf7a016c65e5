/**
 * What a release refuses to start with: switches of Chromium and Node, and variables, by which whoever
 * starts the app could look into it or take its protection away. The fuses of the build
 * (electron-builder.yml) see to ELECTRON_RUN_AS_NODE, NODE_OPTIONS and NODE_EXTRA_CA_CERTS: these are
 * not refused but have no effect.
 */

/** What it would do to her. */
export type Harm =
  /** Another program could see and steer what the app does. */
  | 'watched'
  /** What it sends could be read, or go to somebody else. */
  | 'network'
  /** A page or a server could do more to the computer than it may. */
  | 'protection'
  /** Others' code would run inside it. */
  | 'code'
  /** What it handles would be written where it does not belong. */
  | 'written';

export interface Refused {
  readonly kind: 'switch' | 'variable';
  /** As it was written, without its value, which may tell something. */
  readonly what: string;
  /** Without dashes. */
  readonly name: string;
  readonly harm: Harm;
}

/**
 * Names without their dashes, in lower case; `*` stands for any letters. Sources: Electron's "Supported
 * Command Line Switches" and "Environment Variables", and Chromium's content_switches.cc,
 * sandbox_policy_switches.cc, network_switches.cc, base_switches.cc and V8's and Node's own options.
 */
const refusedSwitches: Record<Harm, readonly string[]> = {
  watched: [
    'remote-*', // remote-debugging-port, -pipe, -address, remote-allow-origins
    'inspect*',
    'debug*',
    'wait-for-debugger*',
    '*-startup-dialog',
    'devtools-*',
    'custom-devtools-frontend',
    'auto-open-devtools-for-tabs',
    'enable-automation',
    'auto-select-*', // a screen or a tab to be recorded, without a question
    'auto-accept-*',
    'use-fake-*', // a permission given without a question
    'use-file-for-fake-*',
    'test-type*',
    'run-web-tests',
    'expose-internals-for-testing',
    'enable-*-benchmarking', // gives pages chrome.* functions
  ],
  network: [
    'proxy-*',
    'no-proxy-server',
    'winhttp-proxy-resolver',
    'host-rules',
    'host-resolver-*',
    'ignore-certificate-errors*',
    'ignore-urlfetcher-cert-requests',
    'allow-insecure-localhost',
    'allow-running-insecure-content',
    'unsafely-*',
    'ssl-*', // ssl-key-log-file, ssl-version-min and -max
    'tls-*',
    '*cipher-suite-*',
    'auth-*', // servers that would get the system's own sign-in
    'enable-auth-negotiate-port',
    'disable-ntlm-v2',
    'testing-fixed-*',
    'webtransport-developer-mode',
    'origin-to-force-quic-on',
    'explicitly-allowed-ports',
  ],
  protection: [
    'no-sandbox',
    '*-no-sandbox',
    'no-*-sandbox',
    'disable-*sandbox',
    'no-zygote',
    'allow-sandbox-debugging',
    'single-process',
    'in-process-gpu',
    'disable-web-security',
    'disable-site-isolation*',
    'disable-ipc-flooding-protection',
    'reduce-security-for-testing',
    'allow-file-access*',
    'allow-universal-access-from-files',
    'enable-experimental-*',
    'enable-unsafe-*',
    '*-blink-features',
    '*-blink-test-features',
    '*-features', // but see `forTheDisplay`
    '*-fieldtrials',
    '*-fieldtrial-params',
    'field-trial-*',
    'variations-*',
    'disable-cookie-encryption',
    'use-mock-keychain',
  ],
  code: [
    'js-flags',
    'load-extension',
    'disable-extensions-except',
    '*-cmd-prefix',
    'gpu-launcher',
    'browser-subprocess-path',
    'register-pepper-plugins',
    'ppapi-*',
  ],
  written: [
    'enable-logging*',
    'log-*', // log-file, log-level, log-net-log
    'net-log-*',
    'v',
    'vmodule',
    'trace-*',
    'enable-tracing*',
    'dump-*',
    'diagnostic-dir',
    'crash-dumps-dir',
    'full-memory-crash-report',
  ],
};

/**
 * Of `--enable-features` and `--disable-features` most could take protection away; these are about how
 * windows get on the screen under Linux, and desktops and people do set them.
 */
const forTheDisplay =
  /^(UseOzonePlatform|Wayland\w*|Vulkan\w*|Vaapi\w*|AcceleratedVideo\w*|TouchpadOverscroll\w*)$/;

const refusedVariables: Readonly<Record<string, Harm>> = {
  SSLKEYLOGFILE: 'network',
  NODE_TLS_REJECT_UNAUTHORIZED: 'network',
  ELECTRON_ENABLE_LOGGING: 'written',
  ELECTRON_LOG_FILE: 'written',
  NODE_V8_COVERAGE: 'written',
  NODE_DEBUG: 'written',
};

const patterns = Object.entries(refusedSwitches).map(
  ([harm, names]) =>
    [
      harm as Harm,
      new RegExp(`^(${names.map((name) => name.replaceAll('*', '.*')).join('|')})$`),
    ] as const,
);

/** How the app was started. */
export interface Start {
  /** What follows the program's own name. */
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
}

/** Everything that is refused, in the order it was written; empty where the app may start. */
export function refusedIn({ args, env, platform }: Start): readonly Refused[] {
  // What follows `--` is no switch to Chromium either (base/command_line.cc).
  const end = args.indexOf('--');
  const switches = args.slice(0, end === -1 ? undefined : end);
  return [
    ...switches.flatMap((argument) => refusedSwitch(argument, platform) ?? []),
    ...Object.entries(refusedVariables)
      .filter(([name]) => env[name])
      .map(([name, harm]) => ({ kind: 'variable', what: name, name, harm }) as const),
  ];
}

/**
 * As Chromium reads it: space around it does not count, one dash is as good as two, and so is a slash
 * on Windows.
 */
function refusedSwitch(argument: string, platform: NodeJS.Platform): Refused | null {
  const form = platform === 'win32' ? /^((?:--?|\/)([^=]+))=?(.*)$/s : /^(--?([^=]+))=?(.*)$/s;
  const [, what, written, value] = form.exec(argument.trim()) ?? [];
  if (what === undefined || written === undefined || value === undefined) return null;
  const name = written.toLowerCase();
  const harm = patterns.find(([, pattern]) => pattern.test(name))?.[0];
  if (harm === undefined) return null;
  const isOfFeatures = name === 'enable-features' || name === 'disable-features';
  if (isOfFeatures && value.split(',').every((feature) => forTheDisplay.test(feature))) return null;
  return { kind: 'switch', what, name, harm };
}
