/**
 * The pictures of messages, and the person's own, as a service: fetched once, kept, and given to whoever
 * shows them. A page names a message, or her, never an address.
 */
import { crc32 } from 'node:zlib';
import type { MessageKey, PersonId, Result } from '../../preload/contract';
import { type PicturePlace, pictureAddress } from './pictureAddress';
import type { PictureCache } from './pictureCache';
import type { FetchPicture } from './pictureFetch';
import type { PictureMemory } from './pictureMemory';
import { type PictureType, pictureTypeOf } from './pictureType';

/** What a picture is of: a message, or the person who is signed in. */
export type Pictured =
  | { readonly kind: 'message'; readonly key: MessageKey }
  | { readonly kind: 'person' };

export interface Pictures {
  /** Before it, and after `forget`, there are no pictures. */
  open(personId: PersonId): void;
  /** Fetches the picture unless it is here; loads of the same one are joined. */
  load(of: Pictured): Promise<Result<{ readonly src: string }>>;
  /** For our protocol: what was loaded, and nothing that was not. */
  read(of: Pictured): Promise<ReadPicture | null>;
  /** She signs out: what is under way ends, what was kept is removed. */
  forget(): Promise<void>;
  /** The app quits: what is under way ends, what is kept stays for the next run. */
  stop(): void;
}

export interface ReadPicture {
  readonly type: PictureType;
  readonly bytes: Uint8Array;
}

export interface PicturesOptions {
  /** Where the platform says that the picture is; null without one, or without the message. */
  readonly addressOf: (of: Pictured) => string | null;
  readonly fetchPicture: FetchPicture;
  readonly cache: PictureCache;
  readonly memory: PictureMemory;
  /** Where the deployment's gateway is. */
  readonly deployment: PicturePlace;
}

/** A page opens one message at a time; more come from one that is scrolled through quickly. */
const mostAtOnce = 4;

export function createPictures(options: PicturesOptions): Pictures {
  const { addressOf, fetchPicture, cache, memory, deployment } = options;
  let owner: { readonly personId: PersonId; readonly left: AbortController } | null = null;
  let openings = 0;
  const underWay = new Map<string, Promise<Result<unknown>>>();
  const inTurn = atMost(mostAtOnce);

  const kept = async (personId: PersonId, address: string) =>
    memory.read(address) ?? (await cache.read(personId, address));

  /** Also for what was kept: the rules may have become stricter since. */
  function wanted(of: Pictured) {
    const address = addressOf(of);
    return address === null ? null : pictureAddress(address, deployment);
  }

  async function bring(address: string, of: NonNullable<typeof owner>): Promise<Result<unknown>> {
    const { personId, left } = of;
    if ((await kept(personId, address)) !== null) return { ok: true, value: 'kept' };
    const fetched = await inTurn(() => fetchPicture(address, left.signal));
    if (left.signal.aborted) return { ok: false, failure: { kind: 'cancelled' } };
    if (!fetched.ok) return fetched;
    const isKept = await cache.write(personId, address, fetched.value);
    if (!isKept && !left.signal.aborted) memory.write(address, fetched.value);
    return { ok: true, value: 'fetched' };
  }

  function leave(): void {
    owner?.left.abort();
    owner = null;
    underWay.clear();
    memory.forget();
  }

  return {
    open(personId) {
      if (owner?.personId === personId) return;
      leave();
      openings += 1;
      owner = { personId, left: new AbortController() };
    },

    async load(of) {
      if (owner === null) return { ok: false, failure: { kind: 'not-ready', needs: 'sign-in' } };
      const address = wanted(of);
      if (address === null) {
        const argument = of.kind === 'message' ? 'key' : 'person';
        return { ok: false, failure: { kind: 'invalid-argument', argument } };
      }
      if (address.kind === 'refused') return { ok: false, failure: address.failure };
      const { href } = address.url;
      const loading = underWay.get(href) ?? bring(href, owner);
      underWay.set(href, loading);
      // Keys begin anew for another person, her picture may become another, and Chromium keeps pictures
      // by their addresses.
      const src =
        of.kind === 'message'
          ? `media://message/${of.key}?${openings}`
          : `media://person/picture?${openings}-${crc32(href)}`;
      try {
        const loaded = await loading;
        return loaded.ok ? { ok: true, value: { src } } : loaded;
      } finally {
        if (underWay.get(href) === loading) underWay.delete(href);
      }
    },

    async read(of) {
      if (owner === null) return null;
      const address = wanted(of);
      if (address?.kind !== 'allowed') return null;
      const bytes = await kept(owner.personId, address.url.href);
      const type = bytes && pictureTypeOf(bytes);
      return bytes && type ? { type, bytes } : null;
    },

    forget() {
      leave();
      return cache.forget();
    },
    stop: leave,
  };
}

/** Lets so many run at once, the others wait in the order they came. */
function atMost(limit: number) {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async <Value>(run: () => Promise<Value>): Promise<Value> => {
    if (running === limit) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      return await run();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
