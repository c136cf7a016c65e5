/**
 * The profile as the platform last gave it, kept for the next start: sealed with the cache key, bound
 * to the deployment and the person. What is read back is checked like any answer from outside.
 */
import { z } from 'zod';
import type { EpochMs, PersonId, Profile } from '../../preload/contract';
import type { CacheKey } from '../storage/cacheKey';
import { cachePurpose, schemaVersion } from './cacheRecord';

export interface CachedProfile {
  readonly profile: Profile;
  readonly asOf: EpochMs;
}

/** One JSON file on disk: see storage/jsonFile. */
export interface SealedFile {
  read(): { readonly sealed?: unknown };
  write(content: { readonly sealed: string }): Promise<void>;
  clear(): Promise<void>;
  /** It is in use. */
  touch(): Promise<void>;
}

export interface ProfileCache {
  /** Null where there is none that opens for this person. */
  read(personId: PersonId): Promise<CachedProfile | null>;
  /** False where it was not kept: no keychain, or the disk refused. */
  write(cached: CachedProfile): Promise<boolean>;
  forget(): Promise<void>;
}

/** As much as tells a profile of ours from anything else; the seal vouches for the rest. */
const record = z.object({
  schema: z.literal(schemaVersion),
  asOf: z.number(),
  profile: z.looseObject({
    person: z.looseObject({
      id: z.string(),
      name: z.string(),
      pictureUrl: z.string().nullable(),
    }),
    organisations: z.array(z.looseObject({ id: z.string() })),
    rolesElsewhere: z.array(z.looseObject({ id: z.string() })),
  }),
});

export function createProfileCache(
  file: SealedFile,
  cacheKey: CacheKey,
  deploymentId: string,
): ProfileCache {
  return {
    async read(personId) {
      const { sealed } = file.read();
      if (typeof sealed !== 'string') return null;
      const plain = (await cacheKey.sealer())?.open(sealed, cachePurpose(deploymentId, personId));
      if (plain === undefined || plain === null) return null;
      const read = record.safeParse(JSON.parse(plain));
      if (!read.success) return null;
      await file.touch();
      const { asOf, profile } = read.data;
      return { asOf, profile: profile as unknown as Profile };
    },

    async write({ profile, asOf }) {
      const sealer = await cacheKey.sealer();
      if (sealer === null) return false;
      const plain = JSON.stringify({ schema: schemaVersion, asOf, profile });
      try {
        await file.write({
          sealed: sealer.seal(plain, cachePurpose(deploymentId, profile.person.id)),
        });
        return true;
      } catch {
        return false;
      }
    },

    forget: () => file.clear(),
  };
}
