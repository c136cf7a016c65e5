/** The person and her organisations as a service: shown from the cache at once, then refreshed. */
import { computed, type ReadonlySignal, signal } from '@preact/signals-core';
import type {
  EpochMs,
  Failure,
  OrganisationId,
  PersonId,
  ProfileSnapshot,
  Result,
} from '../../preload/contract';
import type { OpenApi, Unusable } from '../openapi';
import type { CachedProfile, ProfileCache } from './cache';
import { withCurrentOrganisation } from './current';
import { profileOf } from './person';

export interface ProfileService {
  readonly snapshot: ReadonlySignal<ProfileSnapshot>;
  /** Somebody is signed in: what is kept of her is shown before anything is asked. */
  open(personId: PersonId): Promise<void>;
  refresh(): Promise<Result<'refreshed'>>;
  /** She signed out: nothing of hers stays once this has ended. */
  forget(): Promise<void>;
}

export interface ProfileOptions {
  readonly openApi: OpenApi;
  readonly cache: ProfileCache;
  readonly currentOrganisation: ReadonlySignal<OrganisationId | null>;
  /** Told of what had to be left out of an answer. */
  readonly unusable: (entries: readonly Unusable[]) => void;
  readonly now?: () => EpochMs;
}

export function createProfile(options: ProfileOptions): ProfileService {
  const { openApi, cache, currentOrganisation, now = Date.now } = options;
  const shown = signal<CachedProfile | null>(null);
  const failure = signal<Failure | null>(null);
  const refreshing = signal(false);
  /** Null when nobody is signed in; a new one for each sign-in, so that late answers find no place. */
  let person: { readonly id: PersonId; readonly left: AbortController } | null = null;
  let underWay: Promise<Result<'refreshed'>> | null = null;

  async function load(): Promise<Result<'refreshed'>> {
    const of = person;
    if (of === null) return { ok: false, failure: { kind: 'not-ready', needs: 'sign-in' } };
    refreshing.value = true;
    const answer = await openApi.getUserInfo(of.id, of.left.signal);
    if (of !== person) return { ok: false, failure: { kind: 'cancelled' } };
    refreshing.value = false;
    failure.value = answer.ok ? null : answer.failure;
    if (!answer.ok) return answer;
    if (answer.value.personId !== of.id) {
      failure.value = { kind: 'wrong-person' };
      return { ok: false, failure: failure.value };
    }
    if (answer.value.unusable.length > 0) options.unusable(answer.value.unusable);
    const fresh = { profile: profileOf(answer.value), asOf: now() };
    shown.value = fresh;
    // Not kept is no failure of the refresh: the session tells that there is no keychain.
    await cache.write(fresh);
    return { ok: true, value: 'refreshed' };
  }

  return {
    snapshot: computed(() => ({
      profile:
        shown.value && withCurrentOrganisation(shown.value.profile, currentOrganisation.value),
      asOf: shown.value?.asOf ?? null,
      refreshing: refreshing.value,
      failure: failure.value,
    })),

    async open(personId) {
      const opened = { id: personId, left: new AbortController() };
      person?.left.abort();
      person = opened;
      if (shown.value?.profile.person.id !== personId) shown.value = null;
      failure.value = null;
      const cached = await cache.read(personId);
      if (person === opened) shown.value ??= cached;
    },

    refresh() {
      underWay ??= load().finally(() => {
        underWay = null;
      });
      return underWay;
    },

    async forget() {
      person?.left.abort();
      person = null;
      shown.value = null;
      failure.value = null;
      refreshing.value = false;
      // What is being written at this moment would else outlive the removal.
      await underWay;
      await cache.forget();
    },
  };
}
