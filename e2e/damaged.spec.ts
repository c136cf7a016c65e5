/** A part of the app itself does not load: a damaged installation, or a system that is too old for it. */
import { cp, mkdir, readdir, readFile, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Launched, test } from './app';
import { inMain } from './inMain';
import { classTeacher, stateOf } from './pages';
import { appRoot } from './runningApp';

/** A copy of the built app in which the files of that name are missing from main's. */
async function builtWithout(name: string, folder: string): Promise<string> {
  const app = join(folder, 'app');
  await mkdir(app);
  for (const part of ['package.json', 'assets', 'out/main', 'out/preload', 'out/renderer']) {
    await cp(join(appRoot, part), join(app, part), { recursive: true });
  }
  await symlink(join(appRoot, 'node_modules'), join(app, 'node_modules'));
  const chunks = join(app, 'out/main/chunks');
  const missing = (await readdir(chunks)).filter((file) => file.startsWith(name));
  expect(missing).not.toEqual([]);
  for (const file of missing) await rm(join(chunks, file));
  return app;
}

async function saysThatItFailed({ window }: Launched): Promise<void> {
  await expect(window.getByRole('heading', { name: '没能读取当前状态' })).toBeVisible();
  await expect(window.getByText('程序内部出了错。')).toBeVisible();
  // Whatever the page asks for has an answer.
  expect(await window.evaluate(() => globalThis.window.staffroom.call('signIn'))).toEqual({
    ok: false,
    failure: { kind: 'internal' },
  });
}

test('a start that fails says so on the page in words, and where in the log', {
  tag: '@checkout',
}, async ({ launch, folder, userData }) => {
  const run = await launch({ builtIn: await builtWithout('services-', folder) });
  await saysThatItFailed(run);
  await run.close();
  expect(await readFile(join(userData, 'logs', 'main.log'), 'utf8')).toMatch(
    /start: failed: Error/,
  );
});

test('and so does one that fails before there is a log', {
  tag: '@checkout',
}, async ({ launch, folder }) => {
  const run = await launch({ builtIn: await builtWithout('run-', folder) });
  await saysThatItFailed(run);
});

test('where SQLite’s library does not load, she is told on the page of messages', async ({
  launch,
  gateway,
}) => {
  const run = await launch();
  await inMain(run.app, () => {
    process.dlopen = () => {
      throw new Error('version `GLIBC_2.29’ not found');
    };
  });
  await run.signIn(classTeacher(gateway));
  await expect(stateOf(run.window)).toHaveAttribute('data-state', 'active');
  await expect(run.window.getByText('程序内部出了错。')).toBeVisible();
  await run.window.getByRole('button', { name: '重试' }).click();
  await expect(run.window.getByText('程序内部出了错。')).toBeVisible();
});
