import type { Catalogue } from '../zh-CN';

export const ownData: Catalogue['ownData'] = {
  button: 'Export my data…',
  title: 'Export my data',
  holds: 'Saved as one JSON file, which holds:',
  held: [
    'your profile, organizations and permissions',
    'all messages kept on this computer',
    'marks that have not been sent to the platform yet',
    'your settings',
  ],
  holdsNot: 'No password, token or key is in it.',
  readable: 'The file is not encrypted: anybody who gets it can read it. Keep it safe.',
  choose: 'Choose where…',
  cancel: 'Cancel',
  saving: 'Exporting…',
  saved: 'Your data has been exported',
  failed: 'Your data could not be exported',
  fileName: (day) => `staffroom-my-data-${day}.json`,
  fileKind: 'JSON file',
};
