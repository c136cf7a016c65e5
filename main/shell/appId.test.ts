import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { appId } from './appId';

test('the id that notices are shown under is the one the installer gives the app', () => {
  expect(readFileSync('electron-builder.yml', 'utf8').split('\n')).toContain(`appId: ${appId}`);
});
