/** Asks where her data is to be saved. */
import { join } from 'node:path';
import { app, type BrowserWindow, dialog } from 'electron';
import type { Catalogue } from '../../i18n';

/** Null when she cancels. */
export async function chooseOwnDataFile(
  window: BrowserWindow,
  words: Catalogue['ownData'],
): Promise<string | null> {
  const day = new Date().toISOString().slice(0, 10);
  const { filePath, canceled } = await dialog.showSaveDialog(window, {
    title: words.title,
    // macOS alone shows it; the page has said it before.
    message: words.readable,
    defaultPath: join(app.getPath('documents'), words.fileName(day)),
    filters: [{ name: words.fileKind, extensions: ['json'] }],
  });
  return canceled || filePath === '' ? null : filePath;
}
