import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './app';
import { inMain } from './inMain';
import { classTeacher, goTo, newcomer, organisation, schoolHead, stateOf } from './pages';

const inClipboard = { timeout: 10_000 };

test('her organisations are a tree with her part in each', async ({ launch, gateway }) => {
  const run = await launch();
  await run.signIn(classTeacher(gateway));
  await goTo(run.window, '组织');
  const school = organisation(run.window, '武汉小学');
  await expect(school).toHaveAttribute('aria-level', '1');
  await expect(school.getByText('当前', { exact: true })).toBeVisible();
  await expect(organisation(run.window, '武汉小学武昌校区')).toHaveAttribute('aria-level', '2');
  const ofClass = organisation(run.window, '五年级2班');
  await expect(ofClass).toHaveAttribute('aria-level', '3');
  await expect(ofClass.getByText('班主任')).toBeVisible();
  await expect(ofClass.getByText(/任教/)).toBeVisible();
});

test('a school head sees two schools, and what he may do in each, in words', async ({
  launch,
  gateway,
}) => {
  const run = await launch();
  await run.signIn(schoolHead(gateway));
  await goTo(run.window, '组织');
  await expect(run.window.locator('[role=treeitem][aria-level="1"]').nth(1)).toBeVisible();

  await goTo(run.window, '个人资料');
  const mayDo = run.window.getByRole('region', { name: '角色与权限' });
  const inSchool = mayDo.getByRole('region', { name: '武汉小学', exact: true });
  await expect(inSchool.getByText('部门管理：全部')).toBeVisible();
  await expect(inSchool.getByText('应用管理：1、4')).toBeVisible();
  const inSecond = mayDo.getByRole('region', { name: '武汉市第二实验小学' });
  // Unknown, unreadable: as the platform sent it.
  await expect(inSecond.getByText('approve_purchase：5000')).toBeVisible();
  await expect(inSecond.getByText(/部门管理：无法识别（\["7a2048ec/)).toBeVisible();
  await expect(mayDo.getByText('没有列出权限')).toBeVisible();
});

test('her picture comes through the media protocol, is kept, and shows offline', async ({
  launch,
  gateway,
}) => {
  const first = await launch();
  await first.signIn(classTeacher(gateway));
  const picture = (window: typeof first.window) => window.locator('.person .avatar img');
  await expect(picture(first.window)).toHaveAttribute('src', /^media:\/\/person\/picture\?/);
  await expect
    .poll(() => picture(first.window).evaluate((img: HTMLImageElement) => img.naturalWidth))
    .toBe(96);
  await goTo(first.window, '个人资料');
  const card = first.window.locator('.person-card .avatar');
  await expect(card.locator('img')).toBeVisible();
  expect(await card.evaluate((one) => [one.clientWidth, one.clientHeight])).toEqual([72, 72]);
  expect(gateway.journal.filter(({ call }) => call === 'avatar')).toHaveLength(1);
  await first.close();

  await gateway.down();
  const second = await launch();
  await expect(picture(second.window)).toBeVisible();
  await gateway.up();
});

test('initials stand where a picture cannot be had, in the same place', async ({
  launch,
  gateway,
}) => {
  gateway.fault('avatar', { kind: 'bad-gateway' });
  const run = await launch();
  await run.signIn(classTeacher(gateway));
  await gateway.until('avatar', 1);
  await goTo(run.window, '个人资料');
  const card = run.window.locator('.person-card .avatar');
  await expect(card).toHaveText('夏冰');
  await expect(card.locator('img')).toHaveCount(0);
  expect(await card.evaluate((one) => [one.clientWidth, one.clientHeight])).toEqual([72, 72]);
});

test('a picture on an internal network is not asked for', async ({ launch, gateway }) => {
  const avatar = { 1: 'https://192.168.1.20/xiabing.png' };
  gateway.fault('user-info', { kind: 'merged', patch: { result: { avatar } } });
  const run = await launch();
  await run.signIn(classTeacher(gateway));
  const answer = await run.window.evaluate(() => window.staffroom.call('loadPersonPicture'));
  expect(answer).toMatchObject({ ok: false, failure: { kind: 'picture', why: 'private-address' } });
  await expect(run.window.locator('.person .avatar')).toHaveText('夏冰');
});

test('her profile has its fields; an empty one is no error', async ({ launch, gateway }) => {
  const run = await launch();
  await run.signIn(newcomer(gateway));
  await goTo(run.window, '个人资料');
  await expect(run.window.getByRole('heading', { name: '个人资料' })).toBeVisible();
  await expect(run.window.getByText('未填写').first()).toBeVisible();
  await expect(run.window.getByText('平台没有为您分配角色。')).toBeVisible();
  await goTo(run.window, '组织');
  await expect(run.window.getByText('您还没有加入任何组织。')).toBeVisible();
});

test('ids are copied with a word that they were', async ({ launch, gateway }) => {
  const run = await launch();
  const person = classTeacher(gateway);
  await run.signIn(person);
  const clipboard = () => inMain(run.app, (electron) => electron.clipboard.readText());
  await goTo(run.window, '个人资料');
  await run.window.getByRole('button', { name: '复制用户编号' }).click();
  await expect(run.window.getByText('编号已复制')).toBeVisible();
  await expect.poll(clipboard, inClipboard).toBe(person.personId);
  await goTo(run.window, '组织');
  await run.window.getByRole('button', { name: '复制“五年级2班”的编号' }).click();
  await expect.poll(clipboard, inClipboard).toBe('bb6c8a0a-6025-11e9-9789-0200f707c8ba');
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
  await expect(organisation(second.window, '武汉小学武昌校区')).toBeVisible();
  await expect(second.window.getByText(/^更新于/)).toBeVisible();

  gateway.clearFaults();
  await expect(stateOf(second.window)).toHaveAttribute('data-state', 'active');
  // A page that is loaded anew may be another person's by then.
  expect(await second.window.evaluate(() => globalThis.window.staffroom.keptProfile())).toBeNull();
});

test('a refresh says that it goes on, and why it failed; the banner says as of when, and once', async ({
  launch,
  gateway,
}) => {
  const run = await launch();
  await run.signIn(classTeacher(gateway));
  await expect(stateOf(run.window)).toHaveAttribute('data-state', 'active');
  await goTo(run.window, '组织');
  await expect(run.window.getByText(/^更新于/)).toBeVisible();
  gateway.fault('user-info', { kind: 'hold' });
  await run.window.getByRole('button', { name: '刷新' }).click();
  await expect(run.window.getByRole('button', { name: '正在刷新…' })).toBeDisabled();
  gateway.clearFaults();
  await expect(run.window.getByRole('button', { name: '刷新' })).toBeEnabled();

  gateway.fault('user-info', { kind: 'bad-gateway' });
  await run.window.getByRole('button', { name: '刷新' }).click();
  await expect(run.window.locator('.page-trouble')).toContainText('502');
  await expect(organisation(run.window, '武汉小学')).toBeVisible();
  gateway.clearFaults();
  await run.window.getByRole('button', { name: '刷新' }).click();
  await expect(run.window.locator('.page-trouble')).toHaveCount(0);

  await gateway.down();
  await run.window.evaluate(() => window.staffroom.call('tryNow'));
  const banner = run.window.getByRole('region', { name: '登录状态提醒' });
  await expect(banner).toContainText(/显示的是今天 \d\d:\d\d 的资料/);
  await expect(run.window.getByText(/^更新于/)).toHaveCount(0);
  await goTo(run.window, '消息');
  await expect(banner).toContainText('显示的是上次保存的内容');
  await gateway.up();
});

test('before anything was ever read there is grey, and nothing moves when it is there', async ({
  launch,
  gateway,
}) => {
  gateway.fault('user-info', { kind: 'hold' });
  const run = await launch();
  const person = classTeacher(gateway);
  await run.signIn(person);
  await goTo(run.window, '个人资料');
  await expect(run.window.getByRole('status').getByText('正在读取资料…')).toBeAttached();
  const top = () =>
    run.window.locator('.avatar.large').evaluate((one) => one.getBoundingClientRect().top);
  const whileGrey = await top();
  gateway.clearFaults();
  await expect(run.window.getByText(person.personId)).toBeVisible();
  expect(await top()).toBe(whileGrey);
});

test('a first reading that fails is told, and can be tried again', async ({ launch, gateway }) => {
  gateway.fault('user-info', { kind: 'bad-gateway' });
  const run = await launch();
  await run.signIn(classTeacher(gateway));
  await goTo(run.window, '组织');
  const content = run.window.getByRole('main');
  await expect(content.getByText('还没有资料')).toBeVisible();
  await expect(content.getByText(/502/)).toHaveCount(1);
  gateway.clearFaults();
  await content.getByRole('button', { name: '重试' }).click();
  await expect(organisation(run.window, '武汉小学')).toBeVisible();
});

test.describe('all that is kept of her', () => {
  /** In place of the system's own dialog, which no test can work. */
  const choosing = (run: { app: Parameters<typeof inMain>[0] }, filePath: string) =>
    inMain(
      run.app,
      ({ dialog }, path) => {
        dialog.showSaveDialog = async () => ({ canceled: path === '', filePath: path });
      },
      filePath,
    );

  test('is saved as a file that she alone can read, after she was told what it is', async ({
    launch,
    gateway,
    folder,
  }) => {
    const run = await launch();
    const person = classTeacher(gateway);
    await run.signIn(person);
    await expect(run.window.getByRole('button', { name: '全部 342' })).toBeVisible();
    await goTo(run.window, '个人资料');
    const path = join(folder, 'mine.json');
    await choosing(run, path);
    await run.window.getByRole('button', { name: '导出我的数据…' }).click();
    const dialog = run.window.getByRole('dialog');
    await expect(dialog).toContainText('拿到它的人都能读');
    await dialog.getByRole('button', { name: '选择保存位置…' }).click();
    await expect(run.window.getByText('您的数据已导出')).toBeVisible();
    const data = JSON.parse(await readFile(path, 'utf8'));
    expect(data).toMatchObject({ schema: 1, profile: { person: { id: person.personId } } });
    expect(data.messages).toHaveLength(342);
    const text = JSON.stringify(data);
    for (const { value } of gateway.secrets) expect(text).not.toContain(value);
  });

  test('stays where it is when she cancels; a place that is gone is told', async ({
    launch,
    gateway,
    folder,
  }) => {
    const run = await launch();
    await run.signIn(classTeacher(gateway));
    await goTo(run.window, '个人资料');
    const button = run.window.getByRole('button', { name: '导出我的数据…' });
    const choose = run.window.getByRole('button', { name: '选择保存位置…' });
    await choosing(run, '');
    await button.click();
    await choose.click();
    await expect(button).toBeEnabled();
    await choosing(run, join(folder, 'gone', 'mine.json'));
    await button.click();
    await choose.click();
    await expect(run.window.getByText('没能导出您的数据')).toBeVisible();
    await expect(run.window.getByText(/那个文件夹已经不在了/)).toBeVisible();
  });
});
