import { expect, test } from './app';
import { classTeacher, goTo, newcomer, schoolHead, stateOf } from './pages';

test('her organisations are a tree with her part in each', async ({ launch, gateway }) => {
  const run = await launch();
  await run.signIn(classTeacher(gateway));
  await goTo(run.window, '组织');
  const school = run.window.getByRole('region', { name: '武汉小学', exact: true });
  await expect(school.getByText('当前', { exact: true })).toBeVisible();
  await expect(school.getByText('武汉小学武昌校区')).toBeVisible();
  await expect(school.getByText('班主任').first()).toBeVisible();
  await expect(school.getByText(/任教/).first()).toBeVisible();
});

test('a school head sees two schools and what her roles may do, in words', async ({
  launch,
  gateway,
}) => {
  const run = await launch();
  await run.signIn(schoolHead(gateway));
  await goTo(run.window, '组织');
  expect(await run.window.locator('main section.card').count()).toBeGreaterThanOrEqual(2);
  await expect(run.window.getByText(/部门管理/).first()).toBeVisible();
  await expect(run.window.getByText(/应用管理/).first()).toBeVisible();
});

test('her profile has its fields; an empty one is no error', async ({ launch, gateway }) => {
  const run = await launch();
  await run.signIn(newcomer(gateway));
  await goTo(run.window, '个人资料');
  await expect(run.window.getByRole('heading', { name: '个人资料' })).toBeVisible();
  await expect(run.window.getByText('未填写').first()).toBeVisible();
  await goTo(run.window, '组织');
  await expect(run.window.getByText('您还没有加入任何组织。')).toBeVisible();
});

test('the next start shows the profile at once while the platform is held silent', async ({
  launch,
  gateway,
}) => {
  const first = await launch();
  const person = classTeacher(gateway);
  await first.signIn(person);
  await goTo(first.window, '个人资料');
  await expect(first.window.getByText(person.personId)).toBeVisible();
  await first.close();

  gateway.fault('all', { kind: 'hold' });
  const second = await launch();
  await expect(second.window.getByText(person.name, { exact: true }).first()).toBeVisible();
  await expect(stateOf(second.window)).toHaveAttribute('data-state', 'checking');
  await goTo(second.window, '组织');
  await expect(second.window.getByText('武汉小学武昌校区')).toBeVisible();
  await expect(second.window.getByText(/^更新于/)).toBeVisible();

  gateway.clearFaults();
  await expect(stateOf(second.window)).toHaveAttribute('data-state', 'active');
});
