/**
 * What the first page is given before there are services: the kept profile at once, and for its calls a
 * promise. See `Bridge.keptProfile`.
 */
import { setTimeout as delay } from 'node:timers/promises';
import { session } from 'electron';
import type { ProfileSnapshot } from '../preload/contract';
import { type Answering, answerCalls, answerKeptProfile } from './bridge';
import type { Pictured, ReadPicture } from './media/pictures';
import { readKeptProfile } from './profile/keptProfile';
import { createKeychain, type Keychain } from './session/keychain';
import { createKeytarCalls, type KeytarCalls } from './session/keytarCalls';
import type { FirstWindow } from './shell/firstWindow';
import { serveMedia } from './shell/media';
import { type JsonFile, openJsonFile } from './storage/jsonFile';
import { unusedBefore } from './storage/unusedBefore';

interface Answers extends Answering {
  readonly readPicture: (of: Pictured) => Promise<ReadPicture | null>;
}

export interface FirstPage {
  /** Ends when the page has what it shows first: from then on main is not waited for. */
  readonly given: Promise<void>;
  /** Ends when no call to the keychain for the page is under way any more. */
  readonly keychainFree: Promise<void>;
  /** One for each owner of entries, always the same. */
  readonly keychainOf: (owner: string) => Keychain;
  readonly keytarCalls: KeytarCalls;
  readonly profileFile: () => JsonFile<{ readonly sealed: string }>;
  /** From now on the page's calls are answered, and its pictures served. */
  answer(answers: Answers): void;
  /** There is nobody to answer: from now on the page is told so, with each of its calls. */
  fail(error: unknown): void;
}

/** Long enough for a slow keyring, short enough that a prompt nobody sees is soon said. Milliseconds. */
const keychainTimeLimit = 5_000;

/** A page that has waited so long for the keychain says that the app is starting. Milliseconds. */
const patience = 300;

export function beginFirstPage({ settings, userData, pageGiven }: FirstWindow): FirstPage {
  const keytarCalls = createKeytarCalls();
  const keychains = new Map<string, Keychain>();
  function keychainOf(owner: string): Keychain {
    const load = async () => keytarCalls.watch((await import('keytar')).default);
    const keychain =
      keychains.get(owner) ??
      createKeychain({ load, deploymentId: owner, timeLimit: keychainTimeLimit });
    keychains.set(owner, keychain);
    return keychain;
  }

  let opened: JsonFile<{ readonly sealed: string }> | null = null;
  function profileFile() {
    opened ??= openJsonFile(userData, 'profile');
    return opened;
  }

  const deploymentId = settings.keptDeployment();
  async function read(): Promise<ProfileSnapshot | null> {
    if (deploymentId === null) return null;
    // The file, and what keytar loads, would hold up the page, which does not ask before its first paint.
    await pageGiven;
    const file = profileFile();
    // What has not been used for so long is about to go.
    if ((file.usedAt() ?? 0) <= unusedBefore(Date.now())) return null;
    return readKeptProfile({ deploymentId, keychain: keychainOf(deploymentId), file });
  }
  // Where it cannot be read for whatever reason, the services say what there is to say.
  const reading = read().catch(() => null);
  const keptProfile = Promise.race([reading, late(pageGiven)]);
  answerKeptProfile(keptProfile);

  let answer: (answers: Answers) => void = () => undefined;
  let fail: (error: unknown) => void = () => undefined;
  const answering = new Promise<Answers>((resolve, reject) => {
    answer = resolve;
    fail = reject;
  });
  // Whoever awaits it says so; it may be that nobody does.
  answering.catch(() => undefined);
  const firstCall = answerCalls(answering);
  // A page knows the protocols that there were when it was loaded.
  serveMedia(session.defaultSession, async (of) => (await answering).readPicture(of));

  return {
    given: give(pageGiven, keptProfile, firstCall),
    keychainFree: reading.then(() => undefined),
    keychainOf,
    keytarCalls,
    profileFile,
    answer,
    fail,
  };
}

// Not within the above: what it keeps for as long as the app runs would hold her profile, too.

async function late(pageGiven: Promise<void>): Promise<null> {
  await pageGiven;
  return delay(patience, null, { ref: false });
}

async function give(
  pageGiven: Promise<void>,
  keptProfile: Promise<ProfileSnapshot | null>,
  firstCall: Promise<void>,
): Promise<void> {
  await pageGiven;
  if ((await keptProfile) === null) return;
  // The page calls when it has painted it; one that never does is not to hold up the app.
  await Promise.race([firstCall, delay(patience, undefined, { ref: false })]);
}
