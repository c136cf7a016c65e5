/** Messages that mean no good: they are read as what they are, and lead nowhere unseen. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Gateway } from '../gateway';
import { expect, type Launched, test } from './app';
import { browserAddresses } from './browser';
import { hostileServer } from './hostileServer';
import { inMain } from './inMain';
import { classTeacher, listed, readingPane, showing } from './pages';

/** Each later than the one before: the newest comes first. */
let later = 60_000;
const soon = () => {
  later += 1_000;
  return new Date(Date.now() + later).toISOString();
};

/** The newest of her messages. */
function write(gateway: Gateway, body: Readonly<Record<string, unknown>>, sender = '教务处'): void {
  const { personId } = classTeacher(gateway);
  gateway.addMessage(personId, { sentAt: soon(), sender: { id: 'x', name: sender }, body });
}

const textOf = (content: string) => ({ msgtype: 'text', text: { content } });
const linkOf = (url: string, picUrl = '') => ({
  msgtype: 'link',
  link: { title: '通知', content: '请看', pcUrl: url, appUrl: url, picUrl },
});

const firstRow = (window: Page) => window.locator('[data-id]').first();

async function openFirst({ window, signIn }: Launched, gateway: Gateway) {
  await signIn(classTeacher(gateway));
  await listed(window, 343);
  await firstRow(window).click();
  const pane = readingPane(window);
  await expect(pane.getByRole('article')).toBeVisible();
  return pane;
}

test('markup and scripts in sender, title and text are letters', async ({
  launch,
  gateway,
  userData,
}) => {
  const evil = await hostileServer((_request, response) => response.end());
  const script = `<img src=x onerror="window.ran=1"><script src="${evil.url}/s.js"></script>`;
  const frame = `<iframe src="${evil.url}"></iframe><style>@import "${evil.url}/s.css";</style>`;
  const body = {
    msgType: 'oa',
    pcUrl: 'javascript:window.ran=1',
    appUrl: 'data:text/html,<script>1</script>',
    oa: {
      head: { text: `<h1>头</h1>${script}`, bgColor: 'url(//evil.example)' },
      body: {
        title: `<b>标题</b>${frame}`,
        content: `${script}${frame}<a href="javascript:window.ran=1">点</a> javascript:window.ran=1`,
        author: '<marquee>作者</marquee>',
        imageUrl: 'file:///etc/passwd',
        form: [{ key: '<s>键</s>', value: '"><svg onload="window.ran=1">' }],
      },
    },
  };
  write(gateway, body, '<b>校长</b><img src=x onerror="window.ran=1">');
  const run = await launch();
  const refused: string[] = [];
  run.window.on('console', (message) => {
    if (message.type() === 'error') refused.push(message.text());
  });
  const pane = await openFirst(run, gateway);
  for (const letters of ['<h1>头</h1>', '<b>标题</b>', '<marquee>作者</marquee>', '<s>键</s>']) {
    await expect(pane).toContainText(letters);
  }
  await expect(firstRow(run.window)).toContainText('<b>校长</b>');
  const made =
    'img, script, iframe, marquee, b, s, a:not([href^=http]), svg[onload], button:has-text("在浏览器中打开")';
  await expect(pane.getByRole('article').locator(made)).toHaveCount(0);
  expect(await run.window.evaluate(() => Reflect.get(window, 'ran'))).toBeUndefined();
  // Nothing that our page's policy would have had to stop was ever begun.
  expect(refused).toEqual([]);
  expect(evil.asked).toEqual([]);
  const log = await readFile(join(userData, 'logs', 'main.log'), 'utf8').catch(() => '');
  expect(log).not.toMatch(/校长|标题|onerror|127\.0\.0\.1/);
  await evil.close();
});

