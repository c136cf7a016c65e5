import type { Failure } from '../../preload/contract';
import { format, words } from '../state/words';

/** What happened, what the app did about it, and what she can do. */
export function FailureText({ failure }: { readonly failure: Failure }) {
  const { what, done, can } = words.value.failure(failure);
  return <p class="failure">{format.value.sentences([what, done, can])}</p>;
}
