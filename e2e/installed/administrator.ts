/** Whoever may install on this machine, with the system's own tools; and what she sees of it. */
import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

export const packageName = 'staffroom';

/** Where packages and their scripts leave things, apart from /var. */
const places = ['/boot', '/etc', '/opt', '/srv', '/usr', '/var/lib/dpkg'];

/** What the system writes anew by itself, whatever is installed. */
const systemsOwn = /\.cache$|^\/var\/lib\/dpkg\/[^/]*-old$/;

/** Gives what it prints; fails with what it printed of the failure. */
export async function output(command: string, args: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(command, args, {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C.UTF-8' },
    maxBuffer: 64 * 1024 * 1024,
  });
  return stdout;
}

const apt = (...args: readonly string[]) =>
  output('apt-get', ['-o', 'DPkg::Lock::Timeout=120', '-y', '-qq', ...args]);

/** As IT does without a question; over an older one, too. */
export const install = (deb: string) => apt('install', '--no-install-recommends', deb);
export const remove = () => apt('remove', packageName);
export const purge = () => apt('purge', packageName);

/** Such as `0.1.0 installed`; empty when dpkg does not know it. */
export async function installed(): Promise<string> {
  const format = `--showformat=\${Version} \${db:Status-Status}`;
  return output('dpkg-query', ['--show', format, packageName]).catch(() => '');
}

/**
 * Every file and folder of the machine that could be of a package, without the checkout's; of /var, where
 * services write at all times, those that have its name.
 */
export async function filesOfTheMachine(checkout: string): Promise<ReadonlySet<string>> {
  const lists = await Promise.all(places.map((place) => below(place, checkout)));
  const named = await output('find', ['/var', '-iname', `*${packageName}*`]);
  return new Set([...lists.flat(), ...named.split('\n')]);
}

async function below(folder: string, without: string): Promise<string[]> {
  if (folder === without) return [];
  // A folder that goes while it is looked at.
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const lists = await Promise.all(
    entries.map(async (entry) => {
      const path = join(folder, entry.name);
      if (systemsOwn.test(path)) return [];
      return entry.isDirectory() ? [path, ...(await below(path, without))] : [path];
    }),
  );
  return lists.flat();
}
