import { expect, test } from 'vitest';
import { readDeployment } from './deployment';

const read = (policy: unknown) =>
  readDeployment(
    JSON.stringify({
      schema: 1,
      id: 'school',
      name: 'School',
      preset: 'huijiaoyun',
      app: { appId: 'app', appKey: 'key' },
      login: { redirectUri: 'https://school.example/in' },
      policy,
    }),
    'file',
  );

test('a policy says yes and no, and the settings have it in their own terms', () => {
  const policy = {
    launchAtLogin: 'hidden',
    language: 'zh-CN',
    theme: 'light',
    textSize: 130,
    closeToTray: true,
    markReadAfterSeconds: null,
    notifications: false,
    quietHours: { from: '22:00', to: '07:00' },
    proxy: { host: 'proxy.example', port: 8080 },
  };
  expect(read(policy)).toMatchObject({
    kind: 'ready',
    deployment: {
      policy: {
        settings: {
          ...policy,
          closeToTray: 'on',
          notifications: 'off',
          proxy: { kind: 'manual', host: 'proxy.example', port: 8080 },
        },
      },
    },
    unknownFields: [],
  });
});

test.each([
  [{ launchAtLogin: true }, { launchAtLogin: 'shown' }],
  [{ launchAtLogin: false }, { launchAtLogin: 'off' }],
  [{ proxy: 'none' }, { proxy: { kind: 'none' } }],
  [{ quietHours: null }, { quietHours: null }],
  [{}, {}],
])('the policy %j lays down %j, and nothing else', (policy, laidDown) => {
  const reading = read(policy);
  expect(reading.kind === 'ready' && reading.deployment.policy.settings).toEqual(laidDown);
});

test('what a policy does not know is kept out, and told', () => {
  expect(read({ wallpaper: 'blue', theme: 'dark' })).toMatchObject({
    deployment: { policy: { settings: { theme: 'dark' } } },
    unknownFields: ['policy.wallpaper'],
  });
});

test.each([
  [{ textSize: 110 }, 'textSize', 'one-of-the-documented'],
  [{ launchAtLogin: 'yes' }, 'launchAtLogin', 'one-of-the-documented'],
  [{ closeToTray: 'on' }, 'closeToTray', 'yes-or-no'],
  [{ markReadAfterSeconds: 61 }, 'markReadAfterSeconds', 'mark-read-delay'],
  [{ quietHours: { from: '7', to: '8' } }, 'quietHours', 'quiet-hours'],
  [{ proxy: { host: 'http://proxy.example', port: 8080 } }, 'proxy', 'proxy'],
])('a wrong policy %j is told by its field', (policy, field, expected) => {
  expect(read(policy)).toEqual({
    kind: 'wrong',
    problems: [{ field: `policy.${field}`, expected }],
  });
});
