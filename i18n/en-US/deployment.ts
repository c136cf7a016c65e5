import type { DeploymentExpectation } from '../../preload/contract';
import type { Catalogue } from '../zh-CN';

/** What a field should have held, as said to whoever wrote the file. */
export const expected: Record<DeploymentExpectation, string> = {
  'readable-file': 'a file that can be read',
  'administrators-only': 'a file and folder that only administrators can change',
  'readable-rights': 'a file whose access rights can be read (Windows did not report them)',
  'small-file': 'a file of 256 KB at most',
  json: 'valid JSON',
  'schema-1': 'the number 1',
  'known-preset': 'the name of a documented preset',
  'https-address': 'an address that starts with https',
  'web-address': 'an address that starts with https or http',
  'app-key-or-broker': 'the application key, or else app.accessTokenUrl',
  text: 'some text, not empty',
  id: '1 to 64 letters, digits, dots, hyphens or underscores, no dot at the end, no device name of Windows',
  list: 'a list in square brackets',
  'yes-or-no': 'true or false',
  'heartbeat-seconds': 'a whole number from 30 to 86400 (seconds)',
  seconds: 'a whole number from 1 to 86400 (seconds)',
  'idle-minutes': 'a whole number from 1 to 120 (minutes)',
  'mark-read-delay': 'a whole number from 0 to 60 (seconds), or null',
  'quiet-hours': 'two times such as { "from": "22:00", "to": "07:00" }, or null',
  proxy: '"system", "none", or { "host": "proxy.example", "port": 8080 }',
  'one-of-the-documented': 'one of the documented values',
  object: 'a group of fields in braces',
};

export const deployment: Catalogue['deployment'] = {
  importTitle: 'Choose a deployment file',
  importButton: 'Choose',
  fileKind: 'Deployment file',
};

export const firstRun: Catalogue['firstRun'] = {
  noneTitle: 'No deployment file yet',
  none: "The deployment file says which education cloud to connect to. Your school's or education bureau's IT staff hand it out. Choose it, or drop it on this window.",
  lookedAt: 'Places already searched',
  wrongTitle: 'The deployment file has a mistake',
  wrong:
    'The file below was found but cannot be used. Please pass this on to whoever gave it to you.',
  file: 'File',
  field: 'Field',
  shouldBe: 'Expected',
  wholeFile: 'The whole file',
  expected,
  choose: 'Choose a deployment file…',
};
