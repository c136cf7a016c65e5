import { existsSync } from 'node:fs';
import { readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Gateway } from '../gateway';
import { stored } from '../preload/stored';
import { expect, test } from './app';
import { inMain } from './inMain';
import {
  classTeacher,
  goTo,
  listed,
  messageRows,
  readingPane,
  schoolHead,
  showing,
  stateOf,
} from './pages';
import { findSecrets } from './secrets';

/** Long enough on a busy machine for what takes a few seconds. */
const slow = { timeout: 30_000 };

const quick = (policy: Readonly<Record<string, unknown>> = {}) => ({
  deployment: { session: { heartbeatSeconds: 1 }, policy },
});

/** What of hers must be nowhere: every secret there is, and what her messages and profile say. */
function hersIn(gateway: Gateway): Record<string, string> {
  const person = classTeacher(gateway);
  return {
    ...Object.fromEntries(gateway.secrets.map(({ kind, value }, n) => [`${kind} ${n}`, value])),
    'person id': person.personId,
    'account id': person.accountId,
    password: person.password,
    campus: '武汉小学武昌校区',
  };
}

test('a sign-in on a shared computer leaves nothing on disk or in the keychain, and ends with the app', async ({
  launch,
  gateway,
  keyring,
  userData,
}) => {
  test.setTimeout(120_000);
  const first = await launch({ consent: 'asked' });
  const { window } = first;
  const shared = window.getByRole('switch', { name: '公用电脑' });
  await expect(shared).not.toBeChecked();
  await shared.check();
  await expect(window.getByText('15 分钟没有人使用')).toBeVisible();
  await first.signIn(classTeacher(gateway));
  await expect(stateOf(window)).toHaveAttribute('data-state', 'active');
  await messageRows(window).first().click();
  await expect(readingPane(window)).toBeVisible();
  await goTo(window, '组织');
  await expect(window.getByText('武汉小学武昌校区').first()).toBeVisible();
  expect(await keyring.present()).toEqual([]);
  await first.close();

  expect(await keyring.present()).toEqual([]);
  const places = [{ kind: 'folder', path: userData } as const];
  expect(await findSecrets(hersIn(gateway), places)).toEqual([]);
  expect(await readdir(userData)).not.toEqual(
    expect.arrayContaining([expect.stringMatching(/^(profile|messages|pictures)/)]),
  );
  expect(JSON.parse(await readFile(join(userData, 'settings.json'), 'utf8'))).toMatchObject({
    sharedComputer: 'yes',
    kept: {},
  });

  const next = await launch();
  await expect(next.window.getByRole('button', { name: '登录教育云' })).toBeVisible();
  await expect(next.window.getByRole('switch', { name: '公用电脑' })).toBeChecked();
});

test('marks that wait are sent before the app quits on a shared computer', async ({
  launch,
  gateway,
}) => {
  const run = await launch();
  await run.window.getByRole('switch', { name: '公用电脑' }).check();
  const person = schoolHead(gateway);
  await run.signIn(person);
  await expect(run.window.getByRole('button', { name: '未读 133' })).toBeVisible();
  await run.window.getByRole('button', { name: '未读 133' }).click();
  await showing(run.window, 133);
  await run.window.getByRole('button', { name: '全部标为已读' }).click();
  await expect(run.window.getByText('已将 133 条标为已读')).toBeVisible();
  await run.close();
  const unread = gateway.messages(person.personId).filter(({ isRead }) => isRead === 0);
  expect(unread).toEqual([]);
});

