/**
 * The deb, from its first installation to its purge: the app that ships, which no test can look into,
 * used by an ordinary user from outside, by its tray, its windows' titles, keyboard and platform.
 */
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { type Gateway, startGateway } from '../../gateway';
import { startTrayHost, type TrayHost } from '../desktop/statusNotifier';
import type { TrayItem } from '../desktop/trayItem';
import { classTeacher } from '../pages';
import { appRoot } from '../runningApp';
import { within } from '../within';
import {
  filesOfTheMachine,
  install,
  installed,
  output,
  packageName,
  purge,
  remove,
} from './administrator';
import { packages } from './packages';
import { type Person, type Running, somebody } from './person';

test.describe.configure({ mode: 'serial' });

const opt = '/opt/Staffroom';
const entry = '/usr/share/applications/staffroom.desktop';
const fileType = 'application/vnd.staffroom.deployment+json';
const deploymentFolder = '/etc/staffroom';

const startMs = 60_000;

let gateway: Gateway;
let tray: TrayHost;
let person: Person;
let before: ReadonlySet<string>;
let running: Running | null = null;

test.beforeAll(async () => {
  gateway = await startGateway();
  tray = await startTrayHost();
  person = await somebody();
  before = await filesOfTheMachine(appRoot);
});

test.afterAll(async () => {
  await person.leaves();
  await tray.stop();
  await gateway.close();
  // Only where a test failed is there anything left.
  if ((await installed()) !== '') await purge();
});

/** From the menu, as `Exec` says. */
async function startFromMenu(): Promise<TrayItem> {
  const line = /^Exec=(.*)$/m.exec(await readFile(entry, 'utf8'))?.[1] ?? '';
  const command = line.replace(' %U', '');
  running = person.starts(command);
  return within(startMs, `the tray icon of ${command}`, tray.item());
}

async function quitFromTray(item: TrayItem): Promise<void> {
  // It may be gone before it has answered the click.
  await Promise.allSettled([item.click('退出教师工作台')]);
  expect(await within(startMs, 'the end of the app', running?.ended ?? Promise.resolve(null))).toBe(
    0,
  );
}

/** Of the processes that belong to the app: its command line and its `/proc/<pid>/status`. */
async function processes(): Promise<readonly { command: string; status: string }[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const all = await Promise.all(
    pids.map(async (pid) => {
      const read = (name: string) => readFile(`/proc/${pid}/${name}`, 'utf8').catch(() => '');
      return {
        command: (await read('cmdline')).replaceAll('\0', ' '),
        status: await read('status'),
      };
    }),
  );
  return all.filter(({ command }) => command.startsWith(`${opt}/`));
}

test('the older version installs without a question, and all of it belongs to root', async () => {
  await install(packages.olderDeb);
  expect(await installed()).toBe('0.0.9 installed');
  const owned = (await output('dpkg', ['--listfiles', packageName])).trim().split('\n');
  expect(owned).toContain(`${opt}/staffroom`);
  for (const file of owned) {
    const { uid, gid, mode } = await stat(file);
    expect([file, uid, gid, mode & 0o022]).toEqual([file, 0, 0, 0]);
  }
  expect((await stat(`${opt}/chrome-sandbox`)).mode & 0o7777).toBe(0o4755);
  expect(await output('readlink', ['-f', '/usr/bin/staffroom'])).toBe(`${opt}/staffroom\n`);
});

test('it has every library that it is linked with', async () => {
  for (const file of ['staffroom', 'chrome_crashpad_handler']) {
    expect(await output('ldd', [join(opt, file)])).not.toContain('not found');
  }
});

test('the menu has it, in both languages and with an icon of each size', async () => {
  await output('desktop-file-validate', [entry]);
  const text = await readFile(entry, 'utf8');
  expect(text).toContain('\nName=Staffroom\n');
  expect(text).toContain('\nName[zh_CN]=教师工作台\n');
  expect(text).toContain('\nCategories=Education;\n');
  const [, icon = ''] = /^Icon=(.*)$/m.exec(text) ?? [];
  for (const size of [16, 22, 24, 32, 48, 64, 128, 256, 512]) {
    const file = `/usr/share/icons/hicolor/${size}x${size}/apps/${icon}.png`;
    expect(existsSync(file), file).toBe(true);
  }
});

test('the system knows its files by their ending, and who opens them and its links', async () => {
  const file = await person.owns('某校.staffroom', '{}');
  const type = await person.runs('gio', 'info', '--attributes=standard::content-type', file);
  expect(type).toContain(fileType);
  const opener = (of: string) => person.runs('xdg-mime', 'query', 'default', of);
  expect(await opener(fileType)).toBe('staffroom.desktop\n');
  expect(await opener('x-scheme-handler/staffroom')).toBe('staffroom.desktop\n');
});

