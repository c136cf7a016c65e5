/** A login page that means no good: what it tries comes to nothing, and she can always leave it. */
import { createSocket } from 'node:dgram';
import { readdir, readFile } from 'node:fs/promises';
import type { RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { test as base, expect, type Launched } from './app';
import { browserAddresses } from './browser';
import { type HostileServer, hostileServer } from './hostileServer';
import { inMain } from './inMain';
import { barOf, pageAt } from './pages';

/** In paths, titles and texts of the hostile pages: nothing of it may be found in our log. */
const mark = 'hostile-words-13800138000';

/** The page, and beside it files that are sent to be downloaded. */
const answer: RequestListener = (request, response) => {
  const { pathname } = new URL(request.url ?? '/', 'http://hostile.invalid');
  if (pathname.startsWith('/download')) {
    const headers = { 'content-disposition': `attachment; filename="${mark}.exe"` };
    response.writeHead(200, { 'content-type': 'application/octet-stream', ...headers }).end('MZ');
  } else if (pathname === '/worker.js') {
    response.writeHead(200, { 'content-type': 'text/javascript' }).end('self.onfetch = () => {}');
  } else if (pathname.startsWith('/leads-to/')) {
    response.writeHead(302, { location: decodeURIComponent(pathname.slice(10)) }).end();
  } else {
    const page = `<title>${mark}</title><h1>统一身份认证</h1><button>登录</button>`;
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page);
  }
};

interface Hostile {
  readonly server: HostileServer;
  /** Starts the app and opens the hostile page in its login window. */
  visit(): Promise<Visited>;
}

interface Visited extends Launched {
  readonly login: Page;
  readonly bar: Page;
}

const test = base.extend<Hostile>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from it that nothing is needed.
  server: async ({}, use) => {
    const server = await hostileServer(answer);
    await use(server);
    await server.close();
  },
  visit: async ({ launch, server }, use) => {
    await use(async () => {
      const page = `${server.url}/${mark}/bmp-oauth`;
      const run = await launch({ deployment: { login: { page } } });
      await run.window.getByRole('button', { name: '登录教育云' }).click();
      const login = await pageAt(run.app, new RegExp(`^${server.url}/`));
      await login.waitForLoadState();
      return { ...run, login, bar: await barOf(run.app) };
    });
  },
});

/** How many windows there are, and pages in them and in views. */
const counted = ({ app }: Launched) =>
  inMain(app, ({ BrowserWindow, webContents }) => ({
    windows: BrowserWindow.getAllWindows().length,
    pages: webContents.getAllWebContents().length,
  }));

/** The window of ours, and the login window with its bar and the page. */
const nothingMore = { windows: 2, pages: 3 };

/** The button in the bar closes the login window, and the sign-in page is back. */
async function leaves({ window, bar, app }: Visited) {
  // The page that is clicked on goes with the click.
  await Promise.allSettled([bar.getByRole('button', { name: '取消登录' }).click()]);
  await expect(window.getByRole('button', { name: '登录教育云' })).toBeVisible();
  expect(await inMain(app, ({ webContents }) => webContents.getAllWebContents().length)).toBe(1);
}

/** By a script of the page's own, which may be gone with it. */
async function goes(login: Page, address: string): Promise<void> {
  await Promise.allSettled([
    login.evaluate((to) => {
      location.href = to;
    }, address),
  ]);
}

async function logOf(userData: string): Promise<string> {
  return readFile(join(userData, 'logs', 'main.log'), 'utf8').catch(() => '');
}

test('a hostile login page finds nothing of ours: no bridge, no Node, no page, no picture, no file', async ({
  visit,
}) => {
  const { login } = await visit();
  const found = await login.evaluate(async () => {
    const names = [
      'staffroom',
      'require',
      'process',
      'module',
      'Buffer',
      'ipcRenderer',
      'electron',
    ];
    const reads = (url: string) =>
      fetch(url, { mode: 'no-cors' }).then(
        () => `fetched ${url}`,
        () => null,
      );
    const loads = (kind: 'img' | 'script' | 'link', url: string) =>
      new Promise<string | null>((resolve) => {
        const element = document.createElement(kind);
        element.onload = () => resolve(`loaded ${url}`);
        element.onerror = () => resolve(null);
        Object.assign(element, kind === 'link' ? { rel: 'stylesheet', href: url } : { src: url });
        document.head.append(element);
      });
    const tried = await Promise.all([
      ...['app://staffroom/index.html', 'file:///etc/passwd', 'media://person/picture'].map(reads),
      loads('img', 'media://person/picture'),
      loads('img', 'file:///usr/share/pixmaps/debian-logo.png'),
      loads('script', 'app://staffroom/index.js'),
      loads('link', 'app://staffroom/index.html'),
    ]);
    return [...names.filter((name) => Reflect.get(window, name) !== undefined), ...tried];
  });
  expect(found.filter(Boolean)).toEqual([]);
});

