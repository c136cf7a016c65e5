import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Gateway } from '../gateway';
import { expect, test } from './app';
import { classTeacher, stateOf } from './pages';
import { findSecrets } from './secrets';

interface PracticeFile {
  readonly gateway: string;
  readonly app: { readonly appId: string; readonly appKey: string };
  readonly login: { readonly page: string; readonly redirectUri: string };
  readonly messages: { readonly feedUrl: string };
}

const fileOf = (gateway: Gateway) => gateway.deployment() as unknown as PracticeFile;

/** What the practice platform's IT would type. */
async function typeIn(window: Page, gateway: Gateway): Promise<void> {
  const { app, login, messages, ...file } = fileOf(gateway);
  await window.getByLabel('平台接口网址').fill(file.gateway);
  await window.getByLabel('学校或平台名称').fill('手填学校');
  await window.getByLabel('应用编号（appId）').fill(app.appId);
  await window.getByRole('textbox', { name: '应用密钥（appKey）' }).fill(app.appKey);
  await window.getByLabel('登记的回调网址').fill(login.redirectUri);
  await window.getByLabel('登录页网址').fill(login.page);
  await window.getByLabel('消息列表网址').fill(messages.feedUrl);
}

const partOf = (window: Page, part: string) => window.locator(`[data-part="${part}"]`);
const checkButton = (window: Page) => window.getByRole('button', { name: /^(检查|重新检查)$/ });

/** Drops a file with such a text on the window. */
const drop = (window: Page, name: string, text: string) =>
  window.evaluate(
    ([called, holding]) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([holding], called));
      for (const kind of ['dragenter', 'dragover', 'drop']) {
        document.body.dispatchEvent(
          new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true }),
        );
      }
    },
    [name, text] as const,
  );

const dialogOf = (window: Page) => window.getByRole('dialog');

test('a platform is typed in, checked part by part, saved, and signed in to', async ({
  launch,
  gateway,
  userData,
}) => {
  const run = await launch({ deployment: 'none' });
  const { window } = run;
  await typeIn(window, gateway);
  await checkButton(window).click();
  await expect(window.getByText('各项都正常。')).toBeVisible({ timeout: 30_000 });
  for (const part of ['access-token', 'login-ticket', 'login-page', 'feed', 'message-gateway']) {
    await expect(partOf(window, part)).toHaveAttribute('data-state', 'works');
  }
  await window.getByRole('button', { name: '保存并开始使用' }).click();
  await expect(window.getByText('手填学校')).toBeVisible();
  await run.signIn(classTeacher(gateway));
  await expect(stateOf(window)).toHaveAttribute('data-state', 'active');

  const { appKey } = fileOf(gateway).app;
  expect(await findSecrets({ appKey }, [{ kind: 'folder', path: userData }])).toEqual([]);
  expect(await readFile(join(userData, 'deployment.json'), 'utf8')).toContain('手填学校');
});

test('the check tells which part is wrong, and fields are told in words before anything is sent', async ({
  launch,
  gateway,
}) => {
  const run = await launch({ deployment: 'none' });
  const { window } = run;
  await checkButton(window).click();
  const address = window.getByLabel('平台接口网址');
  await expect(address).toBeFocused();
  await expect(address).toHaveAccessibleDescription(/应当是/);
  await address.fill('http://gateway.example.edu.cn');
  await expect(address).toHaveAccessibleDescription('应当是https 开头的网址');
  expect(gateway.journal).toEqual([]);

  await typeIn(window, gateway);
  await window.getByRole('textbox', { name: '应用密钥（appKey）' }).fill('a-wrong-key');
  await window.getByLabel('消息列表网址').fill(`${gateway.url}/no/such/feed`);
  await checkButton(window).click();
  await expect(window.getByText('有 2 项没有通过')).toBeVisible({ timeout: 30_000 });
  await expect(partOf(window, 'access-token')).toContainText('平台没有接受');
  await expect(partOf(window, 'login-ticket')).toHaveAttribute('data-state', 'not-tried');
  await expect(partOf(window, 'login-page')).toHaveAttribute('data-state', 'works');
  await expect(partOf(window, 'feed')).toContainText('404');
  await expect(window.getByRole('status', { name: '检查结果' })).not.toContainText('a-wrong-key');

  // What was found is not of what she types now.
  await window.getByLabel('消息列表网址').fill('');
  await expect(partOf(window, 'access-token')).toHaveCount(0);
});

