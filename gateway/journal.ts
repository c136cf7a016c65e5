import { EventEmitter, once } from 'node:events';
import type { CallName } from './callTable';

export type Outcome =
  | { readonly kind: 'pending' }
  | { readonly kind: 'answered'; readonly status: number }
  | { readonly kind: 'reset' };

export interface JournalEntry {
  /** Milliseconds since 1970, by the machine's clock. */
  readonly at: number;
  readonly call: CallName;
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** Parsed where it is JSON or a form, else as text; null without one. */
  readonly body: unknown;
  readonly authorization: string | null;
  /** Kinds of the faults that were played on it. */
  readonly faults: readonly string[];
  readonly outcome: Outcome;
}

export interface Awaited {
  readonly call: CallName;
  /** How many such calls there must be since the journal was last cleared. */
  readonly times: number;
  /** A held call has arrived, but not ended. */
  readonly until: 'arrived' | 'ended';
  readonly withinMs: number;
}

/** Every request the platform has seen, in the order of arrival. */
export class Journal {
  readonly #entries: JournalEntry[] = [];
  readonly #changes = new EventEmitter().setMaxListeners(0);

  get entries(): readonly JournalEntry[] {
    return this.#entries;
  }

  of(call: CallName): readonly JournalEntry[] {
    return this.#entries.filter((entry) => entry.call === call);
  }

  /** Gives what to call with the outcome. */
  open(arrived: Omit<JournalEntry, 'outcome'>): (outcome: Outcome) => void {
    const entry: { -readonly [Key in keyof JournalEntry]: JournalEntry[Key] } = {
      ...arrived,
      outcome: { kind: 'pending' },
    };
    this.#entries.push(entry);
    this.#changes.emit('change');
    return (outcome) => {
      entry.outcome = outcome;
      this.#changes.emit('change');
    };
  }

  clear(): void {
    this.#entries.length = 0;
  }

  /** Answers with the entries of the call as soon as there are enough; fails after `withinMs`. */
  async until({ call, times, until, withinMs }: Awaited): Promise<readonly JournalEntry[]> {
    const limit = AbortSignal.timeout(withinMs);
    for (;;) {
      const seen = this.of(call).filter(
        (entry) => until === 'arrived' || entry.outcome.kind !== 'pending',
      );
      if (seen.length >= times) return seen;
      try {
        await once(this.#changes, 'change', { signal: limit });
      } catch {
        throw new Error(
          `${call}: ${seen.length} of ${times} calls had ${until} after ${withinMs} ms`,
        );
      }
    }
  }
}
