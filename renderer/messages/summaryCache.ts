/** The summaries that have been on screen lately; a row follows its own and no other. */
import { type ReadonlySignal, type Signal, signal } from '@preact/signals-core';
import type { MessageKey, MessageSummary } from '../../preload/contract';

interface Entry {
  readonly summary: Signal<MessageSummary | null>;
  /** The inbox's when it was read; null while it never has been. */
  revision: number | null;
}

const same = (one: MessageSummary | null, other: MessageSummary): boolean =>
  one !== null &&
  one.isRead === other.isRead &&
  one.title === other.title &&
  one.preview === other.preview &&
  one.sender === other.sender &&
  one.sentAt === other.sentAt;

export class SummaryCache {
  /** The one used longest ago comes first. */
  readonly #entries = new Map<MessageKey, Entry>();
  readonly #limit: number;

  /** `limit`: the most that are kept; more than are ever on screen at once. */
  constructor(limit: number) {
    this.#limit = limit;
  }

  get size(): number {
    return this.#entries.size;
  }

  /** Null until it has been read; an old one stays until the new one has. */
  of(key: MessageKey): ReadonlySignal<MessageSummary | null> {
    return this.#touch(key).summary;
  }

  /** Those that were never read, and then those that were read at an earlier revision. */
  outOfDate(keys: readonly MessageKey[], revision: number): readonly MessageKey[] {
    const asked = keys.map((key) => ({ key, at: this.#touch(key).revision }));
    return [
      ...asked.filter(({ at }) => at === null),
      ...asked.filter(({ at }) => at !== null && at < revision),
    ].map(({ key }) => key);
  }

  /** The answer to a question for `asked`; what it does not have is gone, and not asked for again. */
  take(asked: readonly MessageKey[], summaries: readonly MessageSummary[], revision: number): void {
    for (const key of asked) this.#touch(key).revision = revision;
    for (const summary of summaries) {
      const entry = this.#touch(summary.key);
      if (!same(entry.summary.peek(), summary)) entry.summary.value = summary;
    }
  }

  clear(): void {
    this.#entries.clear();
  }

  #touch(key: MessageKey): Entry {
    const entry = this.#entries.get(key) ?? { summary: signal(null), revision: null };
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    if (this.#entries.size > this.#limit) {
      const [oldest] = this.#entries.keys();
      if (oldest !== undefined) this.#entries.delete(oldest);
    }
    return entry;
  }
}
