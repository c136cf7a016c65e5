/** That the tests beside this one run what is handed to people, as people run it. */
import { readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '../app';
import { inMain } from '../inMain';
import { openLoginPage } from '../pages';

test.skip(process.platform !== 'linux', 'reads /proc');

const statusOf = (pid: number, field: string) =>
  new RegExp(`^${field}:\\s*(.*)$`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];

/** `user:[4026531837]`, which names the namespace. */
const namespaceOf = (pid: number) => readlinkSync(`/proc/${pid}/ns/user`);

test('the packaged app runs from its archive, as an ordinary user, and with no switch against the sandbox', async ({
  launch,
}) => {
  const run = await launch();
  const main = await inMain(run.app, ({ app }) => ({
    isPackaged: app.isPackaged,
    appPath: app.getAppPath(),
    resources: process.resourcesPath,
    pid: process.pid,
    switches: process.argv.slice(1),
  }));
  expect(main.isPackaged).toBe(true);
  expect(main.appPath).toBe(join(main.resources, 'app.asar'));
  expect(statusOf(main.pid, 'Uid')).not.toMatch(/\b0\b/);
  expect(main.switches.filter((one) => /sandbox|zygote|single-process/.test(one))).toEqual([]);
});

test('every page, the login page too, runs in a namespace of its own behind a seccomp filter', async ({
  launch,
  gateway,
}) => {
  const run = await launch();
  await openLoginPage(run, gateway);
  const { main, pages } = await inMain(run.app, ({ webContents }) => ({
    main: process.pid,
    pages: webContents.getAllWebContents().map((contents) => contents.getOSProcessId()),
  }));
  expect(new Set(pages).size).toBeGreaterThan(1);
  for (const page of pages) {
    // 2: filtered (proc_pid_status(5)).
    expect(statusOf(page, 'Seccomp')).toBe('2');
    expect(statusOf(page, 'NoNewPrivs')).toBe('1');
    expect(statusOf(page, 'CapEff')).toMatch(/^0+$/);
    expect(namespaceOf(page)).not.toBe(namespaceOf(main));
  }
});
