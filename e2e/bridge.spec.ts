import { createHash } from 'node:crypto';
import { expect, test } from './app';
import { inMain } from './inMain';
import { classTeacher } from './pages';

test('a page has the bridge and nothing else of Electron or Node', async ({ launch }) => {
  const run = await launch();
  const found = await run.window.evaluate(() =>
    ['require', 'process', 'module', 'Buffer', 'ipcRenderer', 'electron'].filter(
      (name) => Reflect.get(window, name) !== undefined,
    ),
  );
  expect(found).toEqual([]);
  expect(await run.window.evaluate(() => Object.keys(window.staffroom).toSorted())).toEqual([
    'call',
    'keptProfile',
    'on',
  ]);
});

test('calls that are none, and arguments that do not fit, are refused by name', async ({
  launch,
  gateway,
}) => {
  const run = await launch();
  await run.signIn(classTeacher(gateway));
  const call = (name: string, argument?: unknown) =>
    run.window.evaluate(
      ([to, given]) => Reflect.apply(window.staffroom.call, null, [to, given]) as Promise<unknown>,
      [name, argument] as const,
    );
  const refused = (argument: string) => ({
    ok: false,
    failure: { kind: 'invalid-argument', argument },
  });
  expect(await call('readEverything')).toEqual(refused('name'));
  expect(await call('toString')).toEqual(refused('name'));
  expect(await call('__proto__')).toEqual(refused('name'));
  expect(await call('listMessages', { filter: 'secret' })).toEqual(refused('filter'));
  expect(await call('markMessages', { keys: [7], as: 'read' })).toEqual(refused('keys'));
  expect(await call('markMessagesById', { ids: [], as: 'read' })).toEqual(refused('ids'));
  expect(await call('markMessagesById', { ids: [7], as: 'read' })).toEqual(refused('ids.0'));
  expect(await call('signOut', { now: true })).toEqual(refused('signOut'));
  expect(await call('changeSettings', { theme: 'dark', kept: {} })).toMatchObject({ ok: false });
});

test('the main window goes nowhere else: no navigation, no new window, no request, no frame', async ({
  launch,
  gateway,
}) => {
  const run = await launch();
  const address = run.window.url();
  gateway.clearJournal();
  await run.window.evaluate((url) => {
    window.open(url);
    const link = document.createElement('a');
    link.href = url;
    document.body.append(link);
    link.click();
    const picture = document.createElement('img');
    picture.src = `${url}/picture`;
    const frame = document.createElement('iframe');
    frame.src = url;
    document.body.append(picture, frame);
    return fetch(url).catch(() => undefined);
  }, gateway.url);
  expect(run.window.url()).toBe(address);
  expect(await inMain(run.app, ({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(
    1,
  );
  // From main too: what the page's own policy lets slip is not sent.
  const sent = await inMain(
    run.app,
    ({ session }, url) =>
      session.defaultSession.fetch(url).then(
        () => 'sent',
        () => 'refused',
      ),
    gateway.url,
  );
  expect(sent).toBe('refused');
  expect(gateway.journal).toHaveLength(0);
});

test('pages are served with their policy, and no other file of the disk is', async ({ launch }) => {
  const run = await launch();
  const answers = await inMain(run.app, async ({ session }) => {
    const ask = async (path: string) => {
      const answer = await session.defaultSession.fetch(`app://staffroom/${path}`);
      const policy = answer.headers.get('content-security-policy');
      return [answer.status, policy, await answer.text()] as const;
    };
    return {
      page: await ask('index.html'),
      bar: await ask('login.html'),
      climbing: await ask('..%2f..%2fpackage.json'),
      preload: await ask('../preload/index.js'),
      absent: await ask('nothing.js'),
    };
  });
  expect(answers.page[0]).toBe(200);
  const policy = (style: string) =>
    `default-src 'none'; script-src 'self'; style-src 'self'${style}; img-src 'self' data: media:; ` +
    "font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
  // The style that is written in the page, and no other, is let in beside the files.
  const [, written = ''] = /<style>(.*?)<\/style>/s.exec(answers.page[2]) ?? [];
  expect(written).not.toBe('');
  const hash = createHash('sha256').update(written).digest('base64');
  expect(answers.page[1]).toBe(policy(` 'sha256-${hash}'`));
  expect(answers.bar[1]).toBe(policy(''));
  expect(answers.climbing[0]).toBe(404);
  expect(answers.preload[0]).toBe(404);
  expect(answers.absent[0]).toBe(404);
});

test('a page that is not ours gets no answer and no event, even with our preload', async ({
  launch,
  gateway,
}) => {
  const run = await launch();
  await run.signIn(classTeacher(gateway));
  const answers = await inMain(
    run.app,
    async ({ app, BrowserWindow }, elsewhere) => {
      const preload = `${app.getAppPath()}/out/preload/index.js`;
      const tried: unknown[] = [];
      for (const page of ['data:text/html,<p>foreign</p>', elsewhere]) {
        const window = new BrowserWindow({
          show: false,
          webPreferences: { preload, sandbox: true, partition: 'somebody-else' },
        });
        await window.loadURL(page);
        tried.push(
          await window.webContents.executeJavaScript(`
            window.told = [];
            staffroom.on('settings', (...payload) => told.push(payload));
            staffroom.call('snapshots');
          `),
        );
        // A change of the settings is told to every page of ours.
        const ours = BrowserWindow.getAllWindows().find((one) =>
          one.webContents.getURL().startsWith('app:'),
        );
        const told = await ours?.webContents.executeJavaScript(`new Promise((resolve) => {
          const stop = staffroom.on('settings', (...payload) => {
            stop();
            resolve(payload.length);
          });
          void staffroom.call('changeSettings', { theme: ${JSON.stringify(page.startsWith('data:') ? 'dark' : 'light')} });
        })`);
        tried.push(await window.webContents.executeJavaScript('told.length'), told);
        window.destroy();
      }
      return tried;
    },
    `${gateway.url}/somewhere`,
  );
  const refused = { ok: false, failure: { kind: 'invalid-argument', argument: 'sender' } };
  // Ours are told the payload, and not the event with its way to Electron.
  expect(answers).toEqual([refused, 0, 1, refused, 0, 1]);
});

test('a webview is refused, even in a window that would allow it', async ({ launch }) => {
  const run = await launch();
  const attached = await inMain(run.app, async ({ BrowserWindow }) => {
    const window = new BrowserWindow({ show: false, webPreferences: { webviewTag: true } });
    let count = 0;
    window.webContents.on('did-attach-webview', () => {
      count += 1;
    });
    await window.loadURL('data:text/html,<p>page</p>');
    const asked = new Promise((resolve) =>
      window.webContents.once('will-attach-webview', (event) => resolve(event.defaultPrevented)),
    );
    await window.webContents.executeJavaScript(`{
      const view = document.createElement('webview');
      view.src = 'data:text/html,<p>inside</p>';
      document.body.append(view);
    }`);
    const refused = await asked;
    window.destroy();
    return { refused, count };
  });
  expect(attached).toEqual({ refused: true, count: 0 });
});
