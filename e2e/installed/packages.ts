/** What scripts/testPackage.mjs has made. */
import { join } from 'node:path';
import { appRoot } from '../runningApp';

function given(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: these tests are run by npm run test:package.`);
  return value;
}

const { version }: { version: string } = require(join(appRoot, 'package.json'));

export const packages = {
  version,
  /** The folder of the unpacked app. */
  unpacked: given('STAFFROOM_UNPACKED'),
  deb: given('STAFFROOM_DEB'),
  /** Of the version 0.0.9. */
  olderDeb: given('STAFFROOM_OLDER_DEB'),
  archive: given('STAFFROOM_ARCHIVE'),
};