test('where closing quits, the window can be opened while a shared computer is being left, and it ends', async ({
  launch,
  gateway,
  tray,
}) => {
  const run = await launch();
  await run.window.getByRole('switch', { name: '公用电脑' }).check();
  await run.signIn(schoolHead(gateway));
  await run.change({ closeToTray: 'off' });
  gateway.fault('mark-messages', { kind: 'hold' });
  await run.window.getByRole('button', { name: '未读 133' }).click();
  await run.window.getByRole('button', { name: '全部标为已读' }).click();
  await expect(run.window.getByText('已将 133 条标为已读')).toBeVisible();
  const item = await tray.item();
  await inMain(run.app, ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  // It may be gone before it has answered the click.
  await Promise.allSettled([item.click('打开教师工作台')]);
  expect(await run.ended).toBe(0);
});

test('the school’s policy locks the switch, and unused for its time she is warned and signed out', async ({
  launch,
  gateway,
  keyring,
}) => {
  test.setTimeout(120_000);
  // A minute lasts six seconds here: see the deployment's pace.
  const run = await launch(quick({ sharedComputer: true, sharedComputerIdleMinutes: 1 }));
  const { window } = run;
  const shared = window.getByRole('switch', { name: '公用电脑' });
  await expect(shared).toBeChecked();
  await expect(shared).toBeDisabled();
  await expect(window.getByText('由学校管理')).toBeVisible();
  await run.change({ sharedComputer: 'no' });
  await expect(shared).toBeChecked();

  await run.signIn(classTeacher(gateway));
  const warning = window.getByRole('alert', { name: '公用电脑' });
  await expect(warning).toContainText(/没有人在使用，\d+ 秒后退出登录/, slow);
  await window.keyboard.press('Shift');
  await expect(warning).toBeHidden(slow);
  await expect(stateOf(window)).toHaveAttribute('data-state', 'active');

  await expect(window.getByText('1 分钟没有人使用，已退出登录。')).toBeVisible(slow);
  await expect(window.getByRole('button', { name: '登录教育云' })).toBeVisible();
  expect(await keyring.present()).toEqual([]);
});

test('a notice on a shared computer says how many messages came, and nothing of them', async ({
  launch,
  gateway,
  notifications,
}) => {
  const person = classTeacher(gateway);
  const run = await launch({ deployment: { messages: { pollSeconds: 1 } } });
  await run.window.getByRole('switch', { name: '公用电脑' }).check();
  await run.signIn(person);
  await listed(run.window, 342);
  gateway.addMessage(person.personId, {
    sender: { id: 'head', name: '李校长' },
    body: { msgtype: 'text', text: { content: '张三同学的成绩' } },
    isRead: 0,
  });
  await expect.poll(() => notifications.shown.length, slow).toBe(1);
  const [notice] = notifications.shown;
  expect(notice).toMatchObject({ title: '1 条新消息', body: '' });
});

test('before the first sign-in she is told what is stored, once, and may refuse', async ({
  launch,
  gateway,
  userData,
}) => {
  const first = await launch({ consent: 'asked' });
  const { window, app } = first;
  const button = window.getByRole('button', { name: '登录教育云' });
  const dialog = window.getByRole('dialog', { name: '登录前请了解' });
  await button.click();
  await expect(dialog).toContainText('30 天没有打开，也会自动删除');
  await dialog.getByText('查看详细清单').click();
  const rows = dialog.getByRole('table', { name: '这台电脑上保存了哪些内容' }).getByRole('row');
  await expect(rows).toHaveCount(stored.length + 1);
  await expect(rows.filter({ hasText: '登录信息' })).toContainText('系统钥匙串');
  await expect(rows.filter({ hasText: '消息，以及' })).toContainText('messages（加密）');

  await dialog.getByRole('button', { name: '取消' }).click();
  await expect(dialog).toBeHidden();
  const asked = await window.evaluate(() => globalThis.window.staffroom.call('signIn'));
  expect(asked).toEqual({ ok: false, failure: { kind: 'not-ready', needs: 'consent' } });
  expect(app.windows()).toHaveLength(1);
  expect(gateway.journal).toEqual([]);

  await first.signIn(classTeacher(gateway));
  await expect(stateOf(window)).toHaveAttribute('data-state', 'active');
  await first.close();

  const next = await launch();
  await goTo(next.window, '设置');
  await next.window.getByRole('button', { name: '退出登录' }).click();
  await next.window.getByRole('dialog').getByRole('button', { name: '退出登录' }).click();
  await next.window.getByRole('button', { name: '登录教育云' }).click();
  await expect(next.window.getByText('请在登录窗口中完成')).toBeVisible();
  await next.close();

  // A list that has changed since is told anew.
  const path = join(userData, 'settings.json');
  const settings = JSON.parse(await readFile(path, 'utf8'));
  await writeFile(path, JSON.stringify({ ...settings, agreedTo: 0 }));
  const last = await launch();
  await last.window.getByRole('button', { name: '登录教育云' }).click();
  await expect(last.window.getByRole('dialog', { name: '登录前请了解' })).toBeVisible();
});

test('what the app writes into its folder is on the list that people are shown', async ({
  launch,
  gateway,
  userData,
}) => {
  const run = await launch();
  await run.signIn(classTeacher(gateway));
  await messageRows(run.window).first().click();
  await goTo(run.window, '设置');
  await run.window.getByRole('combobox', { name: '主题' }).selectOption('深色');
  await expect.poll(() => existsSync(join(userData, 'profile.json'))).toBe(true);
  await run.close();

  const named = stored.flatMap(({ where }) => (where.kind === 'folder' ? where.names : []));
  const patterns = named.map(
    (name) => new RegExp(`^${name.replaceAll('.', '\\.').replaceAll('*', '.*')}$`),
  );
  // Playwright's way in, which nobody else has.
  const found = (await readdir(userData)).filter((name) => name !== 'DevToolsActivePort');
  expect(found).toEqual(expect.arrayContaining(['profile.json', 'messages', 'settings.json']));
  expect(found.filter((name) => !patterns.some((pattern) => pattern.test(name)))).toEqual([]);
});

test('what nobody has opened for 30 days is gone at the next start', async ({
  launch,
  gateway,
  userData,
}) => {
  const first = await launch();
  await first.signIn(classTeacher(gateway));
  await expect(messageRows(first.window).first()).toBeVisible();
  await expect.poll(() => existsSync(join(userData, 'profile.json'))).toBe(true);
  await first.close();

  const old = new Date(Date.now() - 31 * 24 * 60 * 60 * 1000);
  const entries = await readdir(join(userData, 'messages'), {
    recursive: true,
    withFileTypes: true,
  });
  for (const entry of entries) {
    if (entry.isFile()) await utimes(join(entry.parentPath, entry.name), old, old);
  }
  await utimes(join(userData, 'profile.json'), old, old);
  gateway.fault('all', { kind: 'bad-gateway' });

  const next = await launch();
  await expect(stateOf(next.window)).toHaveAttribute('data-state', 'unreachable', slow);
  expect(existsSync(join(userData, 'profile.json'))).toBe(false);
  await expect(messageRows(next.window)).toHaveCount(0);
  const log = await readFile(join(userData, 'logs', 'main.log'), 'utf8');
  expect(log).toContain('unused: removed: profiles 1, mailboxes 1');
});

test('the page About tells versions, keys, what is stored where, and the licences of all that ships', async ({
  launch,
  gateway,
  userData,
}) => {
  const run = await launch();
  const { window, app } = run;
  // Also before anybody has signed in.
  await window.getByRole('link', { name: '关于与帮助' }).click();
  await expect(window.getByRole('heading', { level: 1, name: '关于与帮助' })).toBeVisible();
  await window.getByRole('link', { name: '返回' }).click();
  await run.signIn(classTeacher(gateway));

  await inMain(app, ({ Menu }) => {
    const find = (items: Electron.MenuItem[]): Electron.MenuItem | undefined =>
      items.find(({ label }) => label.startsWith('关于')) ??
      items.map(({ submenu }) => submenu && find(submenu.items)).find(Boolean);
    find(Menu.getApplicationMenu()?.items ?? [])?.click();
  });
  await expect(window.getByRole('heading', { level: 1, name: '关于与帮助' })).toBeVisible();
  const versions = await inMain(app, () => process.versions);
  const version = window.getByRole('region', { name: '版本' });
  await expect(version).toContainText(String(versions.electron));
  await expect(version).toContainText(String(versions.chrome));
  await expect(window.getByRole('region', { name: '遇到问题时' })).toContainText(
    new URL(gateway.url).host,
  );
  const keys = window.getByRole('table', { name: '键盘快捷键' }).getByRole('row');
  await expect(keys.filter({ hasText: '打开下一条消息' })).toContainText('J');
  await expect(keys.filter({ hasText: '全选' })).toContainText('Ctrl+A');
  await expect(window.getByRole('table', { name: '这台电脑上保存了哪些内容' })).toBeVisible();
  await expect(window.getByText(userData)).toBeVisible();

  await inMain(app, ({ shell }) => {
    shell.openPath = async (path) => {
      (globalThis as { opened?: string }).opened = path;
      return '';
    };
  });
  await window.getByRole('button', { name: '打开文件夹' }).click();
  await expect
    .poll(() => inMain(app, () => (globalThis as { opened?: string }).opened))
    .toBe(userData);

  await window.getByText('所用软件包的许可').click();
  const axios = window.getByRole('listitem').filter({ hasText: /^axios/ });
  await expect(axios).toContainText('MIT');
  await axios.locator('summary').click();
  await expect(axios.locator('pre')).toContainText('Permission is hereby granted');

  await window.getByRole('button', { name: '复制报告' }).click();
  await expect(window.getByText('报告已复制')).toBeVisible();
});
