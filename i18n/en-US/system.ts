import type { Catalogue } from '../zh-CN';

export const testNotice: Catalogue['testNotice'] = {
  title: 'Test notification',
  body: 'If you can see this, notifications of new messages work here.',
};

export const setAside: Catalogue['setAside'] = {
  what: {
    settings: 'The settings file was damaged; the default settings have been restored',
    profile: 'The saved profile was damaged and will be read again',
  },
  moved: (name) => [`The damaged file was not deleted. It is now called ${name}.`],
  left: (name) => [
    `The damaged file ${name} was not deleted, and cannot be moved. As long as it is there, changes last until you quit.`,
    'Please tell your administrator its name.',
  ],
};

export const proxyPassword: Catalogue['proxyPassword'] = {
  title: 'The network proxy requires you to sign in',
  asks: (proxy) =>
    `The proxy server ${proxy} asks for a user name and password. These are not those of the education cloud.`,
  wrong: 'The user name or password is wrong. Please enter them again.',
  user: 'User name',
  password: 'Password',
  keep: 'Remember them in the system keychain',
  cancel: 'Cancel',
  send: 'Sign in to the proxy',
};

export const forget: Catalogue['forget'] = {
  title: 'Forget this computer',
  short: 'Before you hand this computer on, remove everything that the app keeps on it.',
  button: 'Forget everything…',
  removes: 'This will be removed from this computer for good:',
  removed: [
    'Your sign-in, and everything else that this app keeps in the system keychain (application key, proxy password)',
    'Saved messages, pictures and your profile',
    'The deployment file that you chose',
    'All settings, and starting when you log in',
    'Log files',
  ],
  afterwards: 'The app then reopens on its first page. What is on the platform stays as it is.',
  machineStays: 'The deployment file that an administrator installed stays.',
  cancel: 'Cancel',
  confirm: 'Forget everything',
  failed: 'This computer could not be forgotten',
};
