import { z } from 'zod';
import { type CallName, callNames } from './callTable';

const times = z.number().int().min(1).optional();
const fieldNames = z.array(z.string().min(1)).min(1);

/**
 * What can go wrong, under "What servers really send" in the platform's description. `times` is
 * how many calls it spoils, all without it. Several at once are played in the order they were
 * given: first those that make the call wait, then one that answers in the platform's place, else
 * the platform's own answer as the rest of them change it.
 */
export const faultSchema = z.discriminatedUnion('kind', [
  // The call waits.
  z.strictObject({ kind: z.literal('delay'), times, ms: z.number().int().min(0) }),
  /** Until `release`. */
  z.strictObject({ kind: z.literal('hold'), times }),

  // Something else answers; the call is not carried out.
  /** With `after: 'work'` the call is carried out, and its answer lost. */
  z.strictObject({ kind: z.literal('reset'), times, after: z.literal('work').optional() }),
  /** 502 with a page. */
  z.strictObject({ kind: z.literal('bad-gateway'), times }),
  /** 200 with a page. */
  z.strictObject({ kind: z.literal('captive-portal'), times }),
  /** The access token is refused, whatever it is. */
  z.strictObject({
    kind: z.literal('token-refused'),
    times,
    how: z.enum(['envelope', 'http-401']),
  }),
  /** 200 with the platform's own code and words. */
  z.strictObject({ kind: z.literal('envelope'), times, code: z.string(), text: z.string() }),
  z.strictObject({
    kind: z.literal('status'),
    times,
    status: z.number().int().min(200).max(599),
    body: z.string().optional(),
    contentType: z.string().optional(),
  }),

  // The call is carried out and its answer changed.
  z.strictObject({ kind: z.literal('empty'), times }),
  z.strictObject({ kind: z.literal('truncated'), times }),
  /** Still good JSON, but of at least so many bytes. */
  z.strictObject({ kind: z.literal('oversized'), times, bytes: z.number().int().min(1) }),
  /** Fields under other names, wherever they are: `{tokenInfo: 'data', retCode: 'code'}`. */
  z.strictObject({ kind: z.literal('renamed'), times, names: z.record(z.string(), z.string()) }),
  z.strictObject({ kind: z.literal('numbers-as-strings'), times }),
  z.strictObject({ kind: z.literal('strings-as-numbers'), times }),
  /** The named fields become `[]`, as PHP sends empty objects. */
  z.strictObject({ kind: z.literal('emptied'), times, fields: fieldNames }),
  /** The named fields, in milliseconds, become seconds. */
  z.strictObject({ kind: z.literal('in-seconds'), times, fields: fieldNames }),
  /** JSON merge patch over the answer: `null` removes a field. */
  z.strictObject({
    kind: z.literal('merged'),
    times,
    patch: z.record(z.string(), z.unknown()),
  }),
  /** The `Date` header is wrong by so much. */
  z.strictObject({ kind: z.literal('date-skewed'), times, seconds: z.number() }),
]);

export type Fault = z.output<typeof faultSchema>;

/** What a fault is played on: one call or every one of them. */
export const faultTarget = z.enum(['all', ...callNames]);
export type FaultTarget = 'all' | CallName;

/** The faults that are scripted, and the calls that are held. */
export class Faults {
  #scripted: { readonly target: FaultTarget; readonly fault: Fault; left: number }[] = [];
  readonly #held = new Set<() => void>();

  add(target: FaultTarget, fault: Fault): void {
    this.#scripted.push({ target, fault, left: fault.times ?? Number.POSITIVE_INFINITY });
  }

  /** The faults for one such call, each counted down. */
  take(call: CallName): readonly Fault[] {
    const due = this.#scripted.filter(({ target }) => target === 'all' || target === call);
    for (const scripted of due) scripted.left -= 1;
    this.#scripted = this.#scripted.filter(({ left }) => left > 0);
    return due.map(({ fault }) => fault);
  }

  /** Ends when the calls that are held are released. */
  held(): Promise<void> {
    return new Promise((resolve) => {
      this.#held.add(resolve);
    });
  }

  /** Lets go the calls that are held now. */
  release(): void {
    for (const letGo of this.#held) letGo();
    this.#held.clear();
  }

  /** Ends all faults; what is held goes on. */
  clear(): void {
    this.#scripted = [];
    this.release();
  }
}
