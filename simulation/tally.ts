/** Counts every request at the moment it is sent. */

/** `repeat` is a call made once more after its access token was refused. */
export const requestKinds = ['access-token', 'heartbeat', 'profile', 'repeat', 'feed'] as const;
export type RequestKind = (typeof requestKinds)[number];

/** What the platform's gateway answers; the feed is the school's own server. */
export const gatewayKinds = ['access-token', 'heartbeat', 'profile', 'repeat'] as const;

/** Milliseconds. */
export const binWidth = 10_000;

export interface Tally {
  count(kind: RequestKind, at: number): void;
  /** Requests per second of these kinds together, one figure a bin. */
  perSecond(kinds: readonly RequestKind[], from: number, to: number): number[];
}

export function createTally(end: number): Tally {
  const bins = Math.ceil(end / binWidth) + 1;
  const counts: Readonly<Record<RequestKind, Uint32Array>> = {
    'access-token': new Uint32Array(bins),
    heartbeat: new Uint32Array(bins),
    profile: new Uint32Array(bins),
    repeat: new Uint32Array(bins),
    feed: new Uint32Array(bins),
  };
  return {
    count(kind, at) {
      const bin = Math.floor(at / binWidth);
      counts[kind][bin] = (counts[kind][bin] ?? 0) + 1;
    },
    perSecond(kinds, from, to) {
      const first = Math.round(from / binWidth);
      return Array.from({ length: Math.round((to - from) / binWidth) }, (_, offset) => {
        const sum = kinds.reduce((total, kind) => total + (counts[kind][first + offset] ?? 0), 0);
        return sum / (binWidth / 1000);
      });
    },
  };
}

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

export const peak = (values: readonly number[]): number =>
  values.reduce((a, b) => Math.max(a, b), 0);
