import { expect, test } from 'vitest';
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

test('without a file, language and theme are the system’s', () => {
  expect(settingsOn({}).settings.snapshot.value).toEqual({
    language: 'system',
    languageInUse: 'zh-CN',
    theme: 'system',
    version: '1.2.3',
  });
});

test('what somebody else wrote into the file falls back to the default', () => {
  const { settings } = settingsOn({ language: 'xx', theme: 7, kept: ['?'] });
  expect(settings.snapshot.value).toMatchObject({ language: 'system', theme: 'system' });
  expect(settings.markerOf('school').read()).toBe('nothing');
});

test('a change is applied at once and written; what was not changed stays', async () => {
  const { settings, written } = settingsOn({ theme: 'dark' });
  expect(await settings.change({ language: 'en-US' })).toBe(true);
  expect(settings.snapshot.value).toMatchObject({ languageInUse: 'en-US', theme: 'dark' });
  expect(written).toEqual([{ language: 'en-US', theme: 'dark', kept: {} }]);
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
  expect(await settings.change({ theme: 'light' })).toBe(false);
  expect(settings.snapshot.value.theme).toBe('light');
});

test('the marker of a kept sign-in belongs to one deployment', async () => {
  const { settings, written } = settingsOn({});
  await settings.markerOf('school').write('kept');
  expect(settings.markerOf('school').read()).toBe('kept');
  expect(settings.markerOf('other').read()).toBe('nothing');
  await settings.markerOf('school').write('nothing');
  expect(written.at(-1)).toMatchObject({ kept: {} });
});
