/** One line of the record in words; page and report say it alike. */
import type { Failure, Happening } from '../preload/contract';
import type { Catalogue } from './zh-CN';

export interface EventWords {
  /** What happened. */
  readonly what: string;
  /** How the session was after it; null for what is not the session's. */
  readonly led: string | null;
  /** The cause; null where there is none to tell. */
  readonly why: string | null;
}

export function eventWords(words: Catalogue, happening: Happening): EventWords {
  const { diagnostics, session } = words;
  const rest = { led: null, why: null };
  switch (happening.kind) {
    case 'started':
      return { ...rest, what: diagnostics.started };
    case 'deployment': {
      const why = happening.cause && causeWords(words, happening.cause);
      return { ...rest, what: diagnostics.deploymentFound[happening.found], why };
    }
    case 'session': {
      const why = happening.cause && causeWords(words, happening.cause);
      const led = session.state[happening.state];
      return { what: diagnostics.sessionChange[happening.event], led, why };
    }
    case 'keychain':
      return {
        ...rest,
        what: diagnostics.keychain[happening.action],
        why: causeWords(words, { kind: 'keychain', problem: happening.problem }),
      };
    case 'refresh':
      return {
        ...rest,
        what: diagnostics.notRefreshed[happening.of],
        why: causeWords(words, happening.cause),
      };
    case 'power':
      return { ...rest, what: diagnostics.power[happening.change] };
  }
}

/** The platform may have given a reason; the record keeps none of its words. */
const causeWords = ({ diagnostics, failure }: Catalogue, cause: Failure): string =>
  cause.kind === 'rejected' ? diagnostics.rejected(cause.code) : failure(cause).what;
