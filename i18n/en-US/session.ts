import type { Catalogue } from '../zh-CN';
import { count } from './count';

const stillThere =
  'You can still read what is below, but it is not updated; marks are kept until you sign in again.';

export const session: Catalogue['session'] = {
  label: 'Sign-in state',
  state: {
    'signed-out': 'Signed out',
    'signing-in': 'Signing in',
    checking: 'Checking the sign-in',
    active: 'Signed in',
    renewing: 'Signed in',
    unreachable: 'Platform unreachable',
    expired: 'Sign-in expired',
    displaced: 'Signed in elsewhere',
    'no-session': 'Signed in, not kept online',
    'keychain-locked': 'System keychain locked',
  },
  heartbeat: (ago) => `Heartbeat ${ago}`,
  nextTry: (seconds) =>
    seconds > 0 ? `Signed in; next try in ${seconds} s` : 'Signed in; trying now…',
  detail: {
    'signed-out': 'Sign in to see messages',
    'signing-in': 'Finish in the login window',
    checking: 'Showing what was saved',
    renewing: 'Renewing the session…',
    expired: 'Please sign in again',
    displaced: 'Please sign in again',
    'no-session': 'The platform gave no session',
    'keychain-locked': 'Unlock it to go on',
  },
  tryNow: 'Try now',
  networkSignIn: "Open the network's sign-in page",
  networkSignInFailed: "The network's sign-in page could not be opened",
  signIn: 'Sign in',
  signInAgain: 'Sign in again',
  showLoginWindow: 'Show the login window',
};

export const banner: Catalogue['banner'] = {
  label: 'About your sign-in',
  unreachable: {
    what: (since) => `The platform has been out of reach since ${since}.`,
    does: 'You see what was saved last; it is updated as soon as the platform answers.',
    doesAsOf: (moment) =>
      `What you see is as of ${moment}; it is updated as soon as the platform answers.`,
    nextTry: (seconds) => (seconds > 0 ? `Next try in ${seconds} s.` : 'Trying now…'),
  },
  stillAsOf: (moment) =>
    `What you see is as of ${moment} and no longer updated; marks wait until you sign in again.`,
  expired: {
    what: 'Your sign-in has expired.',
    does: stillThere,
    can: 'Please sign in again.',
  },
  displaced: {
    what: 'The same account signed in elsewhere, which ended the sign-in here.',
    does: stillThere,
    can: 'You can sign in again; if it was not you, change your password soon.',
    log: 'Where the account signed in',
    itWasMe: 'It was me',
  },
  endsSoon: {
    what: (moment) => `This sign-in is valid until ${moment}.`,
    past: 'This sign-in has passed its end date.',
    does: 'It is kept online all the same, until the platform ends it.',
    can: 'Please sign in again when it suits you.',
  },
  noSession: {
    what: 'You are signed in, but the platform gave no session to keep alive.',
    does: 'Messages and profile work as usual.',
    can: "If it stays like this, tell your school's administrator.",
  },
  keychainLocked: {
    what: 'The system keychain is locked, so the saved sign-in cannot be read.',
    does: 'The platform is not contacted until it is unlocked.',
    can: 'Unlock the keychain (usually with your computer password), then choose "Try now".',
  },
  notRemembered: {
    what: 'This sign-in could not be kept in the system keychain.',
    does: 'Everything works, but after quitting you will have to sign in again.',
    can: 'To have it remembered, ask your administrator to check the system keychain.',
  },
};

export const signIn: Catalogue['signIn'] = {
  button: 'Sign in to the education cloud',
  waiting: 'Signing in…',
  waitingHint: 'Finish in the login window. If you cannot find it, choose "Show the login window".',
  hostBefore: 'The login page comes from',
  hostAfter: 'and is the only place to type your password.',
  failed: 'The last sign-in did not succeed',
  otherPlatform: 'Use another platform',
};

export const signOut: Catalogue['signOut'] = {
  button: 'Sign out',
  title: 'Sign out?',
  removes: 'This is removed from this computer:',
  removed: [
    'your sign-in (token and session)',
    'the saved profile and organizations',
    'the saved messages and pictures',
    'the cookies of the login page',
  ],
  stays: 'Messages and profile on the platform are not touched, and the deployment file stays.',
  unsent: (n) => `${count(n, 'mark has', 'marks have')} not been sent to the platform yet.`,
  unsentLost: 'If you sign out now, they are lost.',
  cancel: 'Cancel',
  failed: 'Signing out did not succeed',
  leftBehind: {
    what: 'You are signed out, but your sign-in could not be removed from the system keychain.',
    why: { locked: 'The keychain is locked.', unavailable: 'The keychain does not answer.' },
    does: 'The next start removes it.',
    can: 'Unlock the keychain, then quit this app and open it again; if that does not help, tell your administrator.',
  },
};
