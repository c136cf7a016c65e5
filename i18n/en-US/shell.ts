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
  noMoreDialogs: 'Stop this page from showing more dialogs',
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
  startFailed: 'The current state could not be read',
};

export const settings: Catalogue['settings'] = {
  title: 'Settings',
  appearance: 'Appearance and language',
  language: 'Language',
  theme: 'Theme',
  system: 'Same as system',
  light: 'Light',
  dark: 'Dark',
  failed: 'The setting could not be saved',
  managed: 'Managed by your school.',
  lockedSettings: 'Settings managed by the school',
  textSize: 'Text size',
  textSizeHelp: 'Enlarges everything in the window.',
  textSizeOf: (percent) => (percent === 100 ? 'Standard' : `${percent}%`),
  testNotice: 'Send a test notification',
  testNoticeHelp: 'See whether notifications are shown on this computer.',
  startAndClose: 'Starting and closing',
  launchAtLogin: 'Start when you log in to the computer',
  launchAtLoginIn: { off: 'No', shown: 'Yes, with the window', hidden: 'Yes, in the tray' },
  closing: 'When the window is closed',
  closingHelp:
    'In the tray, it still notifies you of new messages. Without a tray, closing the window quits.',
  closingIn: { on: 'Stay in the tray', off: 'Quit' },
  network: 'Network',
  proxy: 'Proxy',
  proxyHelp: 'If in doubt, keep "Same as system".',
  proxyIn: { system: 'Same as system', none: 'None', manual: 'Manual' },
  proxyHost: 'Proxy server',
  proxyHostTitle: 'Only the host name or IP address, without http:// and port',
  proxyPort: 'Port',
  proxyUse: 'Use this proxy',
  proxySet: (proxy) => `Now using the proxy ${proxy}`,
  messages: 'Messages',
  markRead: 'Mark a message as read',
  markReadAfter: (seconds) => {
    if (seconds === null) return 'Only manually';
    return seconds === 0
      ? 'As soon as it is open'
      : `${count(seconds, 'second', 'seconds')} after opening`;
  },
  notifications: 'Notifications of new messages',
  notificationsIn: { on: 'On', off: 'Off' },
  quietHours: 'Quiet hours',
  quietHoursIn: { on: 'Every day', off: 'None' },
  quietFrom: 'From',
  quietTo: 'Until',
  quietToNextDay: 'Until (next day)',
  quietMeaning: 'No notifications during this time; the unread count is still updated.',
  platform: 'Platform',
  deploymentName: 'Name',
  loginHost: 'Login page',
  gatewayHost: 'Platform API',
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
