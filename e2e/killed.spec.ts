/** Marks that outlive the app: killed while they are on their way, and started again. */
import type { Gateway, PracticePerson } from '../gateway';
import { expect, test } from './app';
import { schoolHead, showing } from './pages';

const unreadOf = (gateway: Gateway, { personId }: PracticePerson) =>
  gateway
    .messages(personId)
    .filter(({ isRead }) => isRead === 0)
    .map(({ msgId }) => msgId);

test('killed while the platform has not answered, what she marked is marked after the next start', async ({
  launch,
  gateway,
}) => {
  const person = schoolHead(gateway);
  const run = await launch();
  await run.signIn(person);
  await expect(run.window.getByRole('button', { name: '未读 133' })).toBeVisible();
  await run.window.getByRole('button', { name: '未读 133' }).click();
  await showing(run.window, 133);
  gateway.fault('mark-messages', { kind: 'hold' });
  await run.window.getByRole('button', { name: '全部标为已读' }).click();
  // On screen it is done, so on disk it is: from here on nothing may lose it.
  await expect(run.window.getByRole('button', { name: '未读 0' })).toBeVisible();
  await run.kill();
  expect(unreadOf(gateway, person)).toHaveLength(133);
  gateway.clearFaults();

  const next = await launch();
  await expect(next.window.getByRole('button', { name: '未读 0' })).toBeVisible();
  await expect.poll(() => unreadOf(gateway, person)).toEqual([]);
});

test('killed when the platform had taken the marks and its answers were lost, nothing else is marked', async ({
  launch,
  gateway,
}) => {
  const person = schoolHead(gateway);
  const before = gateway.messages(person.personId);
  const run = await launch();
  await run.signIn(person);
  await expect(run.window.getByRole('button', { name: '未读 133' })).toBeVisible();
  gateway.fault('mark-messages', { kind: 'reset', after: 'work' });
  await run.window.getByRole('button', { name: '未读 133' }).click();
  await showing(run.window, 133);
  await run.window.getByRole('button', { name: '全部标为已读' }).click();
  await gateway.until('mark-messages', 3);
  await run.kill();
  gateway.clearFaults();
  gateway.clearJournal();

  const next = await launch();
  await gateway.until('mark-messages', 3);
  await expect(next.window.getByRole('button', { name: '未读 0' })).toBeVisible();
  const expected = before.map((message) => ({ ...message, isRead: 1 }));
  expect(gateway.messages(person.personId)).toEqual(expected);
  const sent = gateway.journal
    .filter(({ call }) => call === 'mark-messages')
    .flatMap(({ body }) => (body as { msgId: string[] }).msgId);
  expect(sent.toSorted()).toEqual(
    before
      .filter(({ isRead }) => isRead === 0)
      .map(({ msgId }) => msgId)
      .toSorted(),
  );
});

test('killed after she had taken marks back that were on their way, they end up taken back', async ({
  launch,
  gateway,
}) => {
  const person = schoolHead(gateway);
  const before = gateway.messages(person.personId);
  const run = await launch();
  await run.signIn(person);
  await expect(run.window.getByRole('button', { name: '未读 133' })).toBeVisible();
  await run.window.getByRole('button', { name: '未读 133' }).click();
  await showing(run.window, 133);
  gateway.fault('mark-messages', { kind: 'reset', after: 'work', times: 3 });
  await run.window.getByRole('button', { name: '全部标为已读' }).click();
  await expect.poll(() => unreadOf(gateway, person)).toEqual([]);
  gateway.fault('mark-messages', { kind: 'hold' });
  await run.window.getByRole('button', { name: '撤销' }).click();
  await expect(run.window.getByRole('button', { name: '未读 133' })).toBeVisible();
  await run.kill();
  gateway.clearFaults();

  await launch();
  await expect.poll(() => gateway.messages(person.personId)).toEqual(before);
});
