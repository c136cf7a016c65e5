import type { ElectronApplication } from '@playwright/test';
import { inMain } from './inMain';

/** The system's browser cannot run in a test: what it would be given is kept instead. */
export async function browserAddresses(app: ElectronApplication): Promise<() => Promise<string[]>> {
  await inMain(app, ({ shell }) => {
    const opened: string[] = [];
    Reflect.set(globalThis, 'opened', opened);
    shell.openExternal = async (address) => void opened.push(address);
  });
  return () => inMain(app, () => Reflect.get(globalThis, 'opened') as string[]);
}
