/**
 * The sign-in that outlives a run: the OAuth token and the session id, in the keychain. Since a
 * locked keyring can answer as if it were empty, a marker in the settings says what to expect.
 */
import { z } from 'zod';
import type { Keeps, PersonId } from '../../preload/contract';
import type { OauthToken } from '../openapi';
import type { Keychain, KeychainWrite } from './keychain';

/** `to-remove`: signed out while the keychain could not be reached. */
export type Marker = 'nothing' | 'kept' | 'to-remove';

/** In the settings file, in clear: it tells nothing but that somebody signed in. */
export interface MarkerPlace {
  read(): Marker;
  /** A disk that refuses costs the next start its word on what to expect, and nothing else. */
  write(marker: Marker): Promise<void>;
}

export interface KeptSession {
  readonly personId: PersonId;
  readonly oauthToken: OauthToken;
  readonly sessionId: string | null;
}

export type KeptReading =
  | { readonly kind: 'found'; readonly kept: KeptSession }
  | { readonly kind: 'nothing' }
  /** `answered` ends when the person has answered the prompt that held the reading up, if one did. */
  | { readonly kind: 'locked'; readonly answered: Promise<unknown> | null };

export interface KeptSessions {
  read(): Promise<KeptReading>;
  /** Nothing is written where the sign-in is to stay in memory, and that is done, too. */
  keep(session: KeptSession): Promise<KeychainWrite>;
  /** It is about to be removed: where nobody gets to that, the next start removes it first. */
  toBeRemoved(): Promise<void>;
  /** Removes all that is the person's, the cache's key with it. */
  remove(): Promise<KeychainWrite>;
}

const oauthTokenEntry = z.object({
  personId: z.string().min(1),
  token: z.string().min(1),
  expiresAt: z.number().nullable(),
});

const personal = ['oauthToken', 'session', 'cacheKey'] as const;

export function createKeptSessions(
  keychain: Keychain,
  marker: MarkerPlace,
  keeps: () => Keeps,
): KeptSessions {
  async function remove(): Promise<KeychainWrite> {
    // What was never written is not looked for: a keychain may be missing there altogether.
    if (keeps() === 'in-memory' && marker.read() === 'nothing') return { kind: 'done' };
    const removed = await removeEach();
    // Where none could be reached, nothing was written either. A locked one may have taken what it was
    // given once it was unlocked, after its time.
    if (removed.kind === 'unavailable' && marker.read() === 'nothing') return { kind: 'done' };
    await marker.write(removed.kind === 'done' ? 'nothing' : 'to-remove');
    return removed;
  }

  async function removeEach(): Promise<KeychainWrite> {
    // A locked keyring removes nothing and does not say so (see keychain): only the probe tells.
    const reached = await keychain.probe();
    if (reached.kind !== 'done') return reached;
    for (const what of personal) {
      const removed = await keychain.remove(what);
      if (removed.kind !== 'done') return removed;
    }
    return { kind: 'done' };
  }

  const locked = (): KeptReading => ({ kind: 'locked', answered: keychain.hanging() });

  const entries = () => Promise.all([keychain.read('oauthToken'), keychain.read('session')]);

  async function nothingFound(): Promise<KeptReading> {
    await marker.write('nothing');
    return { kind: 'nothing' };
  }

  return {
    async read() {
      switch (marker.read()) {
        case 'nothing':
          return { kind: 'nothing' };
        case 'to-remove':
          await remove();
          return { kind: 'nothing' };
        case 'kept':
          break;
      }
      let [token, session] = await entries();
      if (token.kind === 'absent') {
        // A locked keyring looks the same as an empty one, and the probe may be what has it unlocked.
        if ((await keychain.probe()).kind !== 'done') return locked();
        [token, session] = await entries();
      }
      if (token.kind === 'absent') return nothingFound();
      if (token.kind !== 'found') return locked();
      // Without one that is there, no heartbeat would go out in this run.
      if (session.kind !== 'found' && session.kind !== 'absent') return locked();
      const entry = oauthTokenEntry.safeParse(jsonOf(token.secret));
      if (!entry.success) return nothingFound();
      const { personId, ...oauthToken } = entry.data;
      return {
        kind: 'found',
        kept: {
          personId: personId as PersonId,
          oauthToken,
          sessionId: session.kind === 'found' ? session.secret : null,
        },
      };
    },

    async keep({ personId, oauthToken, sessionId }) {
      if (keeps() === 'in-memory') return { kind: 'done' };
      const entry = JSON.stringify({ personId, ...oauthToken });
      const written = await keychain.write('oauthToken', entry);
      if (written.kind !== 'done') return written;
      // Said before the second entry: a stop in between must not leave the first one forgotten.
      await marker.write('kept');
      return sessionId === null ? keychain.remove('session') : keychain.write('session', sessionId);
    },

    async toBeRemoved() {
      if (marker.read() === 'kept') await marker.write('to-remove');
    },

    remove,
  };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
