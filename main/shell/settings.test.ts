import { expect, test } from 'vitest';
import { storedVersion } from '../../preload/stored';
import { createSettings, type SettingsFile } from './settings';

function settingsOn(found: Record<string, unknown>) {
  const written: unknown[] = [];
  const file: SettingsFile = {
    read: () => found,
    write: async (content) => {
      written.push(content);
    },
  };
  return {
    written,
    settings: createSettings({ file, systemLanguage: 'zh-CN', version: '1.2.3' }),
  };
}

test('without a file, language and theme are the system’s, and new messages are told', () => {
  expect(settingsOn({}).settings.snapshot.value).toEqual({
    language: 'system',
    languageInUse: 'zh-CN',
    theme: 'system',
    textSize: 100,
    launchAtLogin: 'off',
    closeToTray: 'on',
    markReadAfterSeconds: 1,
    notifications: 'on',
    quietHours: null,
    proxy: { kind: 'system' },
    sharedComputer: 'no',
    storing: 'to-ask',
    version: '1.2.3',
    locked: [],
    setAside: [],
  });
});

test('what somebody else wrote into the file falls back to the default', () => {
  const { settings } = settingsOn({ language: 'xx', theme: 7, kept: ['?'] });
  expect(settings.snapshot.value).toMatchObject({ language: 'system', theme: 'system' });
  expect(settings.markerOf('school').read()).toBe('nothing');
});

test.each([
  { markReadAfterSeconds: -1 },
  { markReadAfterSeconds: 61 },
  { markReadAfterSeconds: 0.5 },
  { markReadAfterSeconds: '3' },
  { notifications: true },
  { sharedComputer: true },
  { agreedTo: '1' },
  { quietHours: '22:00' },
  { quietHours: {} },
  { quietHours: { from: '22:00', to: '24:00' } },
  { quietHours: { from: '7:00', to: '8:00' } },
  { quietHours: ['22:00', '07:00'] },
])('a kept %j is as if it were not there', (found) => {
  const { language: _, ...expected } = settingsOn({}).settings.snapshot.value;
  expect(settingsOn(found).settings.snapshot.value).toMatchObject(expected);
});

test('what was chosen about new messages is read back, with "never" and "at once"', () => {
  const quietHours = { from: '22:00', to: '07:00' };
  for (const markReadAfterSeconds of [null, 0, 60]) {
    const chosen = { markReadAfterSeconds, notifications: 'off', quietHours };
    expect(settingsOn(chosen).settings.snapshot.value).toMatchObject(chosen);
  }
});

test('of quiet hours in the file nothing but the two times is taken', () => {
  const { settings } = settingsOn({ quietHours: { from: '22:00', to: '07:00', more: 1 } });
  expect(settings.snapshot.value.quietHours).toEqual({ from: '22:00', to: '07:00' });
});

test('quiet hours and marking by itself can be switched off again', async () => {
  const { settings } = settingsOn({});
  await settings.change({ quietHours: { from: '12:00', to: '14:00' }, markReadAfterSeconds: 3 });
  await settings.change({ theme: 'dark' });
  expect(settings.snapshot.value).toMatchObject({
    quietHours: { from: '12:00', to: '14:00' },
    markReadAfterSeconds: 3,
  });
  await settings.change({ quietHours: null, markReadAfterSeconds: null });
  expect(settings.snapshot.value).toMatchObject({ quietHours: null, markReadAfterSeconds: null });
});

test('a change is applied at once and written; what was not changed stays', async () => {
  const { settings, written } = settingsOn({ theme: 'dark' });
  expect(await settings.change({ language: 'en-US' })).toBe('kept');
  expect(settings.snapshot.value).toMatchObject({ languageInUse: 'en-US', theme: 'dark' });
  expect(written).toEqual([
    {
      language: 'en-US',
      theme: 'dark',
      textSize: 100,
      launchAtLogin: 'off',
      closeToTray: 'on',
      markReadAfterSeconds: 1,
      notifications: 'on',
      quietHours: null,
      proxy: { kind: 'system' },
      sharedComputer: 'no',
      agreedTo: null,
      kept: {},
      deployments: [],
    },
  ]);
});

