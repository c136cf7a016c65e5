import { existsSync } from 'node:fs';
import { chmod, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { stored } from '../preload/stored';
import { test as base, expect, type Launched } from './app';
import { untrustedServer } from './untrustedServer';
import { type Serving, startUpdateServer, type UpdateServer } from './updateServer';

/** Our own version is 0.1.0. */
const newer = '0.2.0';

interface Updating {
  readonly server: UpdateServer;
  /** The AppImage that she runs, as far as the app can tell. */
  readonly appImage: string;
  /** What the new one writes when it runs. */
  readonly ran: string;
  /** Starts the app with that server, on the page with the updates. */
  open(): Promise<Launched>;
}

const test = base.extend<Updating>({
  ran: async ({ folder }, use) => use(join(folder, 'ran')),
  server: async ({ folder, ran }, use) => {
    // Large enough to come in more than one piece.
    const script = `#!/bin/sh\necho "$APPIMAGE_SILENT_INSTALL" > ${ran}\nexit\n`;
    const file = Buffer.from(script.padEnd(3_000_000, '#'));
    const server = await startUpdateServer({ keyFile: join(folder, 'key.pem'), file });
    await use(server);
    await server.close();
  },
  appImage: async ({ folder }, use) => {
    const path = join(folder, 'Staffroom.AppImage');
    await writeFile(path, 'the old one');
    await chmod(path, 0o755);
    await use(path);
  },
  open: async ({ launch, server, folder, appImage }, use) =>
    use(async () => {
      const run = await launch({
        deployment: { updates: { url: server.url } },
        deploymentOf: 'machine',
        env: { STAFFROOM_UPDATE_KEY: join(folder, 'key.pem') },
        asAppImage: appImage,
      });
      await run.window.getByRole('link', { name: '关于与帮助' }).click();
      return run;
    }),
});

const card = (window: Page) => window.getByRole('region', { name: '更新' });
const press = (window: Page, name: string) => card(window).getByRole('button', { name }).click();
const pending = (userData: string) => join(userData, 'updates', 'pending');
const kept = async (userData: string) =>
  existsSync(pending(userData)) ? readdir(pending(userData)) : [];

/** The page on which the newer version is offered. */
async function offered({ open, server }: Pick<Updating, 'open' | 'server'>): Promise<Page> {
  server.publish(newer);
  const { window } = await open();
  await press(window, '检查更新');
  return window;
}

test('a newer version is offered, downloaded with its progress, and takes the place of this one', async ({
  open,
  server,
  userData,
  appImage,
  ran,
}) => {
  server.publish(newer);
  const run = await open();
  const { window } = run;
  await expect(card(window)).toContainText('这次打开后还没有检查过');
  expect(server.asked()).toEqual([]);
  await press(window, '检查更新');
  await expect(card(window)).toContainText('新版本 0.2.0 可以下载（3 MB）。');
  expect(server.asked()).toEqual(['/school/latest-linux.yml', '/school/latest-linux.yml.sig']);

  server.serveFile('slowly');
  await press(window, '下载');
  await expect(card(window)).toContainText('正在下载 0.2.0');
  await expect(card(window)).toContainText('已下载 1 MB，共 3 MB');
  server.go();
  await expect(card(window)).toContainText('新版本 0.2.0 已下载，并核对无误。');
  const [file] = await kept(userData);
  expect(file).toBe('Staffroom-0.2.0.AppImage');
  expect(await readFile(appImage, 'utf8')).toBe('the old one');
  const [update] = stored.filter(({ what }) => what === 'updates');
  expect(await readdir(userData)).toEqual(
    expect.arrayContaining(update?.where.kind === 'folder' ? [...update.where.names] : ['?']),
  );
  for (const headers of server.headers()) {
    expect(Object.keys(headers)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/^(cookie|authorization|x-user-staging-id)$/)]),
    );
  }

  // It ends the page that is asked: the click would wait for its answer.
  const ended = run.ended;
  await window.evaluate(() => void globalThis.window.staffroom.call('installUpdate'));
  await ended;
  expect(await readFile(appImage, 'utf8')).toContain('#!/bin/sh');
  await expect.poll(() => existsSync(ran)).toBe(true);
});

test('how far a download has come is shown, and it can be cancelled and begun anew', async ({
  open,
  server,
  userData,
}) => {
  const window = await offered({ open, server });
  server.serveFile('slowly');
  await press(window, '下载');
  await expect(card(window)).toContainText('已下载 1 MB，共 3 MB');
  await press(window, '取消下载');
  await expect(card(window)).toContainText('可以下载（3 MB）');
  await expect(card(window).locator('.failure')).toHaveCount(0);
  expect(await kept(userData)).toEqual([]);
  server.serveFile('whole');
  await press(window, '下载');
  await expect(card(window)).toContainText('已下载，并核对无误');
});

test('a download that breaks off is removed, said, and not tried again by itself', async ({
  open,
  server,
  userData,
}) => {
  const window = await offered({ open, server });
  server.serveFile('broken');
  await press(window, '下载');
  await expect(card(window)).toContainText('已下载 1 MB，共 3 MB');
  const before = server.asked().length;
  server.go();
  await expect(card(window)).toContainText('下载中断了。下载的内容已删除');
  expect(await kept(userData)).toEqual([]);
  expect(server.asked()).toHaveLength(before);
  await expect(card(window).getByRole('button', { name: '下载' })).toBeVisible();
});

