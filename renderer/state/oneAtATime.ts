/**
 * A question that is asked again whenever its answer may have changed: never twice at once. However
 * often it is called for while one is under way, it is asked once more after that.
 */
export function oneAtATime(ask: () => Promise<void>): () => void {
  let state: 'idle' | 'asking' | 'ask-again' = 'idle';
  const run = (): void => {
    if (state !== 'idle') {
      state = 'ask-again';
      return;
    }
    state = 'asking';
    void ask().finally(() => {
      const again = state === 'ask-again';
      state = 'idle';
      if (again) run();
    });
  };
  return run;
}