test('a link that does not say its host in plain letters asks first, and says it', async ({
  launch,
  gateway,
}) => {
  write(
    gateway,
    textOf(
      [
        'https://school.example/plain',
        'https://xn--pple-43d.example/look-alike',
        'http://3221225991/number',
        'https://school.example./dot',
        'https://%65vil.example/coded',
      ].join(' '),
    ),
  );
  const run = await launch();
  const opened = await browserAddresses(run.app);
  const pane = await openFirst(run, gateway);
  const dialog = run.window.getByRole('dialog');
  const hosts = [
    ['look-alike', 'xn--pple-43d.example'],
    ['number', '192.0.2.7'],
    ['dot', 'school.example.'],
    ['coded', 'evil.example'],
  ] as const;
  for (const [path, host] of hosts) {
    await pane.getByRole('link', { name: path }).click();
    await expect(dialog.getByText(host, { exact: true })).toBeVisible();
    await dialog.getByRole('button', { name: '不打开' }).click();
    await expect(dialog).toHaveCount(0);
  }
  expect(await opened()).toEqual([]);
  await pane.getByRole('link', { name: 'look-alike' }).click();
  await dialog.getByRole('button', { name: '在浏览器中打开' }).click();
  await pane.getByRole('link', { name: 'plain' }).click();
  await expect
    .poll(opened)
    .toEqual(['https://xn--pple-43d.example/look-alike', 'https://school.example/plain']);
});

const addresses: readonly (readonly [address: string, host: string, opens: string])[] = [
  ['https://www.bank.example:pass@evil.example/a', 'evil.example', 'https://evil.example/a'],
  ['https://аpple.example/b', 'xn--pple-43d.example', 'https://xn--pple-43d.example/b'],
  ['https://bank.example\\@evil.example/c', 'bank.example', 'https://bank.example/@evil.example/c'],
  ['http://[::ffff:192.0.2.7]/d', '[::ffff:c000:207]', 'http://[::ffff:c000:207]/d'],
];
for (const [address, host, opens] of addresses) {
  test(`a card that leads to ${address} says ${host} before it is opened`, async ({
    launch,
    gateway,
  }) => {
    write(gateway, linkOf(address));
    const run = await launch();
    const opened = await browserAddresses(run.app);
    const pane = await openFirst(run, gateway);
    await expect(pane.locator('.card-foot .host')).toHaveText(host);
    await pane.getByRole('button', { name: '在浏览器中打开' }).click();
    const dialog = run.window.getByRole('dialog');
    // Asked where it is a name with a meaning of its own; what is plain is said beside the button.
    if (host !== 'bank.example') {
      await expect(dialog.getByText(host, { exact: true })).toBeVisible();
      expect(await opened()).toEqual([]);
      await dialog.getByRole('button', { name: '在浏览器中打开' }).click();
    }
    await expect.poll(opened).toEqual([opens]);
  });
}

for (const address of ['javascript:alert(1)', 'file:///etc/passwd', 'smb://evil.example/share']) {
  test(`a card that leads to ${address} has no way there`, async ({ launch, gateway }) => {
    write(gateway, linkOf(address, address));
    const run = await launch();
    const opened = await browserAddresses(run.app);
    const pane = await openFirst(run, gateway);
    await expect(pane.getByRole('heading', { name: '通知' }).first()).toBeVisible();
    await expect(pane.getByRole('link')).toHaveCount(0);
    await expect(pane.getByRole('button', { name: '在浏览器中打开' })).toHaveCount(0);
    await expect(pane.locator('figure')).toHaveCount(0);
    expect(await opened()).toEqual([]);
  });
}

test('turned letters and unseen ones show, in sender, title, text and beside a link', async ({
  launch,
  gateway,
}) => {
  const content = '工资单\u202efdp.exe\n\u202ehttps://school.example/abc 见附件';
  write(gateway, textOf(content), '校\u200b长\u202e');
  const run = await launch();
  const pane = await openFirst(run, gateway);
  await expect(firstRow(run.window)).toContainText('校\ufffd长\ufffd');
  await expect(firstRow(run.window)).toContainText('工资单\ufffdfdp.exe');
  await expect(pane.getByRole('heading').first()).toHaveText('校\ufffd长\ufffd');
  await expect(pane.locator('.prose')).toContainText('工资单\ufffdfdp.exe');
  expect(await run.window.locator('body').textContent()).not.toMatch(/[\u202a-\u202e\u200b]/);
});

