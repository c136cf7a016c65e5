/** What the kept profile's record is sealed for; here, so that reading it needs no more than this. */
import type { PersonId } from '../../preload/contract';

/** Grows when `Profile` changes its shape: an older one is then read anew from the platform. */
export const schemaVersion = 2;

/** One copied to another person's or another deployment's place does not open. */
export const cachePurpose = (deploymentId: string, personId: PersonId): string =>
  `profile/${schemaVersion}/${deploymentId}/${personId}`;
