// `npm run test:package`: makes the packages that can be made here (a deb, the deb of an older version, a
// tar.gz), installs them on this machine, and has an ordinary user use them (e2e/installed).
import { spawnSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { onOwnDesktop } from './desktop.mjs';
import { readJson, root, run, Stop } from './project.mjs';
import { tool } from './running.mjs';
import { isRoot } from './sandbox.mjs';
import { setUp } from './setup.mjs';
import { apt } from './systemNeeds.mjs';
import { e2eTally, inWords } from './tally.mjs';

/** A version that never was. */
const older = '0.0.9';

const report = join(root, 'out', 'test', 'package.json');

await run(async () => {
  refuseWhereItCannot();
  const runtime = await setUp('installing');
  const { ensureBuilt } = await import('./building.mjs');
  await ensureBuilt();

  console.log('Making the packages …');
  process.env.CUSTOM_FPM_PATH = join(root, 'scripts', 'debFromFpm.mjs');
  process.env.ELECTRON_BUILDER_7ZIP_PATH = '/usr/bin/7za';
  const { pack } = await import('./packaging.mjs');
  const current = await pack({
    runtime,
    output: join(root, 'out', 'installers', 'current'),
    targets: ['deb', 'tar.gz'],
    // What xz takes minutes for.
    config: { deb: { compression: 'gz' } },
  });
  const before = await pack({
    runtime,
    output: join(root, 'out', 'installers', 'older'),
    targets: ['deb'],
    config: { deb: { compression: 'gz' }, extraMetadata: { version: older } },
  });
  const [deb = '', archive = '', olderDeb = ''] = [
    ...ending(current.packages, '.deb'),
    ...ending(current.packages, '.tar.gz'),
    ...ending(before.packages, '.deb'),
  ];
  // Beforehand, so that what the test finds changed is ours alone.
  apt(['satisfy', '-y', '-qq', '--no-install-recommends', fieldOf(deb, 'Depends')]);

  Object.assign(process.env, {
    STAFFROOM_UNPACKED: current.folder,
    STAFFROOM_DEB: deb,
    STAFFROOM_OLDER_DEB: olderDeb,
    STAFFROOM_ARCHIVE: archive,
  });
  rmSync(report, { force: true });
  const tests = [tool('playwright'), 'test', '--config', 'e2e/installed.config.ts'];
  const code = await onOwnDesktop(process.execPath, tests, { bus: 'open' });
  const tally = e2eTally(readJson(report), code);
  console.log(`\n${inWords(tally)}`);
  return tally.failed > 0 || tally.skipped > 0 ? 1 : 0;
});

function refuseWhereItCannot() {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/dpkg')) {
    throw new Stop('This test installs a Debian package: it needs Debian, Ubuntu or their kin.');
  }
  if (!isRoot()) {
    throw new Stop(
      'This test installs Staffroom on this machine, and removes it again: run it as root, best on a ' +
        'machine or in a container that is thrown away.',
    );
  }
  const { stdout } = spawnSync(
    'dpkg-query',
    ['--show', `--showformat=\${db:Status-Status}`, 'staffroom'],
    { encoding: 'utf8' },
  );
  const ours = ['/opt/Staffroom', '/etc/staffroom', '/usr/bin/staffroom'].filter((place) =>
    existsSync(place),
  );
  if (ours.length > 0 || !['', 'not-installed'].includes(stdout)) {
    throw new Stop(
      `Staffroom is on this machine already (${ours.join(', ') || stdout}), and the test would remove it.`,
    );
  }
}

/** @param {readonly string[]} files @param {string} end */
function ending(files, end) {
  return files.filter((file) => file.endsWith(end));
}

/** @param {string} deb @param {string} field */
function fieldOf(deb, field) {
  const { stdout, status } = spawnSync('dpkg-deb', ['--field', deb, field], { encoding: 'utf8' });
  if (status !== 0) throw new Stop(`${deb} is no Debian package.`);
  return stdout.trim();
}
