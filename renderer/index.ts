/** The page's first file: lets its first picture be painted, and brings in the app then. */

import { loadCatalogue } from '../i18n/load';
import { frame } from './frame';
import { writtenLanguage } from './writtenLanguage';

const root = document.getElementById('app');
if (root) {
  // Is here then by the time that it is wanted.
  void loadCatalogue(writtenLanguage());
  await frame();
  const { show } = await import('./start');
  await show(root);
}
