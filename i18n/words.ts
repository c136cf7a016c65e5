import type { Failure } from '../preload/contract';

/** A failure told to a teacher: each part is a whole sentence or more. */
export interface FailureWords {
  /** What happened. */
  readonly what: string;
  /** What the app did about it; null where that goes without saying. */
  readonly done: string | null;
  /** What she can do; null where there is nothing. */
  readonly can: string | null;
}

export type TellFailure = (failure: Failure) => FailureWords;
