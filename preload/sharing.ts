/** A computer that many people use: nothing of anybody's stays on it. */
import type { EpochMs } from './ids';

export type Computer = 'own' | 'shared';

export interface SharingSnapshot {
  /** What the next sign-in is made on. */
  readonly computer: Computer;
  /** `school`: its policy says so, and nobody changes it here. */
  readonly setBy: 'person' | 'school';
  /** Where what is hers goes in the present sign-in. */
  readonly keeps: Keeps;
  /** A shared computer signs out after so long without use. */
  readonly idleMinutes: number;
  /** Set while nobody seems to be there any more: she is signed out then unless somebody is. */
  readonly leavesAt: EpochMs | null;
  /** The last sign-in was ended because nobody was there; until the next one. */
  readonly left: 'unused' | null;
}

export type Keeps = 'on-disk' | 'in-memory';
