import { expect, test } from './app';
import { classTeacher, goTo } from './pages';

test('a dialog that is closed by its button gives the focus back, as Escape does', async ({
  launch,
  gateway,
}) => {
  const { window, signIn } = await launch();
  await signIn(classTeacher(gateway));
  await goTo(window, '设置');
  const opener = window.getByRole('button', { name: '退出登录' });
  const dialog = window.getByRole('dialog', { name: '退出登录？' });
  for (const leave of ['Escape', 'Enter'] as const) {
    await opener.press('Enter');
    const cancel = dialog.getByRole('button', { name: '取消' });
    await expect(cancel).toBeFocused();
    await window.keyboard.press(leave);
    await expect(dialog).toHaveCount(0);
    await expect(opener).toBeFocused();
  }

  await goTo(window, '消息');
  const menu = window.getByRole('button', { name: '更多操作' });
  const byIds = window.getByRole('dialog', { name: '按编号标记消息' });
  // The first time its script is fetched, the second time it is there.
  for (const _time of ['first', 'second']) {
    await menu.press('Enter');
    await window.getByRole('button', { name: '按编号标记…' }).press('Enter');
    await byIds.getByRole('button', { name: '取消' }).press('Enter');
    await expect(byIds).toHaveCount(0);
    await expect(menu).toBeFocused();
  }
});
