import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { catalogueOf } from './catalogues';

const root = resolve(__dirname, '..');

/** Each file that may say texts: what runs in the main process and in the pages, without tests. */
function sources(): readonly string[] {
  const files = ['main', 'renderer', 'preload', 'i18n'].flatMap((room) =>
    readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
      .map((path) => join(root, room, path))
      .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path))
      .filter((path) => !/^i18n[\\/](zh-CN|en-US)[\\/]/.test(relative(root, path))),
  );
  return files.map((path) => withoutComments(readFileSync(path, 'utf8')));
}

const withoutComments = (code: string) => code.replaceAll(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*$/gm, '');

/**
 * Texts, or groups of them, that are looked up by a name the program has in its hand (`state[kind]`), where the
 * compiler has every name of the union in the catalogue, and asks for a new one's.
 */
const lookedUp = new Set([
  'firstRun.expected',
  ...['documentedFor', 'keys', 'parts', 'states'].map((group) => `connect.${group}`),
  'session.state',
  'session.detail',
  'signOut.leftBehind.why',
  'organisations.kind',
  'diagnostics.deploymentFound',
  'diagnostics.sessionChange',
  'diagnostics.keychain',
  'diagnostics.notRefreshed',
  'diagnostics.power',
  'messages.storage',
  'messages.outbox.does',
  'messages.marked',
  'messages.nothingToMark',
  'messages.refused.as',
  'messages.markEverything',
  'settings.sources',
  'settings.notificationsIn',
  'settings.quietHoursIn',
  ...['things', 'untilWhen', 'sealed', 'clear'].map((name) => `stored.${name}`),
  'about.keys',
  'updates.off',
  'settings.launchAtLoginIn',
  'settings.closingIn',
  'testNotice',
  // Single texts among others of their group.
  ...['messages', 'organisations', 'profile', 'settings'].map((page) => `nav.${page}`),
  ...['unread', 'all'].map((filter) => `messages.${filter}`),
  ...['light', 'dark'].map((theme) => `settings.${theme}`),
  ...['retry', 'discard'].map((how) => `messages.refused.${how}Failed`),
  ...['opening', 'shown', 'finishing'].map((step) => `login.${step}`),
]);

/** The path of every text, up to the name by which the program asks for it. */
function pathsOf(node: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  const isGroup = typeof node === 'object' && node !== null && !Array.isArray(node);
  if (!isGroup || lookedUp.has(path.join('.'))) return [path];
  return Object.entries(node).flatMap(([name, child]) => pathsOf(child, [...path, name]));
}

/** As a property (`said.title`), taken out of its group (`{ title }`) or by name (`said['title']`). */
const asks = (code: string, name: string) =>
  new RegExp(`\\.${name}\\b|\\{[^{}]*\\b${name}\\b[^{}]*\\}\\s*=|\\['${name}'\\]`).test(code);

const files = sources();
/**
 * A text is asked for where its group is: a file has every name on the way to it. (The compiler that
 * checks the types has no interface for programs; a run of the app proves nothing about a text that
 * only some failure says.)
 */
const isSaid = (path: readonly string[]) =>
  files.some((code) => path.every((name) => asks(code, name)));

test('no text is left that nothing says', () => {
  const unused = pathsOf(catalogueOf('zh-CN')).filter(
    (path) => !lookedUp.has(path.join('.')) && !isSaid(path),
  );
  expect(unused.map((path) => path.join('.'))).toEqual([]);
});

test('what is looked up by name is there', () => {
  const paths = new Set(pathsOf(catalogueOf('zh-CN')).map((path) => path.join('.')));
  expect([...lookedUp].filter((path) => !paths.has(path))).toEqual([]);
});
