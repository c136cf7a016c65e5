/**
 * The machine a test runs on: a practice platform, a desktop with a tray and a keyring, a folder
 * for the app's files, and the built app in a real Electron. Tests import `test` and `expect` from
 * here.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test as base, type Page } from '@playwright/test';
import { type Gateway, type GatewayOptions, type PracticePerson, startGateway } from '../gateway';
import type { Language, Settings } from '../preload/contract';
import { storedVersion } from '../preload/stored';
import { type Logind, startLogind } from './desktop/login1';
import { type NotificationDaemon, startNotificationDaemon } from './desktop/notifications';
import { startTrayHost, type TrayHost } from './desktop/statusNotifier';
import { type Keyring, keyringOf } from './keyring';
import { changeSettings, fillInOn, mainWindow, signInOn } from './pages';
import { appRoot, checkoutProgram, type RunningApp, startApp, startSecond } from './runningApp';

export { expect } from '@playwright/test';

export interface LaunchOptions {
  /** Chinese where it is left out. */
  readonly language?: Language;
  /** What the deployment file says otherwise than the platform's own; `none` starts without one. */
  readonly deployment?: Parameters<Gateway['deployment']>[0] | 'none';
  /** Where that file is: in the machine's place, or where the environment says. */
  readonly deploymentOf?: 'machine' | 'environment';
  /** `absent` starts the app where no keyring can be reached (nor a tray: both are on the bus). */
  readonly keyring?: 'present' | 'absent';
  /** Whether she has agreed before to what is stored; `asked`: she has not. */
  readonly consent?: 'given' | 'asked';
  /** Chromium's own, such as where a name leads, and ours. */
  readonly switches?: readonly string[];
  /** Of its environment, beside the test's own. */
  readonly env?: Readonly<Record<string, string>>;
  /** A link or a file that the start is to open. */
  readonly opens?: string;
  /** A file that the app is to take for the AppImage that it runs out of. */
  readonly asAppImage?: string;
  /** A folder with a built app in place of the checkout's. */
  readonly builtIn?: string;
}

export interface Launched extends RunningApp {
  /** The main window. */
  readonly window: Page;
  /** Ends when the main window shows what is hers. */
  signIn(person: PracticePerson): Promise<void>;
  /** Ends when the login page's form has been sent. */
  fillIn(person: PracticePerson): Promise<void>;
  /** Ends when the settings are as told. */
  change(settings: Partial<Settings>): Promise<void>;
  /**
   * Starts the app a second time, as a person does who clicks its icon, or a link or a file that is to
   * be opened; gives its exit code.
   */
  startAgain(opens?: string): Promise<number | null>;
}

interface Machine {
  readonly gateway: Gateway;
  readonly tray: TrayHost;
  /** Without entries of the app's when the test begins, and when it has ended. */
  readonly keyring: Keyring;
  /** Where the system's notices arrive; there for the tests that ask for it. */
  readonly notifications: NotificationDaemon;
  /** Puts the machine to sleep, and wakes it. */
  readonly logind: Logind;
  /** Where the app keeps its files, through every start within a test. */
  readonly userData: string;
  /** Stands for the machine's deployment file; not there until a test writes it. */
  readonly machineFile: string;
  /** Starts the app, as often as a test likes; what still runs at the test's end is quit. */
  launch(options?: LaunchOptions): Promise<Launched>;
}

interface Surroundings {
  /** The test's own folder; what is in it is gone when the test has ended. */
  readonly folder: string;
  /** How the platform starts: `test.use({ platform: { … } })`. */
  readonly platform: GatewayOptions;
  /** What is tested: what is compiled in the checkout, or the packaged app. */
  readonly build: Build;
}

export type Build = 'checkout' | 'packaged';

async function packagedApp(): Promise<{ readonly executable: string }> {
  const { packages, unpackedIn } = await import('../scripts/unpacked.mjs');
  return unpackedIn(packages.test);
}

/** As if she had agreed in an earlier run; settings that are there stay as they are. */
async function agreeIn(userData: string): Promise<void> {
  const settings = JSON.stringify({ agreedTo: storedVersion });
  await writeFile(join(userData, 'settings.json'), settings, { flag: 'wx' }).catch(() => undefined);
}

