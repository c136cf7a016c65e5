/** Whether somebody still uses a shared computer, and when nobody does any more. */
import type { EpochMs } from '../../preload/contract';
import type { Clock } from './heartbeat';

export interface PresenceLimits {
  /** Without use for so long, she has left. Milliseconds. */
  readonly unusedMs: number;
  /** So long before that it is said. Milliseconds. */
  readonly warningMs: number;
  /** How often is looked. Milliseconds. */
  readonly lookMs: number;
}

const minute = 60_000;

/** `scale` shortens all of it on a practice platform: see the deployment's pace. */
export function presenceLimits(idleMinutes: number, scale: number): PresenceLimits {
  const unusedMs = idleMinutes * minute * scale;
  // Of a single minute half is enough: else it would be said all the time.
  const warningMs = Math.min(minute * scale, unusedMs / 2);
  return { unusedMs, warningMs, lookMs: Math.max(100, 1000 * scale) };
}

export type Presence =
  | { readonly kind: 'there' }
  | { readonly kind: 'leaving'; readonly at: EpochMs }
  | { readonly kind: 'left' };

export interface Look {
  readonly presence: Presence;
  readonly lastUsedAt: EpochMs;
}

/**
 * What one look finds. `idleMs` is how long ago the last input was. A machine that was asleep is
 * looked at again only when somebody has woken it, perhaps somebody else: so the pause before the
 * last input counts as much as the one after it.
 */
export function look(
  before: { readonly lastUsedAt: EpochMs },
  seen: { readonly now: EpochMs; readonly idleMs: number },
  limits: PresenceLimits,
): Look {
  const { now, idleMs } = seen;
  // A clock that was set back must not make time.
  const last = Math.min(before.lastUsedAt, now);
  const lastUsedAt = Math.max(last, now - Math.max(0, idleMs));
  const unused = Math.max(lastUsedAt - last, now - lastUsedAt);
  const found = (presence: Presence): Look => ({ presence, lastUsedAt });
  if (unused >= limits.unusedMs) return found({ kind: 'left' });
  const leavesAt = lastUsedAt + limits.unusedMs;
  return leavesAt - now <= limits.warningMs
    ? found({ kind: 'leaving', at: leavesAt })
    : found({ kind: 'there' });
}

export interface PresenceWatch {
  /** Looks from now on; she is there at this moment. */
  start(): void;
  /** Looks at once: the machine woke. */
  lookNow(): void;
  stop(): void;
}

export interface PresenceOptions {
  readonly limits: PresenceLimits;
  /** How long ago the last input was. Milliseconds. */
  readonly idleMs: () => number;
  /** Told after each look; after `left` nothing is looked at until the next start. */
  readonly told: (presence: Presence) => void;
  readonly now: () => EpochMs;
  readonly clock: Clock;
}

export function createPresenceWatch(options: PresenceOptions): PresenceWatch {
  const { limits, idleMs, told, now, clock } = options;
  let lastUsedAt: EpochMs | null = null;
  let unplan: () => void = () => undefined;

  function stop(): void {
    unplan();
    lastUsedAt = null;
  }

  function lookNow(): void {
    if (lastUsedAt === null) return;
    unplan();
    const found = look({ lastUsedAt }, { now: now(), idleMs: idleMs() }, limits);
    if (found.presence.kind === 'left') {
      stop();
    } else {
      ({ lastUsedAt } = found);
      unplan = clock.after(limits.lookMs, lookNow);
    }
    told(found.presence);
  }

  return {
    start() {
      stop();
      lastUsedAt = now();
      unplan = clock.after(limits.lookMs, lookNow);
    },
    lookNow,
    stop,
  };
}
