import type { Catalogue } from '../zh-CN';
import { count } from './count';
import { session } from './session';

const appName = 'Staffroom';
const unread = (n: number) =>
  n === 0 ? 'No unread messages' : count(n, 'unread message', 'unread messages');

export const app: Catalogue['app'] = {
  name: appName,
  windowTitle: (n) => (n === 0 ? appName : `(${n}) ${appName}`),
};

export const tray: Catalogue['tray'] = {
  tooltip: (now) =>
    [appName, session.state[now.state], ...(now.unread > 0 ? [unread(now.unread)] : [])].join(
      ' · ',
    ),
  unread,
  open: `Open ${appName}`,
  signIn: 'Sign in',
  signInAgain: 'Sign in again',
  signOut: 'Sign out',
  quit: `Quit ${appName}`,
};

export const menu: Catalogue['menu'] = {
  about: `About ${appName}`,
  services: 'Services',
  hide: `Hide ${appName}`,
  hideOthers: 'Hide Others',
  showAll: 'Show All',
  settings: 'Settings…',
  quit: `Quit ${appName}`,
  file: 'File',
  closeWindow: 'Close Window',
  edit: 'Edit',
  undo: 'Undo',
  redo: 'Redo',
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste',
  selectAll: 'Select All',
  view: 'View',
  actualSize: 'Actual Size',
  zoomIn: 'Zoom In',
  zoomOut: 'Zoom Out',
  fullScreen: 'Full Screen',
  window: 'Window',
  minimize: 'Minimize',
  zoom: 'Zoom',
  allToFront: 'Bring All to Front',
  help: 'Help',
};

export const login: Catalogue['login'] = {
  windowTitle: 'Sign in to the education cloud',
  noMoreDialogs: 'Let this page show no more dialogs',
  passwordGoesTo: 'Your password goes only to',
  encrypted: 'Encrypted connection',
  notEncrypted: 'Connection not encrypted',
  opening: 'Opening the login page…',
  shown: 'Sign in on the page below',
  finishing: 'Completing the sign-in…',
  failed: 'The login page did not open',
  retry: 'Retry',
  cancel: 'Cancel sign-in',
};

export const newMessages: Catalogue['newMessages'] = {
  count: (n) => count(n, 'new message', 'new messages'),
  from: (senders) => `From ${senders}`,
  fromAmongOthers: (senders) => `From ${senders} and others`,
  noTitle: '(no title)',
};

export const nav: Catalogue['nav'] = {
  label: 'Main',
  messages: 'Messages',
  organisations: 'Organizations',
  profile: 'Profile',
  settings: 'Settings',
  unread,
};

export const notice: Catalogue['notice'] = {
  label: 'Notices',
  close: 'Close',
  starting: 'Opening…',
  startFailed: 'The present state could not be read',
};

export const settings: Catalogue['settings'] = {
  title: 'Settings',
  appearance: 'Appearance and language',
  language: 'Language',
  theme: 'Theme',
  system: 'As the system',
  light: 'Light',
  dark: 'Dark',
  failed: 'The setting could not be saved',
  managed: 'Managed by your school.',
  lockedSettings: 'Settings managed by the school',
  textSize: 'Text size',
  textSizeHelp: 'Enlarges all of the window.',
  textSizeOf: (percent) => (percent === 100 ? 'Standard' : `${percent}%`),
  testNotice: 'Send a test notice',
  testNoticeHelp: 'See whether notices are shown on this computer.',
  startAndClose: 'Starting and closing',
  launchAtLogin: 'Start when you log in to the computer',
  launchAtLoginIn: { off: 'No', shown: 'Yes, with the window', hidden: 'Yes, in the tray' },
  closing: 'Closing the window',
  closingHelp: 'In the tray it still tells of new messages. On desktops without a tray it quits.',
  closingIn: { on: 'Stays in the tray', off: 'Quits' },
  network: 'Network',
  proxy: 'Proxy',
  proxyHelp: 'If in doubt, leave it as the system has it.',
  proxyIn: { system: 'As the system', none: 'None', manual: 'By hand' },
  proxyHost: 'Proxy server',
  proxyHostTitle: 'Only the host name or IP address, without http:// and port',
  proxyPort: 'Port',
  proxyUse: 'Use this proxy',
  proxySet: (proxy) => `Now using the proxy ${proxy}`,
  messages: 'Messages',
  markRead: 'Mark a message as read',
  markReadAfter: (seconds) => {
    if (seconds === null) return 'Only by hand';
    return seconds === 0
      ? 'As soon as it is open'
      : `${count(seconds, 'second', 'seconds')} after opening`;
  },
  notifications: 'Notices of new messages',
  notificationsIn: { on: 'On', off: 'Off' },
  quietHours: 'Quiet hours',
  quietHoursIn: { on: 'Every day', off: 'None' },
  quietFrom: 'From',
  quietTo: 'Until',
  quietToNextDay: 'Until, next day',
  quietMeaning: 'No notices in this time; the unread count still follows.',
  platform: 'Platform',
  deploymentName: 'Name',
  loginHost: 'Login page',
  gatewayHost: 'Platform interface',
  source: 'Deployment file from',
  sources: {
    machine: 'this computer (installed by an administrator)',
    environment: 'given at start',
    imported: 'chosen by you',
  },
  account: 'Account',
  signedInAs: (name) => `Signed in as ${name}`,
  about: 'About',
  version: 'Version',
};