test('a person starts it from the menu, with the machine’s deployment and Chromium’s sandbox', async () => {
  await mkdir(deploymentFolder, { mode: 0o755 });
  const text = JSON.stringify(gateway.deployment());
  await writeFile(join(deploymentFolder, 'deployment.json'), text, { mode: 0o644 });
  const item = await startFromMenu();
  await expect.poll(() => item.tooltip()).toContain('未登录');
  await person.turnsTo('教师工作台');
  // By its class a desktop finds the entry of a window, with its icon and name.
  const [, windowClass = ''] = /^StartupWMClass=(.*)$/m.exec(await readFile(entry, 'utf8')) ?? [];
  await output('xdotool', ['search', '--onlyvisible', '--class', `^${windowClass}$`]);
  const renderers = (await processes()).filter(({ command }) =>
    command.includes('--type=renderer'),
  );
  expect(renderers.length).toBeGreaterThan(0);
  for (const { command, status } of renderers) {
    expect(command).not.toContain('--no-sandbox');
    // 2: system calls are filtered (proc(5)).
    expect(status).toMatch(/^Seccomp:\t2$/m);
  }
});

test('she signs in with the keyboard, and her messages arrive', async () => {
  const item = await tray.item();
  const { account, password } = classTeacher(gateway);
  // Nothing outside tells when the tray's menu is its last, or when the page's field has the keyboard,
  // so she tries until she is let in.
  await expect(async () => {
    if (!gateway.journal.some(({ call }) => call === 'oauth-token')) {
      // The menu says the one or the other, before the window and when it is there.
      await item.click('登录教育云').catch(() => item.click('显示登录窗口'));
      await person.turnsTo('登录教育云');
      await person.types(account);
      await person.presses('Tab');
      await person.types(password);
      await person.presses('Return');
    }
    await gateway.until('oauth-token', 1, { withinMs: 5_000 });
  }).toPass({ timeout: 2 * startMs });
  await expect.poll(() => item.tooltip()).toMatch(/ 已登录/);
  await expect.poll(() => item.tooltip()).toContain('17 条未读消息');
});

test('a second start ends at once, and shows the first', async () => {
  const again = person.starts('/usr/bin/staffroom');
  expect(await within(startMs, 'the end of the second start', again.ended)).toBe(0);
  expect(tray.count()).toBe(1);
});

test('a link opens its message in the app that runs', async () => {
  const { personId } = classTeacher(gateway);
  const id = gateway.addMessage(personId, {
    body: { msgtype: 'text', text: { content: '从链接打开的消息' } },
  });
  const isRead = () => gateway.messages(personId).find(({ msgId }) => msgId === id)?.isRead;
  expect(isRead()).toBe(0);
  await person.runs('xdg-open', `staffroom://message/${encodeURIComponent(String(id))}`);
  // What she has opened is marked as read at the platform, a few seconds later.
  await expect.poll(isRead, { timeout: startMs }).toBe(1);
});

test('a deployment file is handed to the app that runs, which keeps to the machine’s', async () => {
  const file = await person.owns(
    '别的学校.staffroom',
    JSON.stringify(gateway.deployment({ id: 'b' })),
  );
  await person.runs('gio', 'open', file);
  const log = () => readFile(join(person.userData, 'logs', 'main.log'), 'utf8');
  await expect.poll(log).toContain('an import was refused: fixed-deployment');
});

test('it quits from the tray', async () => {
  await quitFromTray(await tray.item());
  await expect.poll(async () => (await processes()).length).toBe(0);
});

test('the newer version goes over the older one, and she is still signed in', async () => {
  await install(packages.deb);
  expect(await installed()).toBe(`${packages.version} installed`);
  expect((await stat(`${opt}/chrome-sandbox`)).mode & 0o7777).toBe(0o4755);
  gateway.clearJournal();
  const item = await startFromMenu();
  await expect.poll(() => item.tooltip()).toMatch(/ 已登录/);
  expect(gateway.journal.map(({ call }) => call)).not.toContain('login-page');
  const log = await readFile(join(person.userData, 'logs', 'main.log'), 'utf8');
  expect(log).toContain(packages.version);
  await quitFromTray(item);
});

test('removed, it leaves her data and what IT laid down, and nothing runs or is offered', async () => {
  await remove();
  expect(existsSync(opt)).toBe(false);
  expect(existsSync(entry)).toBe(false);
  expect(existsSync('/usr/bin/staffroom')).toBe(false);
  expect(existsSync(join(deploymentFolder, 'deployment.json'))).toBe(true);
  expect(existsSync(join(person.userData, 'settings.json'))).toBe(true);
  expect(await person.runs('xdg-mime', 'query', 'default', fileType)).toBe('');
});

test('purged, it leaves nothing on the machine but her data', async () => {
  await purge();
  expect(await installed()).toBe('');
  const after = await filesOfTheMachine(appRoot);
  expect([...after].filter((path) => !before.has(path))).toEqual([]);
  expect([...before].filter((path) => !after.has(path))).toEqual([]);
  const lists = ['applications', 'icons/hicolor', 'mime'].map((name) => join('/usr/share', name));
  const mentions = await output('grep', ['-rliF', 'staffroom', ...lists]).catch(() => '');
  expect(mentions).toBe('');
  expect(existsSync(join(person.userData, 'profile.json'))).toBe(true);
});