test('a check can be stopped', async ({ launch, gateway }) => {
  const run = await launch({ deployment: 'none' });
  const { window } = run;
  await typeIn(window, gateway);
  gateway.fault('login-ticket', { kind: 'hold' });
  await checkButton(window).click();
  await expect(partOf(window, 'login-ticket')).toHaveAttribute('data-state', 'trying');
  await window.getByRole('button', { name: '停止检查' }).click();
  await expect(partOf(window, 'feed')).toHaveAttribute('data-state', 'not-tried');
});

test('a preset fills in its gateway', async ({ launch }) => {
  const run = await launch({ deployment: 'none' });
  await run.window.getByLabel('平台', { exact: true }).selectOption('tze');
  await expect(run.window.getByLabel('平台接口网址')).toHaveValue('https://api.tze.cn');
});

test('a file that is dropped is used, and one that replaces it asks first', async ({
  launch,
  gateway,
  keyring,
}) => {
  const run = await launch({ deployment: 'none' });
  const { window } = run;
  await drop(window, 'notes.txt', 'no deployment');
  await expect(dialogOf(window)).toContainText('正确的 JSON');
  await dialogOf(window).getByRole('button', { name: '关闭' }).click();
  await drop(window, 'deployment.json', JSON.stringify(gateway.deployment()));
  await run.signIn(classTeacher(gateway));
  await expect(stateOf(window)).toHaveAttribute('data-state', 'active');

  const other = JSON.stringify(gateway.deployment({ id: 'other', name: '另一所学校' }));
  await drop(window, 'other.staffroom', other);
  await expect(dialogOf(window)).toContainText('另一所学校');
  await expect(dialogOf(window)).toContainText('练习学校');
  await expect(dialogOf(window)).toContainText('退出登录');
  await dialogOf(window).getByRole('button', { name: '取消' }).click();
  await expect(dialogOf(window)).toHaveCount(0);
  await expect(stateOf(window)).toHaveAttribute('data-state', 'active');

  await drop(window, 'other.staffroom', other);
  await dialogOf(window).getByRole('button', { name: '更换' }).click();
  await expect(window.getByRole('main').getByText('另一所学校')).toBeVisible();
  await expect(window.getByRole('button', { name: '登录教育云' })).toBeVisible();
  // The former platform's key goes with it.
  expect(await keyring.read('appKey')).toBeNull();
});

test('while the start names a file, no other is taken', async ({ launch, gateway }) => {
  const run = await launch();
  await drop(run.window, 'd.json', JSON.stringify(gateway.deployment({ name: '另一所学校' })));
  await expect(dialogOf(run.window)).toContainText('程序启动时已指定了部署文件');
});

test('a .staffroom file that the app is started with is used once she agrees', async ({
  launch,
  gateway,
  folder,
}) => {
  const path = join(folder, '练习 学校.staffroom');
  const policy = { notifications: false };
  await writeFile(path, JSON.stringify(gateway.deployment({ policy })));
  const run = await launch({ deployment: 'none', opens: path });
  await expect(dialogOf(run.window)).toContainText('练习学校');
  await expect(dialogOf(run.window)).toContainText('policy');
  await dialogOf(run.window).getByRole('button', { name: '采用' }).click();
  await run.signIn(classTeacher(gateway));
  await expect(stateOf(run.window)).toHaveAttribute('data-state', 'active');
});
