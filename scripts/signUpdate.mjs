// `npm run sign-update -- KEYFILE [FOLDER]`: signs what a release's builds have described in `dist/`.
import { join } from 'node:path';
import { root, run, Stop } from './project.mjs';
import { publicKeyFile, signUpdates } from './updateKey.mjs';

run(async () => {
  const [privateFile, folder = join(root, 'dist')] = process.argv.slice(2);
  if (privateFile === undefined) {
    throw new Stop('With which key? npm run sign-update -- KEYFILE [FOLDER]');
  }
  for (const name of signUpdates({ folder, privateFile, publicFile: publicKeyFile })) {
    console.log(`${name}.sig`);
  }
});
