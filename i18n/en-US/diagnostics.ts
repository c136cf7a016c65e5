import type { Catalogue } from '../zh-CN';
import { count } from './count';

export const diagnostics: Catalogue['diagnostics'] = {
  title: 'Diagnostics',
  open: 'Show diagnostics',
  about:
    'A record of how the sign-in has been, for the IT staff of your school or education bureau.',
  back: 'Back',
  refresh: 'Refresh',
  copy: 'Copy report',
  save: 'Save report…',
  copied: 'Report copied',
  saved: 'Report saved',
  copyFailed: 'The report could not be copied',
  saveFailed: 'The report could not be saved',
  readFailed: 'The record could not be read',
  fileName: (day) => `staffroom-report-${day}.txt`,
  fileKind: 'Text file',

  holdsTitle: 'What the report holds',
  holds: [
    'the versions of the app, Electron, Chromium and the system',
    "the deployment file's name and the hosts of its addresses, and which optional parts are set",
    'the settings, and how the sign-in is now',
    'the events below and the end of the log',
  ],
  holdsNot: 'No password, token or key is in it, and neither are your name, profile or messages.',

  events: 'Latest events',
  none: 'No events yet',
  time: 'Time',
  what: 'What happened',
  state: 'State after it',
  times: (n) => count(n, 'time', 'times'),
  until: (moment) => `until ${moment}`,

  rejected: (code) => `The platform did not accept it (code ${code}).`,
  started: 'The app started.',
  deploymentFound: {
    ready: 'The deployment file is in use.',
    none: 'No deployment file was found.',
    wrong: 'The deployment file has a mistake.',
  },
  sessionChange: {
    found: 'The saved sign-in was read.',
    'keychain-locked': 'The saved sign-in could not be read.',
    'sign-in-started': 'The login window was opened.',
    'sign-in-ended': 'The sign-in was not completed.',
    'signed-in': 'The sign-in succeeded.',
    alive: 'The heartbeat was answered.',
    gone: 'The platform said that the session is gone (100000).',
    'renewal-due': 'The sign-in ends soon and is renewed in the background.',
    displaced: 'The platform said that the account signed in elsewhere (110000).',
    acknowledged: 'You confirmed that the sign-in elsewhere was yours.',
    unanswered: 'The heartbeat was not answered.',
    'signed-out': 'Signed out.',
  },
  keychain: {
    read: 'The system keychain could not be read.',
    write: 'The system keychain could not be written.',
    remove: 'Entries could not be removed from the system keychain.',
    probe: 'The system keychain cannot be used.',
  },
  notRefreshed: {
    profile: 'The profile was not updated.',
    feed: 'The messages were not updated.',
    marks: 'Marks could not be sent to the platform; they are tried again.',
  },
  power: {
    suspend: 'The computer went to sleep.',
    resume: 'The computer woke up.',
  },

  report: {
    title: 'Staffroom diagnostic report',
    versions: 'Versions',
    system: 'System',
    deployment: 'Deployment file',
    remembered: 'Sign-in saved',
    log: 'End of the log',
    yesNo: (is) => (is === 'yes' ? 'yes' : 'no'),
  },
};
