/** The page's first file: lets its first picture be painted, and brings in the app then. */

import { loadCatalogue } from '../i18n';
import { writtenLanguage } from './writtenLanguage';

/** A page that is not shown has no frames. Milliseconds. */
const patience = 100;

/** Ends when a frame has been handed over, or when none comes. */
const firstFrame = new Promise<void>((resolve) => {
  requestAnimationFrame(() => setTimeout(resolve));
  setTimeout(resolve, patience);
});

const root = document.getElementById('app');
if (root) {
  // Is here then by the time that it is wanted.
  void loadCatalogue(writtenLanguage());
  await firstFrame;
  const { show } = await import('./start');
  await show(root);
}
