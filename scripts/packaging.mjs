// Packages the compiled app with electron-builder and the Electron that runs here, for tests.
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build, Platform } from 'electron-builder';
import { root } from './project.mjs';
import { unpackedIn } from './unpacked.mjs';

/**
 * Packs what is compiled in `out/` as electron-builder.yml says, with the runtime given: unpacked, and
 * as the targets named, which electron-builder makes of it.
 * @param {object} how
 * @param {import('./runtime.mjs').ElectronRuntime} how.runtime
 * @param {string} how.output a folder, which is emptied first
 * @param {readonly string[]} [how.targets] such as `deb`, beside the unpacked app
 * @param {import('electron-builder').Configuration} [how.config] laid over electron-builder.yml; a
 *   list takes the place of the list there
 * @returns {Promise<Packed>}
 *
 * @typedef {import('./unpacked.mjs').Unpacked & { packages: string[] }} Packed `packages`: the
 *   targets' files
 */
export async function pack({ runtime, output, targets = [], config = {} }) {
  await rm(output, { recursive: true, force: true });
  const packages = await build({
    projectDir: root,
    targets: Platform.current().createTarget(['dir', ...targets]),
    publish: 'never',
    config: {
      // Compressing takes minutes, and is another tool's to test.
      compression: 'store',
      ...config,
      directories: { ...config.directories, output },
      // electron-builder takes Electron's own app out of what it downloaded, and leaves it in a folder.
      afterExtract: ({ appOutDir, packager }) =>
        rm(join(packager.getResourcesDir(appOutDir), 'default_app.asar'), { force: true }),
      electronDist: runtime.dir,
      electronVersion: runtime.version,
    },
  });
  return { ...unpackedIn(output), packages };
}
