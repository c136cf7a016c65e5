import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { expect, test } from './app';
import { inMain } from './inMain';
import { classTeacher, stateOf } from './pages';
import { findSecrets } from './secrets';

/** The system's own file dialog cannot be driven from here: it answers with this file. */
const choosing = (app: ElectronApplication, path: string) =>
  inMain(
    app,
    ({ dialog }, chosen) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
    },
    path,
  );

test('without a deployment file the places are named, and an imported one leads to the sign-in', async ({
  launch,
  gateway,
  folder,
  userData,
  machineFile,
  keyring,
}) => {
  const run = await launch({ deployment: 'none' });
  await expect(run.window.getByRole('heading', { name: '还没有部署文件' })).toBeVisible();
  await expect(run.window.getByText(machineFile)).toBeVisible();

  const brought = join(folder, 'brought.json');
  await writeFile(brought, JSON.stringify(gateway.deployment()));
  await choosing(run.app, brought);
  await run.window.getByRole('button', { name: '选择部署文件…' }).click();
  await run.signIn(classTeacher(gateway));
  await expect(stateOf(run.window)).toHaveAttribute('data-state', 'active');

  // The key is in the keychain, and in no file of the app's.
  const { appKey } = gateway.deployment().app as { appKey: string };
  expect(await keyring.read('appKey')).toBe(appKey);
  expect(await findSecrets({ appKey }, [{ kind: 'folder', path: userData }])).toEqual([]);
  expect(await readFile(join(userData, 'deployment.json'), 'utf8')).toContain('practice');
  await run.close();

  const next = await launch({ deployment: 'none' });
  await expect(stateOf(next.window)).toHaveAttribute('data-state', 'active');
});

test('a wrong file names the field and what it should hold', async ({ launch }) => {
  const run = await launch({ deployment: { login: { page: 'http://sso.example.edu.cn' } } });
  await expect(run.window.getByRole('heading', { name: '部署文件有误' })).toBeVisible();
  await expect(run.window.getByRole('cell', { name: 'login.page' })).toBeVisible();
});
