import { DatabaseSync } from '@photostructure/sqlite';
import { catalogueOf } from '../i18n/catalogues';
import { expect, test } from './app';
import { messagesFile } from './messagesFile';
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

/** As another program does that has the file open to write. Gives what ends it. */
function holdMessages(userData: string): () => void {
  const held = new DatabaseSync(messagesFile(userData));
  held.exec('BEGIN IMMEDIATE');
  return () => held.close();
}

test('what fails while a dialog stands open is told in it, and may be tried again there', async ({
  launch,
  gateway,
  userData,
}) => {
  const { messages, failure } = catalogueOf('zh-CN');
  const { window, signIn } = await launch({ deployment: { messages: { pollSeconds: 600 } } });
  await signIn(classTeacher(gateway));
  const { personId } = classTeacher(gateway);
  const message = gateway.messages(personId).find(({ isRead }) => isRead === 0);
  const told = failure({ kind: 'storage' }).what;

  gateway.fault('mark-messages', { kind: 'envelope', code: '300200', text: '该消息已归档' });
  await window.getByRole('button', { name: messages.more }).click();
  await window.getByRole('button', { name: messages.byIds.open }).click();
  const byIds = window.getByRole('dialog', { name: messages.byIds.title });
  await byIds.getByRole('textbox').fill(String(message?.msgId));
  const letGo = holdMessages(userData);
  const send = byIds.getByRole('button', { name: messages.byIds.send(1) });
  await send.click();
  await expect(byIds.getByRole('alert')).toContainText(messages.markFailed);
  await expect(byIds.getByRole('alert')).toContainText(told);
  letGo();
  await send.click();
  await expect(byIds).toHaveCount(0);

  await window.getByRole('button', { name: messages.refused.look }).click();
  const refused = window.getByRole('dialog', { name: messages.refused.title });
  const letGoAgain = holdMessages(userData);
  await refused.getByRole('button', { name: messages.refused.retryAll }).click();
  await expect(refused.getByRole('alert')).toContainText(messages.refused.retryFailed);
  await expect(refused.getByRole('alert')).toContainText(told);
  const discard = refused.getByRole('button', { name: messages.refused.discard, exact: true });
  await discard.click();
  await expect(refused.getByRole('alert')).toContainText(messages.refused.discardFailed);
  letGoAgain();
  await discard.click();
  await expect(refused).toHaveCount(0);
});
