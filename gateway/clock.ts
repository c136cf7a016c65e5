/** The platform's own clock. Tests move it instead of waiting fifteen days for a token to end. */
export class Clock {
  #aheadMs = 0;

  /** Milliseconds since 1970, as the platform believes. */
  now(): number {
    return Date.now() + this.#aheadMs;
  }

  /** Negative to go back. */
  advance(ms: number): void {
    this.#aheadMs += ms;
  }
}
