import { chmodSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { readDeployment } from './deployment';
import { type DeploymentFound, type DeploymentPlaces, findDeployment, updatesUrlOf } from './load';
import { machineFile, machinePlace } from './place';

const deploymentNamed = (id: string) =>
  JSON.stringify({
    schema: 1,
    id,
    name: id,
    gateway: 'https://gateway.example.edu.cn',
    app: { appId: 'a', appKey: 'k' },
    login: { redirectUri: 'https://school.example/in' },
  });

let folder: string;
let places: DeploymentPlaces;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'staffroom-deployment-'));
  mkdirSync(join(folder, 'etc'), { mode: 0o755 });
  places = {
    machine: join(folder, 'etc', 'deployment.json'),
    administrator: process.getuid?.() ?? 0,
    environment: join(folder, 'environment.json'),
    imported: join(folder, 'imported.json'),
  };
});

const put = (path: string | undefined, content: string) =>
  writeFileSync(path ?? '', content, { mode: 0o644 });

test('the environment wins over the import, and the import is found when it is alone', async () => {
  put(places.imported, deploymentNamed('imported'));
  expect(await findDeployment({ ...places, environment: undefined })).toMatchObject({
    source: 'imported',
    deployment: { id: 'imported' },
  });
  put(places.environment, deploymentNamed('environment'));
  expect(await findDeployment(places)).toMatchObject({ source: 'environment' });
});

test("the machine's file wins over all others if it is the administrator's, and is refused if it is not", async () => {
  put(places.machine, deploymentNamed('machine'));
  put(places.environment, deploymentNamed('environment'));
  expect(await findDeployment(places)).toMatchObject({
    source: 'machine',
    deployment: { id: 'machine' },
  });
  const another = { ...places, administrator: places.administrator + 1 };
  expect(await findDeployment(another)).toMatchObject({ kind: 'wrong', path: places.machine });
});

test("a machine's file that others may write is refused, and nothing else is taken in its place", async () => {
  put(places.machine, deploymentNamed('machine'));
  put(places.imported, deploymentNamed('imported'));
  chmodSync(places.machine, 0o666);
  expect(await findDeployment(places)).toEqual({
    kind: 'wrong',
    source: 'machine',
    path: places.machine,
    problems: [{ field: '', expected: 'administrators-only' }],
  });
});

test('a file that STAFFROOM_DEPLOYMENT names and that is not there is said, not passed over', async () => {
  put(places.imported, deploymentNamed('imported'));
  expect(await findDeployment(places)).toEqual({
    kind: 'wrong',
    source: 'environment',
    path: places.environment,
    problems: [{ field: '', expected: 'readable-file' }],
  });
});

test('without any file, the places that were looked at are told', async () => {
  expect(await findDeployment({ ...places, environment: undefined })).toEqual({
    kind: 'none',
    lookedAt: [places.machine, places.imported],
  });
});

test('each system has its own place for the machine-wide file', () => {
  expect(machinePlace('linux', undefined)).toBe('/etc/staffroom/deployment.json');
  expect(machinePlace('darwin', undefined)).toBe(
    '/Library/Application Support/Staffroom/deployment.json',
  );
  expect(machinePlace('win32', 'D:\\Data')).toBe('D:\\Data\\Staffroom\\deployment.json');
});

test('only a build for development and tests takes another place for it, and whoever runs it as its administrator', () => {
  const system = {
    platform: 'linux',
    env: { STAFFROOM_MACHINE_FILE: '/home/wang/deployment.json' },
    getuid: () => 1000,
  } as const;
  expect(machineFile('release', system)).toEqual({
    machine: '/etc/staffroom/deployment.json',
    administrator: 0,
  });
  expect(machineFile('other', system)).toEqual({
    machine: '/home/wang/deployment.json',
    administrator: 1000,
  });
  expect(machineFile('other', { ...system, env: {} })).toEqual({
    machine: '/etc/staffroom/deployment.json',
    administrator: 0,
  });
});

test("on Windows a machine's file whose rights cannot be told is refused (this is no Windows)", async () => {
  put(places.machine, deploymentNamed('machine'));
  expect(await findDeployment(places, 'win32')).toMatchObject({
    kind: 'wrong',
    problems: [{ field: '', expected: 'readable-rights' }],
  });
});

test('a policy counts in the file that only administrators may write, and on a practice platform', async () => {
  const withPolicy = (gateway: string) =>
    JSON.stringify({
      ...JSON.parse(deploymentNamed('school')),
      gateway,
      policy: { sharedComputer: true },
    });
  const policy = async () => {
    const found = await findDeployment({ ...places, environment: undefined });
    return found.kind === 'ready' ? found.deployment.policy.sharedComputer : found.kind;
  };
  put(places.imported, withPolicy('https://gateway.example.edu.cn'));
  expect(await policy()).toBe('left-open');
  put(places.imported, withPolicy('http://127.0.0.1:8080'));
  expect(await policy()).toBe('required');
  put(places.machine, withPolicy('https://gateway.example.edu.cn'));
  expect(await policy()).toBe('required');
});

test("where updates come from is the machine's file's word alone, on a practice platform too", () => {
  const url = 'https://updates.example/staffroom/';
  const foundIn = (source: 'machine' | 'environment' | 'imported', gateway: string) => {
    const content = { ...JSON.parse(deploymentNamed('school')), gateway, updates: { url } };
    const reading = readDeployment(JSON.stringify(content), 'file');
    if (reading.kind === 'wrong') throw new Error(JSON.stringify(reading.problems));
    return { ...reading, source } satisfies DeploymentFound;
  };
  const gateway = 'https://gateway.example.edu.cn';
  const practice = 'http://127.0.0.1:4000';
  expect(updatesUrlOf(foundIn('machine', gateway))).toBe(url);
  for (const source of ['environment', 'imported'] as const) {
    expect(updatesUrlOf(foundIn(source, gateway))).toBeNull();
    expect(updatesUrlOf(foundIn(source, practice))).toBeNull();
  }
});