test('a hostile login page goes to no address but the web’s, by link, script, redirect or frame', async ({
  visit,
  server,
  userData,
}) => {
  const run = await visit();
  const { login, app, bar } = run;
  const opened = await browserAddresses(app);
  const before = login.url();
  const targets = [
    'file:///etc/passwd',
    'app://staffroom/index.html',
    'staffroom://message/1',
    'media://person/picture',
    'data:text/html,<h1>password?</h1>',
    'smb://evil.example/share',
    'ms-msdt:/id',
    'mailto:somebody@evil.example',
    'chrome://gpu',
    'devtools://devtools/bundled/inspector.html',
    'view-source:https://evil.example/',
  ];
  const { host } = new URL(server.url);
  for (const target of [...targets, 'own blob', 'javascript:void(document.title)']) {
    await login.evaluate((to) => {
      const blob = new Blob(['<h1>password?</h1>'], { type: 'text/html' });
      const address = to === 'own blob' ? URL.createObjectURL(blob) : to;
      for (const where of ['_self', '_blank', '_top']) {
        const link = document.createElement('a');
        Object.assign(link, { href: address, target: where });
        document.body.append(link);
        link.click();
      }
      window.open(address);
      const frame = document.createElement('iframe');
      frame.src = address;
      document.body.append(frame);
      location.href = address;
    }, target);
  }
  for (const target of targets) {
    // A redirect that is refused ends on Chromium's own page, whose scripts go nowhere.
    await login.goto(`${server.url}/leads-to/${encodeURIComponent(target)}`).catch(() => undefined);
    await expect.poll(() => server.asked.at(-1)).toContain(encodeURIComponent(target));
  }
  // A web page of its own it may go to, and what came before it has been decided by then. Chromium's own
  // page at the end of what was refused may still come in between.
  await expect(async () => {
    await login.goto(`${server.url}/elsewhere`);
  }).toPass();
  expect(login.url()).not.toBe(before);
  await expect(bar.locator('.where strong')).toHaveText(host);
  expect(await counted(run)).toEqual(nothingMore);
  expect(await opened()).toEqual([]);
  await leaves(run);
  expect(await logOf(userData)).not.toContain(mark);
});

test('a hostile login page opens no window, however often it tries', async ({ visit }) => {
  const run = await visit();
  const given = await run.login.evaluate(() => {
    let windows = 0;
    for (let count = 0; count < 5_000; count += 1) {
      if (window.open(`/popup?${count}`, '_blank', 'popup,width=9000,height=9000')) windows += 1;
    }
    return windows;
  });
  expect(given).toBe(0);
  expect(await counted(run)).toEqual(nothingMore);
  await leaves(run);
});

test('a hostile login page puts no file on the disk', async ({
  visit,
  server,
  folder,
  userData,
}) => {
  const run = await visit();
  await inMain(run.app, ({ app }, downloads) => app.setPath('downloads', downloads), folder);
  const ended = await inMain(run.app, ({ webContents, session }) => {
    const seen: string[] = [];
    Reflect.set(globalThis, 'downloads', seen);
    for (const contents of webContents.getAllWebContents()) {
      if (contents.session === session.defaultSession) continue;
      contents.session.on('will-download', (event) => {
        seen.push(event.defaultPrevented ? 'refused' : 'begun');
      });
    }
    return seen.length;
  });
  expect(ended).toBe(0);
  await run.login.evaluate(() => {
    const link = document.createElement('a');
    Object.assign(link, { href: '/download-by-link', download: 'invoice.exe' });
    const own = document.createElement('a');
    const blob = new Blob(['MZ'], { type: 'application/octet-stream' });
    Object.assign(own, { href: URL.createObjectURL(blob), download: 'own.exe' });
    const frame = document.createElement('iframe');
    frame.src = '/download-by-frame';
    document.body.append(link, own, frame);
    link.click();
    own.click();
    location.href = '/download-by-navigation';
  });
  const seen = () => inMain(run.app, () => Reflect.get(globalThis, 'downloads') as string[]);
  await expect
    .poll(() => server.asked.filter((path) => path.startsWith('/download')))
    .not.toEqual([]);
  await expect.poll(async () => (await seen()).length).toBeGreaterThan(1);
  expect(new Set(await seen())).toEqual(new Set(['refused']));
  const files = await readdir(folder, { recursive: true });
  expect(files.filter((name) => /\.(exe|crdownload|part)$/.test(name))).toEqual([]);
  await leaves(run);
  expect(await logOf(userData)).not.toContain(mark);
});

