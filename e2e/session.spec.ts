import { catalogueOf } from '../i18n/catalogues';
import { expect, test } from './app';
import { sizeTo } from './everyScreen';
import { classTeacher, messageRows, readingPane, schoolHead, stateOf } from './pages';

const quick = { deployment: { session: { heartbeatSeconds: 1 } } };

test('a dead network is said with its cause, ends nothing, and Try now brings her back', async ({
  launch,
  gateway,
}) => {
  const run = await launch({ deployment: { session: { heartbeatSeconds: 3 } } });
  await run.signIn(classTeacher(gateway));
  gateway.fault('all', { kind: 'bad-gateway' });
  await expect(stateOf(run.window)).toHaveAttribute('data-state', 'unreachable');
  const banner = run.window.getByRole('region', { name: '登录状态提醒' });
  await expect(banner).toContainText('502');
  await expect(run.window.getByText('夏冰', { exact: true }).first()).toBeVisible();
  gateway.clearFaults();
  await banner.getByRole('button', { name: '立即重试' }).click();
  await expect(stateOf(run.window)).toHaveAttribute('data-state', 'active');
});

test('an expired session keeps what was read, and one click signs in again', async ({
  launch,
  gateway,
}) => {
  const run = await launch(quick);
  const person = classTeacher(gateway);
  await run.signIn(person);
  gateway.endSession(person.personId);
  gateway.endSignOn(person.personId);
  await expect(stateOf(run.window)).toHaveAttribute('data-state', 'expired');
  await expect(run.window.getByText(person.name, { exact: true }).first()).toBeVisible();
  await run.fillIn(person);
  await expect(stateOf(run.window)).toHaveAttribute('data-state', 'active');
});

test('whoever signs in when another’s session has ended finds nothing of hers on screen', async ({
  launch,
  gateway,
}) => {
  const run = await launch(quick);
  const person = classTeacher(gateway);
  const { window } = run;
  await run.signIn(person);
  const search = window.getByRole('searchbox');
  await search.fill('会');
  await messageRows(window).first().click();
  await expect(readingPane(window).getByRole('heading').first()).toBeVisible();
  gateway.endSession(person.personId);
  gateway.endSignOn(person.personId);
  await expect(stateOf(window)).toHaveAttribute('data-state', 'expired');

  const next = schoolHead(gateway);
  const unread = () => gateway.messages(next.personId).filter(({ isRead }) => isRead === 0).length;
  const before = unread();
  await run.fillIn(next);
  await expect(window.getByRole('button', { name: '未读 133' })).toBeVisible();
  await expect(search).toHaveValue('');
  await expect(readingPane(window).getByRole('heading')).toHaveCount(0);
  expect(unread()).toBe(before);
});

test('a sign-in elsewhere is shown with what the platform tells of it', async ({
  launch,
  gateway,
}) => {
  const run = await launch(quick);
  const person = classTeacher(gateway);
  await run.signIn(person);
  gateway.displace(person.personId);
  await expect(stateOf(run.window)).toHaveAttribute('data-state', 'displaced');
  const banner = run.window.getByRole('region', { name: '登录状态提醒' });
  await banner.getByText('在别处登录的记录').click();
  await expect(banner.getByRole('listitem')).not.toHaveCount(0);
});

test('after “it was me” the way back is there in every width, and a failed one is told in full', async ({
  launch,
  gateway,
}) => {
  const { window, app, ...run } = await launch(quick);
  const { banner: said, session, signIn } = catalogueOf('zh-CN');
  const person = classTeacher(gateway);
  await run.signIn(person);
  gateway.displace(person.personId);
  gateway.endSignOn(person.personId);
  const banner = window.getByRole('region', { name: said.label });
  await banner.getByRole('button', { name: said.displaced.itWasMe }).click();
  await expect(banner).toHaveCount(0);
  const again = window.getByRole('button', { name: session.signInAgain });
  for (const width of [1120, 861, 747, 360]) {
    await sizeTo({ name: 'displaced', app, page: window }, { width, height: 480, zoom: 1 });
    await expect(again).toBeVisible();
  }

  gateway.fault('oauth-token', { kind: 'bad-gateway' });
  await run.fillIn(person);
  const failed = banner.getByRole('alert');
  await expect(failed).toContainText(signIn.failed);
  await expect(failed).toContainText('HTTP 502');
  // What she can do about it, too; and she has answered once whose sign-in it was.
  await expect(failed).toContainText('请稍后再试');
  await expect(banner).not.toContainText(said.displaced.what);
  await expect(banner.getByRole('button', { name: said.displaced.itWasMe })).toHaveCount(0);
  gateway.clearFaults();
  gateway.endSignOn(person.personId);
  await run.fillIn(person);
  await expect(stateOf(window)).toHaveAttribute('data-state', 'active');
  await expect(banner).toHaveCount(0);
});

test('an organisation switched to elsewhere is the current one here with the next heartbeat', async ({
  launch,
  gateway,
}) => {
  const run = await launch(quick);
  const person = schoolHead(gateway);
  await run.signIn(person);
  await run.window.getByRole('link', { name: '组织' }).click();
  const first = run.window.getByRole('tree').getByRole('treeitem').first();
  await expect(first.getByText('当前', { exact: true })).toBeVisible();
  const before = String(await first.locator('.tree-name').textContent());
  const other = person.userInfo.user_top_org.find(
    ({ org_id }) => org_id !== person.currentOrganisationId,
  );
  gateway.switchOrganisation(person.personId, String(other?.org_id));
  await expect(first).not.toContainText(before);
  await expect(first.getByText('当前', { exact: true })).toBeVisible();
});
