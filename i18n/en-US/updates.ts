import type { Catalogue } from '../zh-CN';

export const updates: Catalogue['updates'] = {
  title: 'Updates',
  off: {
    'no-key':
      "This version does not look for updates by itself; ask your school's IT for new versions.",
    'no-address':
      'Your school has not set up updates for this computer; its IT installs new versions.',
  },
  newest: 'You have the newest version.',
  notYet: 'Not checked yet since the app was opened.',
  checked: (ago) => `Checked ${ago}`,
  later: (version) =>
    `Version ${version} is being rolled out in stages, and will come to this computer later.`,
  check: 'Check for updates',
  checking: 'Checking for updates…',
  offered: (version, megabytes) => `Version ${version} can be downloaded (${megabytes} MB).`,
  offeredHint: 'You can go on working while it downloads, and you decide when it is installed.',
  download: 'Download',
  announced: (version) => `Version ${version} is out.`,
  announcedHint: (host) =>
    `On this computer your school's IT installs new versions: ask them (update server: ${host}).`,
  downloading: (version) => `Downloading ${version}`,
  received: (done, all) => `${done} of ${all} MB`,
  cancel: 'Cancel the download',
  ready: (version) => `Version ${version} has been downloaded and checked.`,
  readyHint: 'To install it, the app closes, and the new version opens by itself.',
  install: 'Restart and install',
  waiting: 'A new version is available',
};
