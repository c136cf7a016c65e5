/** The built app on a person's computer, with files and keychain entries that are its own. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { keyringOf } from '../e2e/keyring';
import { mainWindow, signInOn } from '../e2e/pages';
import { appRoot, type RunningApp, startApp } from '../e2e/runningApp';
import type { Gateway, PracticePerson } from '../gateway';
import type { PlainApp } from './plainStart';
import { withProbe } from './probe';

export interface Running extends RunningApp {
  readonly window: Page;
  readonly pid: number;
}

export interface Installation {
  readonly userData: string;
  /** As a person starts it, with nothing attached. */
  readonly plain: PlainApp;
  /** With the probe in its window. */
  start(): Promise<Running>;
  signIn(running: Running): Promise<void>;
  /** Takes its entries out of the keychain. */
  remove(): Promise<void>;
}

/** `folder` is for its files; `name` tells it from others on the same computer. */
export async function install(
  folder: string,
  name: string,
  { gateway, person }: { readonly gateway: Gateway; readonly person: PracticePerson },
): Promise<Installation> {
  const id = `bench-${name}`;
  const own = join(folder, name);
  const userData = join(own, 'user-data');
  await mkdir(userData, { recursive: true });
  const deploymentFile = join(own, 'deployment.json');
  await writeFile(deploymentFile, JSON.stringify(gateway.deployment({ id })));
  const keyring = keyringOf(id);
  await keyring.wipe();
  // None of the machine's own, which would come first.
  const machineFile = join(own, 'machine.json');
  const env = { STAFFROOM_DEPLOYMENT: deploymentFile, STAFFROOM_MACHINE_FILE: machineFile };
  return {
    userData,
    plain: { folder: appRoot, userData, env },
    start: () => startIn(own, appRoot, env),
    signIn: ({ app }) => signInOn(app, { gateway, person, language: 'zh-CN' }),
    remove: () => keyring.wipe(),
  };
}

const blankFolder = join(appRoot, 'bench', 'blank');

/** An Electron window with an empty page, for comparison. */
export async function startBlank(folder: string): Promise<Running> {
  const own = join(folder, 'blank');
  await mkdir(own, { recursive: true });
  return startIn(own, blankFolder, {});
}

/** The same to be started plainly. */
export function plainBlank(folder: string): PlainApp {
  return { folder: blankFolder, userData: join(folder, 'blank', 'user-data'), env: {} };
}

async function startIn(
  own: string,
  folder: string,
  env: Readonly<Record<string, string>>,
): Promise<Running> {
  const running = await startApp({
    folder,
    userData: join(own, 'user-data'),
    language: 'zh-CN',
    printed: join(own, 'printed.txt'),
    env,
  });
  const window =
    folder === appRoot ? await mainWindow(running.app) : await running.app.firstWindow();
  const { pid } = running.app.process();
  if (pid === undefined) throw new Error('the app has no process');
  return { ...running, window: await withProbe(window), pid };
}
