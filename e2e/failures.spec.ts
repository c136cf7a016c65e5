/** What keeps the platform out of reach, told in words a teacher can act on. */
import type { Page } from '@playwright/test';
import { expect, type Launched, test } from './app';
import { browserAddresses } from './browser';
import { barOf, classTeacher, loginPage, stateOf, typeIn } from './pages';
import { untrustedServer } from './untrustedServer';

const banner = (window: Page) => window.getByRole('region', { name: '登录状态提醒' });

/** What the login window says in place of the login page. */
async function whyNoLoginPage({ app, window }: Launched) {
  await window.getByRole('button', { name: '登录教育云' }).click();
  return (await barOf(app)).getByRole('alert');
}

test('a gateway with a certificate that nobody vouches for is named, with its issuer', async ({
  launch,
}) => {
  const server = await untrustedServer();
  const run = await launch({ deployment: { gateway: `https://${server.host}` } });
  const alert = await whyNoLoginPage(run);
  await expect(alert).toContainText(`${server.host} 的安全证书有问题`);
  await expect(alert).toContainText('CERT_AUTHORITY_INVALID，签发者：untrusted.invalid');
  // The access token is asked for with a signature: none of it may get out.
  expect(server.asked()).toBe(0);
  server.close();
});

test('a host that does not exist, and one that refuses, are told apart', async ({ launch }) => {
  const nowhere = await launch({ deployment: { gateway: 'https://gateway.invalid' } });
  await expect(await whyNoLoginPage(nowhere)).toContainText('找不到 gateway.invalid 这个地址');
  await nowhere.close();
  // A port that was free a moment ago; Chromium refuses the well-known ones by itself.
  const stopped = await untrustedServer();
  stopped.close();
  const closed = await launch({ deployment: { gateway: `https://${stopped.host}` } });
  await expect(await whyNoLoginPage(closed)).toContainText(`${stopped.host} 拒绝了连接`);
});

test('an answer that is too large, and one that does not come, are told apart', async ({
  launch,
  gateway,
}) => {
  gateway.fault('login-ticket', { kind: 'oversized', bytes: 6 * 1024 * 1024 });
  const patient = await launch();
  await expect(await whyNoLoginPage(patient)).toContainText('返回的内容太大，超过了 5 MB');
  await patient.close();
  gateway.clearFaults();
  gateway.fault('login-ticket', { kind: 'hold' });
  // With a short heartbeat on loopback, ten seconds' patience are one.
  const quick = await launch({ deployment: { session: { heartbeatSeconds: 1 } } });
  await expect(await whyNoLoginPage(quick)).toContainText('等了 1 秒');
});

test('while the platform is out of reach: since when, why, when next, and a way to try at once', async ({
  launch,
  gateway,
}) => {
  const run = await launch({ deployment: { session: { heartbeatSeconds: 30 } } });
  await run.signIn(classTeacher(gateway));
  gateway.fault('heartbeat', { kind: 'bad-gateway' });
  await run.window.evaluate(() => window.staffroom.call('tryNow'));
  await expect(banner(run.window)).toContainText(/今天 \d\d:\d\d 起连接不上平台。/);
  await expect(banner(run.window)).toContainText('HTTP 502');
  await expect(banner(run.window)).toContainText(/\d 秒后自动重试。|正在重试…/);
  await expect(
    banner(run.window).getByRole('button', { name: '在浏览器中打开认证页' }),
  ).toHaveCount(0);
  gateway.clearFaults();
  await banner(run.window).getByRole('button', { name: '立即重试' }).click();
  await expect(stateOf(run.window)).toHaveAttribute('data-state', 'active');
  await expect(banner(run.window)).toHaveCount(0);
});

test('a network that wants its own sign-in is said, and its page offered in the browser', async ({
  launch,
  gateway,
}) => {
  const run = await launch({ deployment: { session: { heartbeatSeconds: 30 } } });
  const opened = await browserAddresses(run.app);
  gateway.fault('login-ticket', { kind: 'captive-portal', times: 1 });
  const alert = await whyNoLoginPage(run);
  await expect(alert).toContainText('这个网络可能需要先登录（认证）');
  await alert.getByRole('button', { name: '在浏览器中打开认证页' }).click();
  await expect.poll(opened).toEqual(['http://127.0.0.1/']);
  await alert.getByRole('button', { name: '重试' }).click();
  await typeIn(await loginPage(run.app, gateway), classTeacher(gateway));
  await expect(stateOf(run.window)).toHaveAttribute('data-state', 'active');

  gateway.fault('heartbeat', { kind: 'captive-portal' });
  await run.window.evaluate(() => window.staffroom.call('tryNow'));
  await expect(banner(run.window)).toContainText('这个网络可能需要先登录（认证）');
  await banner(run.window).getByRole('button', { name: '在浏览器中打开认证页' }).click();
  await expect.poll(opened).toEqual(['http://127.0.0.1/', 'http://127.0.0.1/']);
});

test('a clock that is wrong by hours keeps nobody from signing in', async ({ launch, gateway }) => {
  gateway.advanceClock(8 * 60 * 60_000);
  const run = await launch();
  await run.signIn(classTeacher(gateway));
  await expect(stateOf(run.window)).toHaveAttribute('data-state', 'active');
  // Refused once for its time stamp, then asked for with the platform's own time.
  expect(gateway.journal.filter(({ call }) => call === 'access-token')).toHaveLength(2);
});
