import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Launched, test } from './app';
import { inMain } from './inMain';
import { classTeacher, goTo, openLoginPage } from './pages';

const isShown = ({ app }: Launched) =>
  inMain(app, ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible());
const closeWindow = ({ app }: Launched) =>
  inMain(app, ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());

test('starting with the log-in is an entry of the desktop, which goes when it is switched off', async ({
  launch,
  gateway,
  folder,
}) => {
  const config = join(folder, 'config');
  const entry = join(config, 'autostart', 'staffroom.desktop');
  const run = await launch({ env: { XDG_CONFIG_HOME: config } });
  await run.signIn(classTeacher(gateway));
  expect(existsSync(entry)).toBe(false);
  await goTo(run.window, '设置');
  const choice = run.window.getByRole('combobox', { name: '开机后自动启动' });
  await choice.selectOption('启动后只显示在托盘');
  await expect.poll(() => existsSync(entry)).toBe(true);
  const program = await inMain(run.app, ({ app }) =>
    app.isPackaged ? [process.execPath] : [process.execPath, app.getAppPath()],
  );
  const command = [...program, '--hidden'].map((part) => `"${part}"`).join(' ');
  expect(readFileSync(entry, 'utf8')).toContain(`Exec=${command}\n`);
  await choice.selectOption('启动并打开窗口');
  await expect.poll(() => readFileSync(entry, 'utf8')).not.toContain('--hidden');
  await choice.selectOption('不启动');
  await expect.poll(() => existsSync(entry)).toBe(false);
});

test('started hidden it is in the tray alone, and comes when it is asked for', async ({
  launch,
  tray,
}) => {
  const run = await launch({ switches: ['--hidden'] });
  const item = await tray.item();
  await expect.poll(() => item.tooltip()).toContain('未登录');
  await run.window.getByRole('button', { name: '登录教育云' }).waitFor();
  expect(await isShown(run)).toBe(false);
  await item.activate();
  await expect.poll(() => isShown(run)).toBe(true);
});

test('started hidden where no tray is shown, the window is there after all', async ({
  launch,
  tray,
}) => {
  await tray.stop();
  const run = await launch({ switches: ['--hidden'] });
  await expect.poll(() => isShown(run)).toBe(true);
});

test('with "close to tray" off, closing the window quits', async ({ launch, gateway, tray }) => {
  const run = await launch();
  await tray.item();
  await run.signIn(classTeacher(gateway));
  await goTo(run.window, '设置');
  await run.window.getByRole('combobox', { name: '关闭窗口时' }).selectOption('退出程序');
  // It may be gone before it has answered.
  await Promise.allSettled([closeWindow(run)]);
  await run.ended;
});

for (const hangs of ['a request', 'the login page', 'nothing'] as const) {
  test(`told to end (SIGTERM) it does soon, while ${hangs} hangs`, async ({ launch, gateway }) => {
    const run = await launch();
    if (hangs === 'the login page') {
      await openLoginPage(run, gateway);
    } else {
      await run.signIn(classTeacher(gateway));
    }
    gateway.fault('all', { kind: 'hold' });
    if (hangs === 'a request') {
      await run.window.evaluate(() => {
        void window.staffroom.call('refreshProfile');
        void window.staffroom.call('refreshMessages');
      });
    }
    const started = performance.now();
    run.app.process().kill('SIGTERM');
    // It has quit, with all that belongs to it: the signal itself would leave no code.
    expect(await run.ended).toBe(0);
    // Two seconds, and what a busy machine adds; without an end of its own it would take ten.
    expect(performance.now() - started).toBeLessThan(5_000);
  });
}
