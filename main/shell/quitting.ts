/** A quit before which something has to be done. */

/** Electron's app, as far as it is used. */
export interface QuittingApp {
  on(event: 'before-quit', told: (event: { preventDefault(): void }) => void): unknown;
  quit(): void;
}

export interface QuittingOptions {
  readonly app: QuittingApp;
  /** Asked once, at the first wish to quit; null where nothing is to be done. */
  readonly leave: () => Promise<void> | null;
  /** It is being left: she is not to wait for it, and nobody is to see it. */
  readonly leaving: () => void;
  /** The app quits now. */
  readonly quitting: () => void;
}

/**
 * How long a quit waits for what comes first, in milliseconds: two seconds for marks that still wait,
 * and one for the sign-out, in which a keychain may hang. With the quit itself that stays under five,
 * after which Windows ends what has not ended (HungAppTimeout).
 */
export const leavingEnds = 3_000;

/** However `leave` ends, the app quits then; and where it does not end, after `leavingEnds`. */
export function followQuit({ app, leave, leaving, quitting }: QuittingOptions): void {
  let state: 'running' | 'leaving' | 'left' = 'running';
  app.on('before-quit', (event) => {
    if (state === 'leaving') return event.preventDefault();
    const left = state === 'running' ? leave() : null;
    if (left === null) return quitting();
    event.preventDefault();
    state = 'leaving';
    leaving();
    const quit = () => {
      clearTimeout(ceiling);
      if (state !== 'leaving') return;
      state = 'left';
      app.quit();
    };
    const ceiling = setTimeout(quit, leavingEnds);
    left.then(quit, quit);
  });
}