export const test = base.extend<Machine & Surroundings>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from it that nothing is needed.
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'staffroom-e2e-'));
    await use(folder);
    await rm(folder, { recursive: true, maxRetries: 5 });
  },

  platform: [{}, { option: true }],

  build: ['checkout', { option: true }],

  gateway: async ({ platform }, use) => {
    const gateway = await startGateway(platform);
    await use(gateway);
    await gateway.close();
  },

  tray: [
    // biome-ignore lint/correctness/noEmptyPattern: see above
    async ({}, use) => {
      const tray = await startTrayHost();
      await use(tray);
      await tray.stop();
    },
    { auto: true },
  ],

  keyring: async ({ gateway }, use) => {
    const keyring = keyringOf(String(gateway.deployment().id));
    await keyring.wipe();
    await use(keyring);
    await keyring.wipe();
  },

  // biome-ignore lint/correctness/noEmptyPattern: see above
  notifications: async ({}, use) => {
    const notifications = await startNotificationDaemon();
    await use(notifications);
    await notifications.stop();
  },

  // biome-ignore lint/correctness/noEmptyPattern: see above
  logind: async ({}, use) => {
    const logind = await startLogind();
    await use(logind);
    await logind.stop();
  },

  userData: async ({ folder }, use) => {
    const userData = join(folder, 'user-data');
    await mkdir(userData);
    await use(userData);
  },

  machineFile: async ({ folder }, use) => {
    const machine = join(folder, 'machine');
    await mkdir(machine, { mode: 0o755 });
    await use(join(machine, 'deployment.json'));
  },

  // `tray` and `keyring` are there before the app starts, and outlive it.
  launch: async (
    { gateway, folder, userData, machineFile, build, tray: _tray, keyring: _keyring },
    use,
    testInfo,
  ) => {
    const started: RunningApp[] = [];
    const packaged = build === 'packaged' ? await packagedApp() : null;

    await use(async (options = {}) => {
      const {
        language = 'zh-CN',
        deployment,
        deploymentOf = 'environment',
        keyring = 'present',
        switches = [],
        env = {},
        opens,
        asAppImage,
        builtIn = appRoot,
      } = options;
      if (options.consent !== 'asked') await agreeIn(userData);
      const deploymentFile =
        deploymentOf === 'machine' ? machineFile : join(folder, 'deployment.json');
      const isNamed = deployment !== 'none' && deploymentOf === 'environment';
      if (deployment !== 'none') {
        const content = JSON.stringify(gateway.deployment(deployment));
        // The machine's is refused where others may write it, too.
        await writeFile(deploymentFile, content, { mode: 0o644 });
      }
      const start = {
        folder: builtIn,
        ...(packaged && { executable: packaged.executable }),
        userData,
        language,
        switches: opens === undefined ? switches : [...switches, opens],
        printed: join(folder, `printed-${started.length + 1}.txt`),
        env: {
          ...env,
          // As an AppImage's runtime tells what it runs: its file, and the folder that the program is in.
          ...(asAppImage !== undefined && {
            APPIMAGE: asAppImage,
            APPDIR: dirname(packaged?.executable ?? (await checkoutProgram(appRoot)).program),
          }),
          STAFFROOM_MACHINE_FILE: machineFile,
          STAFFROOM_DEPLOYMENT: isNamed ? deploymentFile : '',
          ...(keyring === 'absent' && { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nowhere' }),
        },
      };
      const running = await startApp(start);
      started.push(running);
      const window = await mainWindow(running.app);
      return {
        ...running,
        window,
        change: (settings) => changeSettings(window, settings),
        signIn: (person) => signInOn(running.app, { gateway, person, language }),
        startAgain: (again) =>
          startSecond({
            ...start,
            switches: again === undefined ? switches : [...switches, again],
          }),
        fillIn: (person) => fillInOn(running.app, { gateway, person, language }),
      };
    });

    const quits = await Promise.allSettled(started.map((running) => running.close()));
    const problems = [
      ...started.flatMap((running) => running.uncaught()),
      ...quits.flatMap((quit) => (quit.status === 'rejected' ? [String(quit.reason)] : [])),
    ];
    if (problems.length > 0 || testInfo.status !== testInfo.expectedStatus) {
      const output = started.map((running) => running.output()).join('\n');
      await testInfo.attach('what the app printed', { body: output, contentType: 'text/plain' });
    }
    if (problems.length > 0) throw new Error(`The app went wrong:\n${problems.join('\n')}`);
  },
});