test('a hostile login page is given no permission and no device', async ({ visit }) => {
  const run = await visit();
  // With a real click, for what is only asked after one.
  await run.login.evaluate(() => {
    document.querySelector('button')?.addEventListener('click', () => {
      const of = (name: string): Record<string, (...given: unknown[]) => Promise<unknown>> =>
        Reflect.get(navigator, name) ?? {};
      const tries: Record<string, () => Promise<unknown> | undefined> = {
        camera: () => navigator.mediaDevices.getUserMedia({ video: true }),
        microphone: () => navigator.mediaDevices.getUserMedia({ audio: true }),
        screen: () => navigator.mediaDevices.getDisplayMedia(),
        place: () =>
          new Promise((yes, no) => {
            navigator.geolocation.getCurrentPosition(yes, no);
          }),
        notices: async () => {
          if ((await Notification.requestPermission()) !== 'granted') throw new Error('refused');
        },
        'reading the clipboard': () => navigator.clipboard.readText(),
        'writing the clipboard': () => navigator.clipboard.writeText('evil'),
        midi: () => navigator.requestMIDIAccess({ sysex: true }),
        // Refused, it is never answered.
        'full screen': async () => {
          void document.documentElement.requestFullscreen().catch(() => undefined);
          await new Promise((resolve) => setTimeout(resolve, 1_000));
          if (document.fullscreenElement === null) throw new Error('refused');
        },
        pointer: async () => document.body.requestPointerLock(),
        'the keyboard': () => of('keyboard').lock?.(),
        screens: () => Reflect.get(window, 'getScreenDetails')?.call(window),
        fonts: async () => {
          const fonts = await Reflect.get(window, 'queryLocalFonts')?.call(window);
          if (!fonts?.length) throw new Error('none');
        },
        usb: () => of('usb').requestDevice?.({ filters: [] }),
        hid: async () => {
          const devices = (await of('hid').requestDevice?.({ filters: [] })) as [] | undefined;
          if (!devices?.length) throw new Error('none');
        },
        serial: () => of('serial').requestPort?.(),
        bluetooth: () => of('bluetooth').requestDevice?.({ acceptAllDevices: true }),
        idleness: async () => {
          const Detector = Reflect.get(window, 'IdleDetector');
          if ((await Detector?.requestPermission()) !== 'granted') throw new Error('refused');
        },
        sleeplessness: () => navigator.wakeLock.request('screen'),
      };
      // A question that the app let through would wait for a person for ever.
      const patience = (name: string) =>
        new Promise((resolve) => setTimeout(resolve, 5_000, `${name}: no answer`));
      const outcomes = Object.entries(tries).map(async ([name, ask]) => {
        const asked = (async () => {
          const asking = ask();
          // What this Chromium does not have cannot be given.
          if (asking === undefined) throw new Error('absent');
          await asking;
          return `${name}: given`;
        })().catch(() => null);
        return Promise.race([asked, patience(name)]);
      });
      Reflect.set(window, 'outcomes', Promise.all(outcomes));
    });
  });
  await run.login.getByRole('button', { name: '登录' }).click();
  const outcomes = await run.login.evaluate(() => Reflect.get(window, 'outcomes') as unknown[]);
  expect(outcomes.filter(Boolean)).toEqual([]);
  expect(outcomes.length).toBeGreaterThan(15);
  const answers = await run.login.evaluate(() =>
    Promise.all(
      [
        'camera',
        'geolocation',
        'notifications',
        'clipboard-read',
        'midi',
        'persistent-storage',
      ].map(
        async (name) => (await navigator.permissions.query({ name } as PermissionDescriptor)).state,
      ),
    ),
  );
  expect(new Set(answers)).toEqual(new Set(['denied']));
});

