import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { hostname } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Gateway } from '../gateway';
import { expect, test } from './app';
import { inMain } from './inMain';
import { classTeacher } from './pages';
import { findSecrets } from './secrets';
import { untrustedServer } from './untrustedServer';

/** The newest message: a card with that picture. */
function addPicture(gateway: Gateway, title: string, picUrl: string, minutes = 60): void {
  gateway.addMessage(classTeacher(gateway).personId, {
    sentAt: new Date(Date.now() + minutes * 60_000).toISOString(),
    body: { msgtype: 'link', link: { title, content: '', picUrl, busiId: title, pcUrl: '' } },
  });
}

/** Opens the message, and gives the reading pane. */
async function opened(window: Page, title: string) {
  await window.getByRole('list', { name: '消息列表' }).getByText(title).first().click();
  const pane = window.getByRole('region', { name: '阅读消息' });
  await expect(pane.getByRole('heading', { level: 1, name: title })).toBeVisible();
  return pane;
}

const widthOf = (window: Page, title: string) =>
  window
    .getByRole('img', { name: `“${title}”的配图` })
    .evaluate((img) => (img instanceof HTMLImageElement ? img.naturalWidth : 0));

const pictureCalls = (gateway: Gateway) =>
  gateway.journal.filter(({ call }) => call === 'picture').length;

test('a picture is shown, and shown again offline after a restart; nothing of it can be read on disk', async ({
  launch,
  gateway,
  userData,
}) => {
  addPicture(gateway, '参观长城', `${gateway.url}/pictures/great-wall-trip.png`);
  const first = await launch();
  const asked: string[] = [];
  first.window.on('request', (request) => asked.push(request.url()));
  await first.signIn(classTeacher(gateway));
  await opened(first.window, '参观长城');
  await expect.poll(() => widthOf(first.window, '参观长城')).toBe(640);
  expect(asked.filter((url) => url.startsWith('media://message/'))).toHaveLength(1);
  expect(asked.filter((url) => !/^(app|media|data):/.test(url))).toEqual([]);
  await first.close();

  await gateway.down();
  const second = await launch();
  await opened(second.window, '参观长城');
  await expect.poll(() => widthOf(second.window, '参观长城')).toBe(640);
  expect(pictureCalls(gateway)).toBe(1);
  await second.close();

  const needles = { picture: 'great-wall-trip', address: `${gateway.url}/pictures` };
  expect(await findSecrets(needles, [{ kind: 'folder', path: userData }])).toEqual([]);
  await gateway.up();
});

test('signing out removes the pictures from disk', async ({ launch, gateway, userData }) => {
  addPicture(gateway, '参观长城', `${gateway.url}/pictures/great-wall-trip.png`);
  const run = await launch();
  await run.signIn(classTeacher(gateway));
  await opened(run.window, '参观长城');
  await expect.poll(() => widthOf(run.window, '参观长城')).toBe(640);
  const folder = join(userData, 'pictures');
  expect(existsSync(folder)).toBe(true);
  await run.window.evaluate(() => window.staffroom.call('signOut'));
  expect(existsSync(folder)).toBe(false);
});

test('a picture by http from elsewhere is not asked for: its host is named, with the way to a browser', async ({
  launch,
  gateway,
}) => {
  let requests = 0;
  const elsewhere = createServer((_request, response) => {
    requests += 1;
    response.end();
  }).listen(0);
  await once(elsewhere, 'listening');
  const host = `${hostname()}:${(elsewhere.address() as AddressInfo).port}`;
  addPicture(gateway, '本周菜单', `http://${host}/menu.jpg`);
  addPicture(
    gateway,
    '换了地方',
    `${gateway.url}/strange-pictures/elsewhere.png?to=${encodeURIComponent(`http://${host}/a`)}`,
    50,
  );
  const run = await launch();
  await run.signIn(classTeacher(gateway));
  for (const title of ['本周菜单', '换了地方']) {
    const pane = await opened(run.window, title);
    await expect(pane.getByText(`图片不是经加密连接（https）提供的（${host}）`)).toBeVisible();
    await expect(pane.getByRole('link', { name: '在浏览器中查看图片' })).toBeVisible();
  }
  expect(requests).toBe(0);
  elsewhere.close();
});

test('what is no picture, too large, or leads elsewhere is refused in words', async ({
  launch,
  gateway,
}) => {
  const strange = (name: string) => `${gateway.url}/strange-pictures/${name}`;
  const noPicture = '收到的不是完好的 JPG、PNG、GIF 或 WebP 图片';
  const inside = '图片的地址指向这台电脑或内部网络（10.0.0.1）';
  const expected = [
    ['一个网页', strange('page.png'), noPicture],
    ['一幅矢量图', strange('drawing.png'), noPicture],
    ['半幅图', strange('broken.png'), noPicture],
    ['大图', strange('large.png'), '超过了 5 MB'],
    ['内网', 'https://10.0.0.1/a.png', inside],
    ['转到内网', `${strange('elsewhere.png')}?to=https://10.0.0.1/a.png`, inside],
    ['绕圈', strange('elsewhere.png'), '图片的地址一再跳转'],
    ['没有了', strange('gone.png'), 'HTTP 404'],
  ] as const;
  for (const [index, [title, address]] of expected.entries()) {
    addPicture(gateway, title, address, 60 - index);
  }
  const run = await launch();
  await run.signIn(classTeacher(gateway));
  for (const [title, , words] of expected) {
    const pane = await opened(run.window, title);
    await expect(pane.getByText(words)).toBeVisible();
    await expect(pane.getByRole('img')).toHaveCount(0);
  }
});

