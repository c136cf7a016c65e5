import type { Catalogue } from '../zh-CN';

export const testNotice: Catalogue['testNotice'] = {
  title: 'Test notice',
  body: 'If you can see this, notices of new messages work here.',
};

export const setAside: Catalogue['setAside'] = {
  what: {
    settings: 'The settings file was damaged; the settings are the default ones again',
    profile: 'The kept profile was damaged and is read anew',
  },
  moved: (name) => [`The damaged file was not deleted. It is now called ${name}.`],
  left: (name) => [
    `The damaged file ${name} was not deleted, and cannot be moved. As long as it is there, changes last until you quit.`,
    'Please tell your administrator its name.',
  ],
};

export const proxyPassword: Catalogue['proxyPassword'] = {
  title: "The network's proxy wants you to sign in",
  asks: (proxy) =>
    `The proxy server ${proxy} asks for a user name and password. These are not those of the education cloud.`,
  wrong: 'The user name or password is wrong. Please enter them again.',
  user: 'User name',
  password: 'Password',
  keep: "Remember them in this computer's keychain",
  cancel: 'Cancel',
  send: 'Sign in to the proxy',
};

export const forget: Catalogue['forget'] = {
  title: 'Forget this computer',
  short: 'Before you hand this computer on, remove everything that the app keeps on it.',
  button: 'Forget everything…',
  removes: 'This will be removed from this computer for good:',
  removed: [
    "Your sign-in, with every entry in the system's keychain (application key and proxy password among them)",
    'Kept messages, pictures and your profile',
    'The deployment file that you chose',
    'All settings, and the start with the log-in',
    'Log files',
  ],
  afterwards: 'The app then starts anew on its first page. What is on the platform stays as it is.',
  machineStays: 'The deployment file that an administrator installed stays.',
  cancel: 'Cancel',
  confirm: 'Forget everything',
  failed: 'This computer could not be forgotten',
};