const refusedFiles: readonly (readonly [Serving, string])[] = [
  ['changed', '下载到的文件与更新说明不符。'],
  ['larger', '下载到的文件与更新说明不符。'],
  ['compressed', '下载到的文件与更新说明不符。'],
  ['from-elsewhere', '更新服务器把请求转到了别的地址。'],
  ['absent', '（HTTP 404）'],
];

test('a file that is not the described one is refused and removed', async ({
  open,
  server,
  userData,
}) => {
  const window = await offered({ open, server });
  for (const [how, said] of refusedFiles) {
    await test.step(how, async () => {
      server.serveFile(how);
      await press(window, '下载');
      await expect(card(window)).toContainText(said);
      expect(await kept(userData)).toEqual([]);
    });
  }
  await expect(card(window).getByRole('button', { name: '安装' })).toHaveCount(0);
});

test('a description that is not signed by the key, older or unusable is refused, and nothing is downloaded', async ({
  open,
  server,
  userData,
}) => {
  const { window } = await open();
  const refused = async (how: string, said: string) => {
    await test.step(how, async () => {
      await press(window, '检查更新');
      await expect(card(window)).toContainText(said);
      await expect(card(window)).toContainText('没有检查过');
    });
  };
  await refused('none', '没有适用于这种系统的更新说明');
  server.publish(newer);
  server.serve({ description: (text) => text.replace(newer, '0.3.0') });
  await refused('changed after it was signed', '没有用本程序认可的密钥签名');
  server.publish(newer);
  server.serve({ signature: null });
  await refused('without a signature', '没有用本程序认可的密钥签名');
  server.publish('0.0.9');
  await refused('older', '更新服务器提供的版本比现在的还旧');
  server.publish(newer, { files: [{ url: 'https://elsewhere.example/a.AppImage', size: 1 }] });
  await refused('leading elsewhere', '内容无法使用');
  server.publish(newer, {
    files: [{ url: 'Staffroom-arm64.AppImage', size: 1, sha512: `${'A'.repeat(86)}==` }],
  });
  await refused('of another processor', '没有适用于这台电脑的文件');
  expect(server.asked().filter((path) => path.endsWith('.AppImage'))).toEqual([]);
  expect(await kept(userData)).toEqual([]);
});

test('the same version is the newest, and one that is handed out in stages comes later', async ({
  open,
  server,
}) => {
  server.publish('0.1.0');
  const { window } = await open();
  await press(window, '检查更新');
  await expect(card(window)).toContainText('已是最新版本。');
  server.publish(newer, { stagingPercentage: 0 });
  await press(window, '检查更新');
  await expect(card(window)).toContainText('新版本 0.2.0 正在分批发放，稍后会轮到这台电脑。');
  server.publish(newer, { stagingPercentage: 100 });
  await press(window, '检查更新');
  await expect(card(window)).toContainText('新版本 0.2.0 可以下载');
});

test('an installation that others renew says that a version is out, and downloads nothing', async ({
  launch,
  server,
  folder,
}) => {
  server.publish(newer);
  const { window } = await launch({
    deployment: { updates: { url: server.url } },
    deploymentOf: 'machine',
    env: { STAFFROOM_UPDATE_KEY: join(folder, 'key.pem') },
  });
  await window.getByRole('link', { name: '关于与帮助' }).click();
  await press(window, '检查更新');
  await expect(card(window)).toContainText('新版本 0.2.0 已发布。');
  await expect(card(window)).toContainText(new URL(server.url).host);
  await expect(card(window).getByRole('button', { name: '下载' })).toHaveCount(0);
});

test('a server that nobody vouches for is told nothing, and said', async ({
  launch,
  server,
  folder,
}) => {
  server.publish(newer);
  const impostor = await untrustedServer();
  const { window } = await launch({
    deployment: { updates: { url: `https://${impostor.host}/school/` } },
    deploymentOf: 'machine',
    env: { STAFFROOM_UPDATE_KEY: join(folder, 'key.pem') },
  });
  await window.getByRole('link', { name: '关于与帮助' }).click();
  await press(window, '检查更新');
  await expect(card(window)).toContainText('CERT_AUTHORITY_INVALID，签发者：untrusted.invalid');
  expect(impostor.asked()).toBe(0);
  impostor.close();
});

test('without an address from IT, or a key in the build, it is off, says so, and asks nobody', async ({
  launch,
  server,
  folder,
}) => {
  server.publish(newer);
  const noAddress = await launch({ env: { STAFFROOM_UPDATE_KEY: join(folder, 'key.pem') } });
  await noAddress.window.getByRole('link', { name: '关于与帮助' }).click();
  await expect(card(noAddress.window)).toContainText('学校没有为这台电脑设置更新');
  await expect(card(noAddress.window).getByRole('button')).toHaveCount(0);
  const answer = await noAddress.window.evaluate(() => window.staffroom.call('checkForUpdates'));
  expect(answer).toEqual({ ok: false, failure: { kind: 'not-ready', needs: 'update' } });
  await noAddress.close();

  const noKey = await launch({
    deployment: { updates: { url: server.url } },
    deploymentOf: 'machine',
  });
  await noKey.window.getByRole('link', { name: '关于与帮助' }).click();
  await expect(card(noKey.window)).toContainText('这个版本不会自动检查更新');
  expect(server.asked()).toEqual([]);
});
