// `npm run update-key -- FILE`: the private key goes to FILE, the public one into the project.
import { relative } from 'node:path';
import { root, run, Stop } from './project.mjs';
import { makeUpdateKey, publicKeyFile } from './updateKey.mjs';

run(async () => {
  const [privateFile] = process.argv.slice(2);
  if (privateFile === undefined) throw new Stop('Where to? npm run update-key -- FILE');
  makeUpdateKey(privateFile, publicKeyFile);
  console.log(
    `Private key: ${privateFile}. Keep it off the net, with a copy: it cannot be replaced.`,
  );
  console.log(
    `Public key: ${relative(root, publicKeyFile)}. Commit it; builds from now on know it.`,
  );
});