test('a disk that refuses is told, and the change lasts for this run', async () => {
  const settings = createSettings({
    file: {
      read: () => ({}),
      write: () => Promise.reject(new Error('ENOSPC')),
    },
    systemLanguage: 'en-US',
    version: '1',
  });
  expect(await settings.change({ theme: 'light' })).toBe('not-kept');
  expect(settings.snapshot.value.theme).toBe('light');
});

test('the marker of a kept sign-in belongs to one deployment', async () => {
  const { settings, written } = settingsOn({});
  await settings.markerOf('school').write('kept');
  expect(settings.markerOf('school').read()).toBe('kept');
  expect(settings.markerOf('other').read()).toBe('nothing');
  expect(settings.keptDeployment()).toBe('school');
  await settings.markerOf('other').write('kept');
  expect(settings.keptDeployment()).toBeNull();
  await settings.markerOf('other').write('to-remove');
  expect(settings.keptDeployment()).toBe('school');
  await settings.markerOf('school').write('nothing');
  expect(written.at(-1)).toMatchObject({ kept: {} });
});

test('a computer that was said to be shared stays one', async () => {
  const { settings, written } = settingsOn({});
  await settings.change({ sharedComputer: 'yes' });
  expect(written.at(-1)).toMatchObject({ sharedComputer: 'yes' });
  expect(settingsOn({ sharedComputer: 'yes' }).settings.snapshot.value.sharedComputer).toBe('yes');
});

test('what she agreed to is kept with the version of the list, and an older one is asked anew', async () => {
  const { settings, written } = settingsOn({});
  expect(settings.snapshot.value.storing).toBe('to-ask');
  await settings.agree();
  expect(settings.snapshot.value.storing).toBe('agreed');
  expect(written.at(-1)).toMatchObject({ agreedTo: storedVersion });
  const storing = (agreedTo: number) => settingsOn({ agreedTo }).settings.snapshot.value.storing;
  expect(storing(storedVersion)).toBe('agreed');
  expect(storing(storedVersion - 1)).toBe('to-ask');
});

test('what the policy lays down is in effect at once, and cannot be changed', async () => {
  const { settings, written } = settingsOn({ theme: 'dark', quietHours: null });
  settings.apply({ theme: 'light', markReadAfterSeconds: null, textSize: undefined });
  expect(settings.snapshot.value).toMatchObject({
    theme: 'light',
    markReadAfterSeconds: null,
    textSize: 100,
    locked: ['theme', 'markReadAfterSeconds'],
  });
  expect(await settings.change({ theme: 'dark', textSize: 150 })).toBe('locked');
  expect(written).toEqual([]);
  expect(settings.snapshot.value).toMatchObject({ theme: 'light', textSize: 100 });
  expect(await settings.change({ textSize: 150 })).toBe('kept');
  // Her own wish is what is kept, and what comes back when the policy is lifted.
  expect(written.at(-1)).toMatchObject({ theme: 'dark', textSize: 150 });
  settings.apply({});
  expect(settings.snapshot.value).toMatchObject({ theme: 'dark', textSize: 150, locked: [] });
});

test('the deployments that this computer has known are remembered, each once', async () => {
  const { settings, written } = settingsOn({ deployments: ['old', 7] });
  await settings.noteDeployment('school');
  await settings.noteDeployment('school');
  await settings.noteDeployment('old');
  expect(settings.knownDeployments()).toEqual(['old', 'school']);
  expect(written).toHaveLength(1);
});

test('files that were set aside are told by their names', () => {
  const { settings } = settingsOn({});
  settings.noteSetAside('settings.broken-1.json');
  settings.noteSetAside('profile.broken-2.json');
  expect(settings.snapshot.value.setAside).toEqual([
    'settings.broken-1.json',
    'profile.broken-2.json',
  ]);
});
