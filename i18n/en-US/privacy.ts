import { logLimit, picturesLimit, unusedDays } from '../../preload/stored';
import type { Catalogue } from '../zh-CN';
import { count } from './count';

const minutes = (n: number) => count(n, 'minute', 'minutes');

export const stored: Catalogue['stored'] = {
  label: 'What is stored on this computer',
  what: 'What',
  where: 'Where',
  until: 'How long',
  things: {
    'sign-in': 'The sign-in: token, session, and the key to what is encrypted',
    profile: 'Profile and organizations',
    messages: 'Messages, and marks that have not been sent yet',
    pictures: `Pictures in messages, and your own picture, up to ${picturesLimit} MB`,
    cookies: "The login page's cookies",
    'app-key': 'The application key of an imported deployment file',
    'proxy-password': 'The user name and password of a proxy, if you chose to keep them',
    deployment: 'An imported deployment file',
    settings: 'Settings and what you have chosen',
    updates:
      'A downloaded new version, and a random number that decides when updates come (never sent)',
    log: 'The log, without names or messages',
    runtime: "The windows' own cache, with nothing of yours",
  },
  keychain: 'The system keychain',
  memory: 'In memory only',
  sealed: 'encrypted',
  clear: 'not encrypted',
  inFolder: (names, form) => `${names} (${form})`,
  andOthers: (first) => `${first} and others`,
  untilWhen: {
    'sign-out': 'Until you sign out',
    'sign-out-or-unused': `Until you sign out, or do not open it for ${unusedDays} days`,
    quit: 'Until you quit or sign out',
    full: `Older lines go when it reaches ${logLimit} MB`,
    removed: 'Until you remove it',
  },
};

export const consent: Catalogue['consent'] = {
  title: 'Before you sign in',
  short: [
    'Your profile, messages and pictures will be kept on this computer, encrypted, so that they open faster and can be read offline.',
    `All of it is removed when you sign out, and when you do not open it for ${unusedDays} days.`,
    'You type your password only on the login page; it is never stored on this computer.',
  ],
  details: 'Show the whole list',
  sharedHint:
    'Do several people use this computer? Then cancel, and turn on "Shared computer" first.',
  agree: 'Agree and sign in',
  cancel: 'Cancel',
};

export const sharing: Catalogue['sharing'] = {
  label: 'Shared computer',
  meaning: (n) =>
    `Nothing of yours stays on this computer, and you are signed out when the app quits or nobody uses the computer for ${minutes(n)}.`,
  setBySchool: 'Managed by your school',
  leaving: (seconds) =>
    `Nobody seems to be here: you will be signed out in ${count(seconds, 'second', 'seconds')}.`,
  leavingHint: 'Move the mouse or press any key to stay signed in.',
  stay: 'Stay signed in',
  left: (n) => `Signed out, because nobody used the computer for ${minutes(n)}.`,
};

export const about: Catalogue['about'] = {
  title: 'About and help',
  open: 'About and help',
  slogan: 'The desktop client of regional education clouds for school staff',
  version: 'Version',
  system: 'System',

  helpTitle: 'When something is wrong',
  help: [
    'Look at the note at the top of the window first: it says what happened and what you can do.',
    "If that does not help, ask your school's or region's IT, and give them the diagnostics report. It holds no password, name or message.",
  ],
  platform: (name, host) => `The platform in use is "${name}" (${host}).`,

  keysTitle: 'Keyboard shortcuts',
  keysWhere: 'On the messages page',
  key: 'Key',
  does: 'What it does',
  keys: {
    next: 'Open the next message',
    previous: 'Open the previous message',
    read: 'Mark as read',
    unread: 'Mark as unread',
    search: 'Search',
    all: 'Select all',
    undo: 'Undo the last mark',
    none: 'Clear selection',
  },

  folder: "The app's data folder",
  showFolder: 'Show folder',
  folderFailed: 'The folder could not be shown',

  licenceTitle: 'Licenses',
  licence: 'Staffroom comes under the MIT License: free to use, change and pass on.',
  runtimeLicence:
    "Its windows are Electron's and Chromium's; the licenses of Chromium's parts are in LICENSES.chromium.html in the program's folder.",
  packages: 'Licenses of the packages in it',
  reading: 'Reading the licenses…',
  readFailed: 'The licenses could not be read',
};