test('a name that leads to this machine is not asked, and not read when it leads there only then', async ({
  launch,
  gateway,
}) => {
  const server = await untrustedServer();
  const address = `https://${server.host.replace('127.0.0.1', 'pic.school.example')}/a.png`;
  const leadsInside = '图片的地址指向这台电脑或内部网络（pic.school.example';
  addPicture(gateway, '指向本机', address);
  addPicture(gateway, '后来指向本机', `${address}?later`, 50);
  const run = await launch({
    switches: ['--host-resolver-rules=MAP pic.school.example 127.0.0.1'],
  });
  await run.signIn(classTeacher(gateway));
  const before = await opened(run.window, '指向本机');
  await expect(before.getByText(leadsInside)).toBeVisible();
  expect(server.asked()).toBe(0);

  await inMain(run.app, ({ session }) => {
    const pictures = session.fromPartition('pictures', { cache: false });
    pictures.setCertificateVerifyProc((_looked, decide) => decide(0));
    const endpoints = [{ address: '1.1.1.1', family: 'ipv4' as const }];
    pictures.resolveHost = async () => ({ endpoints });
  });
  const after = await opened(run.window, '后来指向本机');
  await expect(after.getByText(leadsInside)).toBeVisible();
  // The look before is what spares it the request; this one spares us the answer.
  expect(server.asked()).toBe(1);
  server.close();
});

test('through a proxy, which finds the names itself, pictures come too; a certificate counts as ever', async ({
  launch,
  gateway,
}) => {
  const server = await untrustedServer();
  const proxy = createServer().listen(0, '127.0.0.1');
  proxy.on('connect', (_request, client, head) => {
    const through = connect(Number(server.host.split(':')[1]), '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      through.write(head);
      through.pipe(client).pipe(through);
    });
  });
  await once(proxy, 'listening');
  const { port } = proxy.address() as AddressInfo;
  addPicture(gateway, '参观长城', `${gateway.url}/pictures/great-wall-trip.png`);
  addPicture(gateway, '证书不对', 'https://pic.school.example/a.png', 50);
  // Another name: Chromium remembers its verdict on the first.
  addPicture(gateway, '证书通过', 'https://other.school.example/b.png', 40);
  const run = await launch();
  await run.signIn(classTeacher(gateway));
  await opened(run.window, '参观长城');
  await expect.poll(() => widthOf(run.window, '参观长城')).toBe(640);

  const pictures = { proxyRules: `https=127.0.0.1:${port}` };
  await inMain(
    run.app,
    ({ session }, by) => session.fromPartition('pictures').setProxy(by),
    pictures,
  );
  const first = await opened(run.window, '证书不对');
  await expect(first.getByText('pic.school.example 的安全证书有问题')).toContainText(
    'CERT_AUTHORITY_INVALID，签发者：untrusted.invalid',
  );
  expect(server.asked()).toBe(0);

  await inMain(run.app, ({ session }) =>
    session.fromPartition('pictures').setCertificateVerifyProc((_looked, decide) => decide(0)),
  );
  const second = await opened(run.window, '证书通过');
  await expect(second.getByText('收到的不是完好的 JPG')).toContainText('other.school.example');
  expect(server.asked()).toBe(1);
  proxy.closeAllConnections();
  proxy.close();
  server.close();
});

test('a page cannot read pictures, only show those of its messages; no other page can either', async ({
  launch,
  gateway,
}) => {
  addPicture(gateway, '参观长城', `${gateway.url}/pictures/great-wall-trip.png`);
  const run = await launch();
  await run.signIn(classTeacher(gateway));
  const pane = await opened(run.window, '参观长城');
  await expect.poll(() => widthOf(run.window, '参观长城')).toBe(640);
  const src = String(await pane.getByRole('img').getAttribute('src'));
  expect(src).toMatch(/^media:\/\/message\/\d+\?\d+$/);

  const tried = await run.window.evaluate(async (address) => {
    const shows = (url: string) =>
      new Promise<string>((resolve) => {
        const img = new Image();
        img.onload = () => resolve('shown');
        img.onerror = () => resolve('refused');
        img.src = url;
      });
    const fetched = (url: string) =>
      fetch(url).then(
        () => 'fetched',
        () => 'refused',
      );
    return {
      again: await shows(`${address}&again`),
      fetched: await fetched(address),
      noMessage: await shows('media://message/4000000000'),
      noKey: await shows('media://message/../1'),
      elsewhere: await shows('media://other/1'),
    };
  }, src);
  expect(tried).toEqual({
    again: 'refused',
    fetched: 'refused',
    noMessage: 'refused',
    noKey: 'refused',
    elsewhere: 'refused',
  });

  const others = await inMain(
    run.app,
    async ({ BrowserWindow, session }, { platform, address }) => {
      const shown = async (partition: Electron.Session, page: string) => {
        const webPreferences = { session: partition };
        const window = new BrowserWindow({ show: false, webPreferences });
        try {
          await window.loadURL(page);
          return await window.webContents.executeJavaScript(`new Promise((resolve) => {
            const img = new Image();
            img.onload = () => resolve('shown');
            img.onerror = () => resolve('refused');
            img.src = ${JSON.stringify(address)};
          })`);
        } catch (error) {
          return String(error).match(/ERR_\w+/)?.[0];
        } finally {
          window.destroy();
        }
      };
      return {
        platform: await shown(session.fromPartition('somebody-else'), platform),
        foreign: await shown(session.defaultSession, 'data:text/html,<p>foreign</p>'),
        document: await shown(session.defaultSession, address),
      };
    },
    { platform: `${gateway.url}/pictures/a.png`, address: src },
  );
  expect(others).toEqual({
    platform: 'refused',
    foreign: 'refused',
    document: 'ERR_BLOCKED_BY_CLIENT',
  });
});
