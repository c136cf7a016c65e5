import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, test } from './app';
import { inMain } from './inMain';
import { classTeacher, goTo, readingPane, stateOf } from './pages';

/** Gives one text at any address, as a school's web server would. */
async function serving(text: string): Promise<{ readonly server: Server; readonly url: string }> {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { server, url: `http://127.0.0.1:${port}/deployment.json` };
}

test('a link to a message, followed by a second start, opens it in the window', async ({
  launch,
  gateway,
}) => {
  const run = await launch();
  const person = classTeacher(gateway);
  await run.signIn(person);
  await goTo(run.window, '设置');
  const id = gateway.addMessage(person.personId, {
    body: { msgtype: 'text', text: { content: '从链接打开的消息' } },
  });
  await inMain(run.app, ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
  expect(await run.startAgain(`staffroom://message/${encodeURIComponent(String(id))}`)).toBe(0);
  await expect(readingPane(run.window)).toContainText('从链接打开的消息');
  expect(
    await inMain(run.app, ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible()),
  ).toBe(true);
});

test('a message that is not hers is told, and what is no link of ours is ignored', async ({
  launch,
  gateway,
  userData,
}) => {
  const run = await launch();
  await run.signIn(classTeacher(gateway));
  await expect(stateOf(run.window)).toHaveAttribute('data-state', 'active');
  for (const hostile of ['staffroom://message/../..', 'staffroom://nonsense/hostile-words']) {
    expect(await run.startAgain(hostile)).toBe(0);
  }
  await run.startAgain('staffroom://message/no-such-message');
  await expect(run.window.getByRole('status', { name: '提示' })).toContainText(
    '链接指向的消息不在您的消息列表里',
  );
  const log = await readFile(join(userData, 'logs', 'main.log'), 'utf8');
  expect(log).toContain('none of ours');
  expect(log).not.toMatch(/hostile-words|no-such-message|\.\.\/\.\./);
});

test('a link that comes before she has signed in is remembered until she has', async ({
  launch,
  gateway,
}) => {
  const person = classTeacher(gateway);
  const id = gateway.addMessage(person.personId, {
    body: { msgtype: 'text', text: { content: '登录以后才看的消息' } },
  });
  const run = await launch({ opens: `staffroom://message/${encodeURIComponent(String(id))}` });
  await run.signIn(person);
  await expect(readingPane(run.window)).toContainText('登录以后才看的消息');
});

test('a link to a deployment asks before it fetches and before it replaces', async ({
  launch,
  gateway,
}) => {
  const text = JSON.stringify(gateway.deployment({ id: 'linked', name: '链接学校' }));
  const { server, url } = await serving(text);
  let asked = 0;
  server.on('request', () => {
    asked += 1;
  });
  try {
    const run = await launch({ deployment: 'none' });
    await expect(run.window.getByRole('heading', { name: '还没有部署文件' })).toBeVisible();
    expect(await run.startAgain(`staffroom://deploy?url=${encodeURIComponent(url)}`)).toBe(0);
    const dialog = run.window.getByRole('dialog');
    await expect(dialog).toContainText(new URL(url).host);
    expect(asked).toBe(0);
    await dialog.getByRole('button', { name: '获取文件' }).click();
    await expect(dialog).toContainText('链接学校');
    await dialog.getByRole('button', { name: '采用' }).click();
    await run.signIn(classTeacher(gateway));

    await run.startAgain(`staffroom://deploy?url=${encodeURIComponent(url)}`);
    await dialog.getByRole('button', { name: '获取文件' }).click();
    await expect(dialog).toContainText('现在使用的');
    await dialog.getByRole('button', { name: '取消' }).click();
    await expect(stateOf(run.window)).toHaveAttribute('data-state', 'active');
    expect(asked).toBe(2);

    await run.startAgain('staffroom://deploy?url=http%3A%2F%2Fschool.example%2Fd.json');
    await expect(dialog).toHaveCount(0);
  } finally {
    server.close();
  }
});