test('no device and no certificate of hers is chosen for a page', async ({ visit }) => {
  const { app } = await visit();
  // There is no such device here, and no certificate: what Chromium would ask is asked in its place.
  const chosen = await inMain(app, ({ app: electron, webContents }) => {
    const answers: unknown[] = [];
    const event = { preventDefault: () => answers.push('decided') };
    const choose = (choice?: unknown) => answers.push(choice ?? 'none');
    for (const contents of webContents.getAllWebContents()) {
      Reflect.apply(contents.emit, contents, [
        'select-bluetooth-device',
        event,
        [{ deviceId: 'hers', deviceName: 'phone' }],
        choose,
      ]);
    }
    const certificate = { subjectName: 'her name' };
    const [page] = webContents.getAllWebContents();
    const asked = ['select-client-certificate', event, page, 'https://evil.example', [certificate]];
    Reflect.apply(electron.emit, electron, [...asked, choose]);
    return answers;
  });
  expect(chosen).toEqual(['decided', '', 'decided', '', 'decided', '', 'decided', 'none']);
});

test('a hostile login page cannot keep its window: not by a trap, a storm of dialogs or a busy loop', async ({
  visit,
}) => {
  const run = await visit();
  await run.login.evaluate(() => {
    addEventListener('beforeunload', (event) => {
      event.preventDefault();
      event.returnValue = 'stay';
    });
    addEventListener('unload', () => {
      for (;;);
    });
  });
  // Chromium heeds a trap only where she has touched the page.
  await run.login.getByRole('button', { name: '登录' }).click();
  await leaves(run);

  await run.window.getByRole('button', { name: '登录教育云' }).click();
  const busy = await pageAt(run.app, /bmp-oauth/);
  void busy
    .evaluate(() => {
      setTimeout(() => {
        for (;;) {
          alert('密码已过期');
          confirm('再来一次？');
        }
      });
    })
    .catch(() => undefined);
  await leaves({ ...run, bar: await barOf(run.app) });

  await run.window.getByRole('button', { name: '登录教育云' }).click();
  const looping = await pageAt(run.app, /bmp-oauth/);
  await looping.evaluate(() => {
    setTimeout(() => {
      for (;;);
    });
  });
  await leaves({ ...run, bar: await barOf(run.app) });
});

test('a hostile login page that closes itself takes its window along, and nothing else', async ({
  visit,
}) => {
  const run = await visit();
  await Promise.allSettled([run.login.evaluate(() => window.close())]);
  await expect(run.window.getByRole('button', { name: '登录教育云' })).toBeVisible();
  await expect(run.window.getByRole('alert')).toHaveCount(0);
  expect(await counted(run)).toEqual({ windows: 1, pages: 1 });
  // Once more: the next login window is as good as the first.
  await run.window.getByRole('button', { name: '登录教育云' }).click();
  await expect((await pageAt(run.app, /bmp-oauth/)).getByRole('heading')).toBeVisible();
});

/** What each page that is there was made with. Not in Electron's types, and not in its documents. */
const preferences = ({ app }: Launched) =>
  inMain(app, ({ webContents }) =>
    webContents.getAllWebContents().map((contents) => {
      const made = Reflect.get(contents, 'getLastWebPreferences').call(contents);
      return { ...made, at: contents.getURL() } as Record<string, unknown>;
    }),
  );

test('every page, ours and theirs, is sandboxed and isolated, without Node, webviews or trial features', async ({
  visit,
}) => {
  const pages = await preferences(await visit());
  expect(pages).toHaveLength(3);
  for (const page of pages) {
    expect(page).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      enableBlinkFeatures: '',
      webviewTag: false,
    });
  }
});

test('alerts of a login page can be silenced from the second on', async ({ visit }) => {
  const run = await visit();
  const [theirs] = (await preferences(run)).filter(({ at }) => at === run.login.url());
  expect(theirs).toMatchObject({ safeDialogs: true, safeDialogsMessage: '不再让这个页面弹出提示' });
});