test('right-to-left writing turns nothing that stands beside it, and no address', async ({
  launch,
  gateway,
}) => {
  write(gateway, textOf('\u2067שלום https://school.example/abc/'), 'مدير\u2067');
  const run = await launch();
  const pane = await openFirst(run, gateway);
  // Where the letters of the address are drawn: from left to right, as they are written.
  const places = await pane.getByRole('link').evaluate((link) => {
    const letters = link.firstChild;
    const range = document.createRange();
    return [...(letters?.textContent ?? '')].map((_letter, place) => {
      if (letters === null) return 0;
      range.setStart(letters, place);
      range.setEnd(letters, place + 1);
      return range.getBoundingClientRect().left;
    });
  });
  expect(places.length).toBeGreaterThan(20);
  expect(places).toEqual(places.toSorted((one, other) => one - other));
  const time = firstRow(run.window).locator('time');
  const sender = firstRow(run.window).locator('.row-sender');
  const [left, right] = [await sender.boundingBox(), await time.boundingBox()];
  expect(left?.x).toBeLessThan(right?.x ?? 0);
});

test('a message of 10 MB leaves the app as quick as it was', async ({ launch, gateway }) => {
  test.slow();
  const megabyte = '很长的通知，没有尽头。https://school.example/x '.repeat(17_000);
  write(gateway, textOf(megabyte.repeat(10)));
  write(gateway, {
    msgType: 'oa',
    oa: {
      head: { text: '头'.repeat(1_000_000) },
      body: {
        title: '题'.repeat(1_000_000),
        author: '人'.repeat(1_000_000),
        form: [{ key: '键'.repeat(1_000_000), value: '值'.repeat(1_000_000) }],
      },
    },
  });
  const run = await launch();
  await run.signIn(classTeacher(gateway));
  await expect(run.window.getByRole('button', { name: '全部 344' })).toBeVisible({
    timeout: 30_000,
  });
  await showing(run.window, 344);
  const pane = readingPane(run.window);
  for (const [place, letters] of [
    [0, 8_000],
    [1, 21_000],
  ] as const) {
    const began = Date.now();
    await run.window.locator('[data-id]').nth(place).click();
    await expect(pane.getByRole('article')).toBeVisible();
    const length = () => pane.evaluate((shown) => shown.textContent.length);
    await expect.poll(length).toBeGreaterThan(3_000);
    expect(await length()).toBeLessThan(letters);
    // Generous: another machine's other work is in it. Drawn whole, it took minutes.
    expect(Date.now() - began).toBeLessThan(10_000);
  }
  await pane.getByRole('button', { name: '显示更多' }).click();
  await run.window.getByRole('searchbox').fill('没有尽头');
  await expect(run.window.getByText('1 条', { exact: true })).toBeVisible({ timeout: 20_000 });
  // Once what was only needed meanwhile is collected.
  const megabytes = () =>
    inMain(run.app, ({ app }) =>
      Math.max(...app.getAppMetrics().map(({ memory }) => memory.workingSetSize / 1024)),
    );
  await expect.poll(megabytes, { timeout: 60_000 }).toBeLessThan(600);
});

test('a picture’s address from anywhere is named, not asked', async ({ launch, gateway }) => {
  const evil = await hostileServer((_request, response) => response.end());
  write(
    gateway,
    linkOf('https://school.example/', `${evil.url.replace('127.0.0.1', '127.1')}/p.png`),
  );
  const run = await launch();
  const pane = await openFirst(run, gateway);
  await expect(pane.locator('figure')).toContainText('127.0.0.1');
  await expect(pane.locator('img')).toHaveCount(0);
  const opened = await browserAddresses(run.app);
  await pane.getByRole('link', { name: '在浏览器中查看图片' }).click();
  await expect(run.window.getByRole('dialog')).toContainText('127.0.0.1');
  expect(await opened()).toEqual([]);
  await evil.close();
});
