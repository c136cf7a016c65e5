import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { test as base, expect } from './app';
import { keyringOf } from './keyring';
import { classTeacher, goTo, loginPage, stateOf, typeIn } from './pages';
import { type ProxyServer, startProxyServer, trustSwitch } from './proxyServer';

const test = base.extend<{ readonly school: ProxyServer }>({
  school: async ({ gateway }, use) => {
    const proxy = await startProxyServer(gateway);
    await use(proxy);
    await proxy.close();
    await keyringOf('this-computer').wipe();
  },
});

const host = 'platform.staffroom.example';
const behindProxy = {
  deployment: { gateway: `https://${host}`, session: { heartbeatSeconds: 30 } },
  switches: [trustSwitch()],
};
const password = { user: 'xiabing', password: '通行 secret-of-the-proxy' };

const manual = ({ port }: ProxyServer) => ({
  proxy: { kind: 'manual', host: '127.0.0.1', port } as const,
});

const prompt = (window: Page) => window.getByRole('dialog', { name: '网络代理需要登录' });

async function fillIn(window: Page, given: typeof password, keep: 'keep' | 'this-run') {
  const form = prompt(window);
  await form.getByLabel('用户名').fill(given.user);
  await form.getByLabel('密码').fill(given.password);
  if (keep === 'keep') await form.getByLabel('记住').check();
  await form.getByRole('button', { name: '登录代理' }).click();
}

test('a proxy that is set by hand is what the platform is reached through, and is kept', async ({
  launch,
  gateway,
  school,
}) => {
  const first = await launch();
  await first.signIn(classTeacher(gateway));
  await goTo(first.window, '设置');
  await first.window.getByRole('combobox', { name: '网络代理' }).selectOption('手动填写');
  const form = first.window.getByRole('form', { name: '手动填写' });
  await form.getByLabel('代理服务器').fill('127.0.0.1');
  await form.getByLabel('端口').fill(String(school.port));
  await form.getByRole('button', { name: '使用这个代理' }).click();
  await expect(first.window.getByText(`已改用代理 127.0.0.1:${school.port}`)).toBeVisible();
  // The practice platform is this computer itself, which no proxy is asked for.
  expect(school.tunnels()).toEqual([]);
  await goTo(first.window, '设置');
  await first.window.getByRole('button', { name: '退出登录' }).first().click();
  await first.window.getByRole('dialog').getByRole('button', { name: '退出登录' }).click();
  await expect(first.window.getByRole('button', { name: '登录教育云' })).toBeVisible();
  await first.close();

  const second = await launch(behindProxy);
  await second.signIn(classTeacher(gateway));
  await expect(stateOf(second.window)).toHaveAttribute('data-state', 'active');
  expect(new Set(school.tunnels())).toEqual(new Set([`${host}:443`]));

  const before = school.tunnels().length;
  await second.change({ proxy: { kind: 'none' } });
  await second.window.evaluate(() => window.staffroom.call('refreshProfile'));
  expect(school.tunnels()).toHaveLength(before);
});

test('a proxy that wants a password asks for it, keeps it if told to, and tells nobody', async ({
  launch,
  gateway,
  school,
  userData,
}) => {
  school.wants(password);
  const first = await launch(behindProxy);
  await first.change(manual(school));
  await first.window.getByRole('button', { name: '登录教育云' }).click();
  await expect(prompt(first.window)).toContainText(`127.0.0.1:${school.port}`);
  await fillIn(first.window, { ...password, password: 'wrong' }, 'this-run');
  await expect(prompt(first.window).getByRole('alert')).toContainText('不正确');
  await fillIn(first.window, password, 'keep');
  await expect(prompt(first.window)).toBeHidden();
  await typeIn(await loginPage(first.app, gateway), classTeacher(gateway));
  await expect(stateOf(first.window)).toHaveAttribute('data-state', 'active');
  expect(new Set(school.refused())).toEqual(new Set(['xiabing:wrong']));

  const entry = await keyringOf('this-computer').read('proxyPassword');
  expect(JSON.parse(String(entry))).toEqual({ proxy: `127.0.0.1:${school.port}`, ...password });
  await first.close();
  for (const name of ['settings.json', join('logs', 'main.log')]) {
    expect(readFileSync(join(userData, name), 'utf8')).not.toContain('secret-of-the-proxy');
  }
  expect(readdirSync(userData)).toContain('settings.json');

  const second = await launch(behindProxy);
  await expect(stateOf(second.window)).toHaveAttribute('data-state', 'active');
  await expect(prompt(second.window)).toBeHidden();
});

test('a proxy whose password she does not give is given up on, in words, until she tries again', async ({
  launch,
  gateway,
  school,
}) => {
  const first = await launch(behindProxy);
  await first.change(manual(school));
  await first.signIn(classTeacher(gateway));
  await expect(stateOf(first.window)).toHaveAttribute('data-state', 'active');
  await first.close();

  school.wants(password);
  const second = await launch(behindProxy);
  await prompt(second.window).getByRole('button', { name: '取消' }).click();
  await expect(stateOf(second.window)).toHaveAttribute('data-state', 'unreachable');
  await expect(second.window.getByText('网络代理服务器要求用户名和密码')).toBeVisible();
  await expect(prompt(second.window)).toBeHidden();

  await second.window.getByRole('button', { name: '立即重试' }).first().click();
  await fillIn(second.window, password, 'this-run');
  await expect(stateOf(second.window)).toHaveAttribute('data-state', 'active');
  expect(await keyringOf('this-computer').read('proxyPassword')).toBe(null);
});
