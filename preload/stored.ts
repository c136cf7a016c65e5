/**
 * All that the app keeps on this computer: the one list behind the notice before the first sign-in,
 * the page "About", and whatever removes it. An end-to-end test compares it with the files found.
 */

/** Grows when the list changes in a way that she should be asked about again. */
export const storedVersion = 1;

/** What has not been used for so long goes at the next start. */
export const unusedDays = 30;

/** Of all pictures together; the least recently used go first. Megabytes of 2²⁰ bytes. */
export const picturesLimit = 64;

/** Of the log. Megabytes of 2²⁰ bytes. */
export const logLimit = 1;

/** Entries of the keychain. */
export type StoredSecret = 'oauthToken' | 'session' | 'cacheKey' | 'appKey' | 'proxyPassword';

export interface Stored {
  readonly what: StoredWhat;
  readonly where: StoredWhere;
  readonly until: StoredUntil;
}

export type StoredWhat =
  | 'sign-in'
  | 'profile'
  | 'messages'
  | 'pictures'
  | 'cookies'
  | 'app-key'
  | 'proxy-password'
  | 'deployment'
  | 'settings'
  | 'updates'
  | 'log'
  | 'runtime';

export type StoredWhere =
  | { readonly kind: 'keychain'; readonly secrets: readonly StoredSecret[] }
  /** Names in the user-data folder, `*` for any part of one; `sealed` with a key in the keychain. */
  | {
      readonly kind: 'folder';
      readonly names: readonly [string, ...string[]];
      readonly form: 'sealed' | 'clear';
    }
  | { readonly kind: 'memory' };

/** `sign-out-or-unused`: or at the first start after `unusedDays` without use. */
export type StoredUntil = 'sign-out' | 'sign-out-or-unused' | 'quit' | 'full' | 'removed';

const jsonFile = (name: string) => [`${name}.json`, `${name}.broken-*.json`] as const;

/** What Chromium makes for pages of ours; those of other people's stay in memory. */
const chromiumNames = [
  'Cache',
  'Code Cache',
  'Cookies*',
  'Crashpad',
  'Dawn*Cache',
  'Dictionaries',
  'DIPS*',
  'GPUCache',
  'Local State',
  'Local Storage',
  'lockfile',
  'Network',
  'Network Persistent State',
  'Preferences',
  'Session Storage',
  'Shared Dictionary',
  'SharedStorage*',
  'Singleton*',
  'TransportSecurity',
  'Trust Tokens*',
  'WebStorage',
  'blob_storage',
] as const;

export const stored: readonly Stored[] = [
  {
    what: 'sign-in',
    where: { kind: 'keychain', secrets: ['oauthToken', 'session', 'cacheKey'] },
    until: 'sign-out',
  },
  {
    what: 'profile',
    where: { kind: 'folder', names: jsonFile('profile'), form: 'sealed' },
    until: 'sign-out-or-unused',
  },
  {
    what: 'messages',
    where: { kind: 'folder', names: ['messages'], form: 'sealed' },
    until: 'sign-out-or-unused',
  },
  {
    what: 'pictures',
    where: { kind: 'folder', names: ['pictures'], form: 'sealed' },
    until: 'sign-out-or-unused',
  },
  { what: 'cookies', where: { kind: 'memory' }, until: 'quit' },
  { what: 'app-key', where: { kind: 'keychain', secrets: ['appKey'] }, until: 'removed' },
  {
    what: 'proxy-password',
    where: { kind: 'keychain', secrets: ['proxyPassword'] },
    until: 'removed',
  },
  {
    what: 'deployment',
    where: { kind: 'folder', names: ['deployment.json'], form: 'clear' },
    until: 'removed',
  },
  {
    what: 'settings',
    where: {
      kind: 'folder',
      names: [...jsonFile('settings'), ...jsonFile('window')],
      form: 'clear',
    },
    until: 'removed',
  },
  // `.updaterId` is a random number that decides in which stage an update comes here; it is sent nowhere.
  {
    what: 'updates',
    where: { kind: 'folder', names: ['updates', '.updaterId'], form: 'clear' },
    until: 'removed',
  },
  { what: 'log', where: { kind: 'folder', names: ['logs'], form: 'clear' }, until: 'full' },
  {
    what: 'runtime',
    where: {
      kind: 'folder',
      names: chromiumNames,
      form: 'clear',
    },
    until: 'removed',
  },
];
