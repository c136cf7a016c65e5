/** A page that is not shown has no frames. Milliseconds. */
const patience = 100;

/** Ends when what is on the page by now has been handed over to be painted. */
export const frame = (): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, patience);
  });
