import { expect, test } from './app';
import { classTeacher, goTo } from './pages';

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
