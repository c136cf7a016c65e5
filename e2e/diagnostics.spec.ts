import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import type { Gateway } from '../gateway';
import { expect, test } from './app';
import { inMain } from './inMain';
import { classTeacher, goTo, stateOf } from './pages';
import { findSecrets, type Place } from './secrets';

const quick = { deployment: { session: { heartbeatSeconds: 1 } } };

const events = (window: Page) => window.getByRole('table', { name: '最近的事件' }).getByRole('row');
const clipboardOf = (app: ElectronApplication) =>
  inMain(app, ({ clipboard }) => clipboard.readText());

/** The system's dialog, with a place chosen in it, or closed where that is null. */
const chooseInDialog = (app: ElectronApplication, path: string | null) =>
  inMain(
    app,
    ({ dialog }, chosen) => {
      dialog.showSaveDialog = async () => ({ canceled: chosen === null, filePath: chosen ?? '' });
    },
    path,
  );

/** What must not be found: every secret there is, and what is hers. */
function secretsOf(gateway: Gateway): Record<string, string> {
  const person = classTeacher(gateway);
  const { appKey } = gateway.deployment().app as { appKey: string };
  const [school] = person.userInfo.user_top_org;
  return {
    ...Object.fromEntries(gateway.secrets.map(({ kind, value }, n) => [`${kind} ${n}`, value])),
    appKey,
    'person id': person.personId,
    'account id': person.accountId,
    password: person.password,
    'school id': String(school?.org_id),
    campus: '武汉小学武昌校区',
  };
}

test('what happened to the session is told in words, and the report holds no secret', async ({
  launch,
  gateway,
  folder,
  userData,
}) => {
  test.setTimeout(120_000);
  const run = await launch(quick);
  const { window, app } = run;
  const person = classTeacher(gateway);
  await run.signIn(person);
  await gateway.until('heartbeat', 4);
  gateway.fault('all', { kind: 'bad-gateway' });
  await expect(stateOf(window)).toHaveAttribute('data-state', 'unreachable');
  gateway.clearFaults();
  await expect(stateOf(window)).toHaveAttribute('data-state', 'active');
  gateway.endSession(person.personId);
  gateway.endSignOn(person.personId);
  await expect(stateOf(window)).toHaveAttribute('data-state', 'expired');
  await run.fillIn(person);
  await expect(stateOf(window)).toHaveAttribute('data-state', 'active');

  await goTo(window, '设置');
  await window.getByRole('link', { name: '查看诊断信息' }).click();
  await expect(window.getByRole('heading', { level: 1, name: '诊断' })).toBeVisible();
  // While the page is open, too.
  gateway.displace(person.personId);
  await expect(events(window).nth(1)).toContainText('平台表示账号已在别处登录（110000）。');

  const host = new URL(gateway.url).host;
  for (const [what, state] of [
    ['登录成功。', '已登录'],
    [`平台 ${host} 出了故障（HTTP 502）`, '连接不上平台'],
    ['平台表示会话已不存在（100000）。', '登录已失效'],
    ['平台表示账号已在别处登录（110000）。', '账号在别处登录'],
    ['部署文件可用。', ''],
  ] as const) {
    const row = events(window).filter({ hasText: what }).filter({ hasText: state });
    await expect(row.first()).toBeVisible();
  }
  const beats = events(window).filter({ hasText: '心跳正常。' });
  await expect(beats.filter({ hasText: /共 \d+ 次/ })).not.toHaveCount(0);

  await window.getByRole('button', { name: '复制报告' }).click();
  await expect(window.getByText('报告已复制')).toBeVisible();
  const copied = await clipboardOf(app);
  const versions = await inMain(app, () => process.versions);
  expect(copied).toContain(`Electron: ${versions.electron}`);
  expect(copied).toContain(`Chromium: ${versions.chrome}`);
  expect(copied).toContain(`gateway: ${host}`);
  expect(copied).toContain('平台表示会话已不存在（100000）。');
  expect(copied).toMatch(/info session: gone, now expired$/m);
  expect(copied).toMatch(/info session: unanswered, now unreachable; server host=\S+ status=502$/m);

  const chosen = join(folder, 'report.txt');
  await chooseInDialog(app, chosen);
  await window.getByRole('button', { name: '保存报告…' }).click();
  await expect(window.getByText('报告已保存')).toBeVisible();
  const saved = await readFile(chosen);
  expect(saved.toString()).toContain(`Electron: ${versions.electron}`);

  const places: Place[] = [
    { kind: 'folder', path: join(userData, 'logs') },
    { kind: 'bytes', name: 'copied report', bytes: Buffer.from(copied) },
    { kind: 'bytes', name: 'saved report', bytes: saved },
    { kind: 'bytes', name: 'output', bytes: Buffer.from(run.output()) },
  ];
  expect(await findSecrets(secretsOf(gateway), places)).toEqual([]);
  // The search finds what is there.
  const there = await findSecrets({ there: 'unanswered, now unreachable' }, places);
  expect(there).toHaveLength(3);
});

test('a dialog that is closed saves nothing, and a place that cannot be written is said', async ({
  launch,
  gateway,
  folder,
}) => {
  const { window, app, signIn } = await launch();
  await signIn(classTeacher(gateway));
  await goTo(window, '设置');
  await window.getByRole('link', { name: '查看诊断信息' }).click();
  const save = window.getByRole('button', { name: '保存报告…' });
  await chooseInDialog(app, join(folder, 'nowhere', 'report.txt'));
  await save.click();
  const notice = window.getByRole('status', { name: '提示' });
  await expect(notice).toContainText('没能保存报告');
  await notice.getByRole('button', { name: '关闭' }).click();
  await chooseInDialog(app, null);
  const answer = await window.evaluate(() =>
    globalThis.window.staffroom.call('saveDiagnosticReport'),
  );
  expect(answer).toEqual({ ok: true, value: 'cancelled' });
  await window.getByRole('link', { name: '返回' }).click();
  await expect(window.getByRole('heading', { level: 1, name: '设置' })).toBeVisible();
});

test('where nobody can sign in yet, it can be looked at all the same', async ({ launch }) => {
  const { window } = await launch({ deployment: 'none', language: 'en-US' });
  await window.getByRole('link', { name: 'Show diagnostics' }).click();
  const table = window.getByRole('table', { name: 'Latest events' });
  await expect(table.getByRole('row').nth(1)).toContainText('No deployment file was found.');
  await expect(table.getByRole('columnheader')).toHaveText([
    'Time',
    'What happened',
    'State after it',
  ]);
  await window.getByRole('link', { name: 'Back' }).click();
  await expect(window.getByRole('heading', { name: 'No deployment file yet' })).toBeVisible();
});
