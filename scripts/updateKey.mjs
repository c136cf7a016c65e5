/** The key that updates are signed by, and what is done with it. See the README, "Updates". */
import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { root, Stop } from './project.mjs';

/** The public one, which the build puts into the app. */
export const publicKeyFile = join(root, 'release', 'update-key.pem');

/**
 * The public key in a file, as PEM; null where there is no such file. Throws where it holds something
 * else: a build that takes no update must be meant to.
 *
 * @param {string} path
 * @returns {string | null}
 */
export function updateKeyAt(path) {
  const pem = contentOf(path);
  if (pem === null) return null;
  if (pem.includes('PRIVATE')) throw new Stop(`${path} holds a private key, which must not ship.`);
  const key = createPublicKey(pem);
  if (key.asymmetricKeyType !== 'ed25519') throw new Stop(`${path} holds no Ed25519 key.`);
  return key.export({ type: 'spki', format: 'pem' }).toString();
}

/**
 * Makes a pair. Neither file may be there yet, and the private one not within the project, where it
 * would be committed or packed one day.
 *
 * @param {string} privateFile
 * @param {string} publicFile
 */
export function makeUpdateKey(privateFile, publicFile) {
  const isOutside = relative(root, resolve(privateFile)).startsWith('..');
  if (!isOutside) throw new Stop('Keep the private key outside of the project.');
  if (existsSync(publicFile)) throw new Stop(`${publicFile} is there already.`);
  const pair = generateKeyPairSync('ed25519');
  const privatePem = pair.privateKey.export({ type: 'pkcs8', format: 'pem' });
  const publicPem = pair.publicKey.export({ type: 'spki', format: 'pem' });
  writeFileSync(privateFile, privatePem, { flag: 'wx', mode: 0o600 });
  mkdirSync(dirname(publicFile), { recursive: true });
  writeFileSync(publicFile, publicPem, { flag: 'wx' });
}

/**
 * Signs every description in a folder, each into a file beside it. Gives their names. Throws before it
 * writes anything where the key is not the one that the app knows.
 *
 * @param {{ folder: string, privateFile: string, publicFile: string }} of
 * @returns {readonly string[]}
 */
export function signUpdates({ folder, privateFile, publicFile }) {
  const key = createPrivateKey(readFileSync(privateFile));
  const known = updateKeyAt(publicFile);
  if (known === null) throw new Stop(`There is no ${publicFile}: npm run update-key makes it.`);
  const names = readdirSync(folder).filter((name) => /^latest[a-z0-9-]*\.yml$/.test(name));
  if (names.length === 0) throw new Stop(`No description (latest*.yml) is in ${folder}.`);
  const signed = names.map((name) => {
    const bytes = readFileSync(join(folder, name));
    const signature = sign(null, bytes, key);
    if (!verify(null, bytes, known, signature)) {
      throw new Stop(`${privateFile} does not belong to ${publicFile}.`);
    }
    return { name, text: `${signature.toString('base64')}\n` };
  });
  for (const { name, text } of signed) writeFileSync(join(folder, `${name}.sig`), text);
  return names;
}

/** @param {string} path */
function contentOf(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
