import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Launched, test } from './app';
import { inMain } from './inMain';
import { barOf, classTeacher, goTo } from './pages';

test('what is set about messages is applied at once, and kept over a restart', async ({
  launch,
  gateway,
}) => {
  const first = await launch();
  await first.signIn(classTeacher(gateway));
  await goTo(first.window, '设置');
  const choice = (name: string) => first.window.getByRole('combobox', { name });
  await expect(choice('打开消息后标为已读').locator('option')).toHaveText([
    '立即',
    '1 秒后',
    '3 秒后',
    '只手动标记',
  ]);
  await expect(choice('打开消息后标为已读')).toHaveValue('1');
  await expect(choice('新消息通知')).toHaveValue('on');
  await expect(choice('免打扰')).toHaveValue('off');

  await choice('打开消息后标为已读').selectOption('只手动标记');
  await choice('免打扰').selectOption('每天固定时段');
  const hours = first.window.getByRole('group', { name: '免打扰' });
  await expect(hours.getByLabel('从', { exact: true })).toHaveValue('22:00');
  await expect(hours.getByLabel('到次日', { exact: true })).toHaveValue('07:00');
  await hours.getByLabel('从', { exact: true }).fill('12:10');
  await hours.getByLabel('到次日', { exact: true }).fill('13:50');
  await expect(hours.getByLabel('到', { exact: true })).toHaveValue('13:50');
  const settingsOf = async (run: typeof first) => {
    const answer = await run.window.evaluate(() => window.staffroom.call('snapshots'));
    return answer.ok ? answer.value.settings : answer.failure;
  };
  const chosen = {
    markReadAfterSeconds: null,
    notifications: 'on',
    quietHours: { from: '12:10', to: '13:50' },
  };
  await expect.poll(() => settingsOf(first)).toMatchObject(chosen);
  await first.close();

  const second = await launch();
  expect(await settingsOf(second)).toMatchObject(chosen);
  await goTo(second.window, '设置');
  const again = (name: string) => second.window.getByRole('combobox', { name });
  await expect(again('打开消息后标为已读')).toHaveValue('null');
  await expect(again('免打扰')).toHaveValue('on');
  await again('新消息通知').selectOption('关闭');
  await expect(again('免打扰')).toBeHidden();
  await second.close();

  const third = await launch();
  expect(await settingsOf(third)).toMatchObject({ ...chosen, notifications: 'off' });
  await goTo(third.window, '设置');
  await third.window.getByRole('combobox', { name: '新消息通知' }).selectOption('开启');
  await third.window.getByRole('combobox', { name: '免打扰' }).selectOption('不设');
  await expect(third.window.getByRole('group', { name: '免打扰' })).toBeHidden();
  await expect.poll(() => settingsOf(third)).toMatchObject({ quietHours: null });
});

/** By how much everything in the window is enlarged. */
const zoomOf = ({ app }: Launched) =>
  inMain(app, ({ BrowserWindow }) => {
    const factor = BrowserWindow.getAllWindows()[0]?.webContents.getZoomFactor() ?? 0;
    return Math.round(factor * 100);
  });

let choices = 0;

/** As a click on it, or its key; Playwright's keys go to the page alone. */
function chooseInMenu({ app }: Launched, label: string): Promise<void> {
  choices += 1;
  return inMain(
    app,
    ({ Menu }, { wanted, choice }) => {
      // What runs in main may be run again, and each choice enlarges.
      if (Reflect.get(globalThis, 'lastChoice') === choice) return;
      Reflect.set(globalThis, 'lastChoice', choice);
      const items = Menu.getApplicationMenu()?.items.flatMap((menu) => menu.submenu?.items ?? []);
      items?.find((item) => item.label === wanted)?.click();
    },
    { wanted: label, choice: choices },
  );
}

test('the text size is applied at once, also from the menu, and kept over a restart', async ({
  launch,
  gateway,
}) => {
  const first = await launch();
  await first.signIn(classTeacher(gateway));
  await goTo(first.window, '消息');
  await chooseInMenu(first, '设置…');
  const choice = first.window.getByRole('combobox', { name: '文字大小' });
  await choice.selectOption('放大到 150%');
  await expect.poll(() => zoomOf(first)).toBe(150);
  await chooseInMenu(first, '放大');
  await expect(choice).toHaveValue('200');
  await expect.poll(() => zoomOf(first)).toBe(200);
  await chooseInMenu(first, '缩小');
  await chooseInMenu(first, '缩小');
  await expect(choice).toHaveValue('130');
  await first.close();

  const second = await launch();
  await expect.poll(() => zoomOf(second)).toBe(130);
  await chooseInMenu(second, '实际大小');
  await expect.poll(() => zoomOf(second)).toBe(100);
});

test('the login window is enlarged with the rest', async ({ launch }) => {
  const run = await launch();
  await run.change({ textSize: 150 });
  await run.window.getByRole('button', { name: '登录教育云' }).click();
  const bar = await barOf(run.app);
  await expect.poll(() => bar.evaluate(() => window.devicePixelRatio)).toBe(1.5);
});

test('a test notice shows what a notice looks like here', async ({
  launch,
  gateway,
  notifications,
}) => {
  const run = await launch();
  await run.signIn(classTeacher(gateway));
  await goTo(run.window, '设置');
  await run.window.getByRole('button', { name: '发一条测试通知' }).click();
  await expect.poll(() => notifications.shown.map(({ title }) => title)).toContain('测试通知');
});

test('a broken settings file is set aside and said, and the defaults are back', async ({
  launch,
  gateway,
  userData,
}) => {
  const broken = '{"theme": "dark", "textSi';
  writeFileSync(join(userData, 'settings.json'), broken);
  writeFileSync(join(userData, 'profile.json'), '[]');
  const first = await launch();
  const notices = first.window.getByRole('status', { name: '提示' });
  await expect(notices.getByText('设置文件已损坏，已恢复默认设置')).toBeVisible();
  await expect(notices.getByText('个人资料的缓存已损坏')).toBeVisible();
  const aside = readdirSync(userData).find((name) => /^settings\.broken-\d+\.json$/.test(name));
  await expect(notices.getByText(String(aside))).toBeVisible();
  expect(readFileSync(join(userData, String(aside)), 'utf8')).toBe(broken);
  await first.signIn(classTeacher(gateway));
  await goTo(first.window, '设置');
  await expect(first.window.getByRole('combobox', { name: '主题' })).toHaveValue('system');
  await first.close();

  const second = await launch();
  await second.window.getByRole('navigation').waitFor();
  await expect(second.window.getByText('设置文件已损坏')).toBeHidden();
});