test('a hostile login page changes neither title, place nor size of its window, nor covers the bar', async ({
  visit,
}) => {
  const { app, login, bar } = await visit();
  const windows = () =>
    inMain(app, ({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map((window) => ({
        title: window.getTitle(),
        bounds: window.getBounds(),
        whole: window.isFullScreen() || window.isKiosk(),
      })),
    );
  const before = await windows();
  await login.evaluate(() => {
    document.title = '教师工作台 · 已加密';
    window.moveTo(0, -48);
    window.resizeTo(4000, 4000);
    document.body.style.cssText = 'position: fixed; inset: -400px; z-index: 9999';
  });
  // Asked again after the page has had its turn.
  await expect(login).toHaveTitle('教师工作台 · 已加密');
  expect(await windows()).toEqual(before);
  expect(JSON.stringify(before)).not.toContain(mark);
  await expect(bar.getByRole('button', { name: '取消登录' })).toBeVisible();
  const top = await inMain(app, ({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .flatMap((window) => window.contentView.children)
      .map((view) => view.getBounds().y),
  );
  expect(top).toContain(48);
});

test('the bar above a login page goes nowhere either, and opens nothing', async ({
  visit,
  server,
}) => {
  const run = await visit();
  const before = run.bar.url();
  const asked = server.asked.length;
  await run.bar.evaluate((to) => {
    window.open(to);
    for (const target of ['_self', '_blank']) {
      const link = document.createElement('a');
      Object.assign(link, { href: to, target });
      document.body.append(link);
      link.click();
    }
    location.href = to;
    return fetch(to).catch(() => undefined);
  }, `${server.url}/from-the-bar`);
  expect(run.bar.url()).toBe(before);
  expect(await counted(run)).toEqual(nothingMore);
  expect(server.asked).toHaveLength(asked);
});

test('an address that is like the registered one signs nobody in, and a made-up code does not either', async ({
  visit,
  gateway,
  keyring,
}) => {
  const run = await visit();
  const registered = new URL(
    String((gateway.deployment().login as { redirectUri: string }).redirectUri),
  );
  const query = '?personId=7&oauthCode=made-up';
  const alike = [
    `http://${registered.host}${registered.pathname}${query}`,
    `https://${registered.host}:8443${registered.pathname}${query}`,
    `https://${registered.host}.evil.invalid${registered.pathname}${query}`,
    `https://hostile@${registered.host}${registered.pathname}${query}`,
    `https://${registered.host}${registered.pathname}/${query}`,
    `https://${registered.host}${registered.pathname.toUpperCase()}${query}`,
  ];
  for (const address of alike) {
    await run.login.evaluate((to) => {
      window.open(to);
      const frame = document.createElement('iframe');
      frame.src = to;
      document.body.append(frame);
    }, address);
  }
  // Within a frame not even the registered one counts.
  await run.login.evaluate((to) => {
    const frame = document.createElement('iframe');
    frame.src = to;
    document.body.append(frame);
    return fetch(to, { mode: 'no-cors' }).catch(() => undefined);
  }, `${registered.href}${query}`);
  await expect(run.bar.getByText('请在下面的页面登录')).toBeVisible();
  expect(gateway.journal.filter(({ call }) => call === 'oauth-token')).toEqual([]);

  await goes(run.login, `${registered.href}${query}`);
  await expect(run.window.getByRole('alert')).toBeVisible();
  expect(await keyring.present()).toEqual([]);
});

test('a hostile login page of 10 MB with a service worker is shown, and can be left', async ({
  visit,
}) => {
  const run = await visit();
  await run.login.evaluate(async () => {
    await navigator.serviceWorker.register('/worker.js').catch(() => undefined);
    document.body.append('很长的一页。'.repeat(1_700_000));
  });
  await expect(run.bar.getByRole('button', { name: '取消登录' })).toBeVisible();
  await leaves(run);
});

test('a hostile login page sends nothing past the proxy by WebRTC', async ({ visit }) => {
  const stun = createSocket('udp4');
  let packets = 0;
  stun.on('message', () => {
    packets += 1;
  });
  await new Promise<void>((resolve) => stun.bind(0, '127.0.0.1', resolve));
  const { port } = stun.address() as AddressInfo;
  const { login } = await visit();
  const candidates = await login.evaluate(async (to) => {
    const servers = { iceServers: [{ urls: `stun:127.0.0.1:${to}` }] };
    const connection = new RTCPeerConnection(servers);
    const found: string[] = [];
    const gathered = new Promise<void>((resolve) => {
      connection.onicecandidate = ({ candidate }) => {
        if (candidate?.candidate) found.push(candidate.candidate);
        else resolve();
      };
    });
    connection.createDataChannel('x');
    await connection.setLocalDescription(await connection.createOffer());
    await gathered;
    return found;
  }, port);
  expect(candidates.filter((candidate) => /\budp\b/i.test(candidate))).toEqual([]);
  expect(packets).toBe(0);
  stun.close();
});
