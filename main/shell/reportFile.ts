/** Saves the report where the person chooses. */
import { writeFile } from 'node:fs/promises';
import { type BrowserWindow, dialog } from 'electron';
import type { Catalogue } from '../../i18n';

export async function saveReport(
  report: string,
  window: BrowserWindow,
  words: Catalogue['diagnostics'],
): Promise<'saved' | 'cancelled' | 'refused'> {
  const day = new Date().toISOString().slice(0, 10);
  const { filePath, canceled } = await dialog.showSaveDialog(window, {
    title: words.report.title,
    defaultPath: words.fileName(day),
    filters: [{ name: words.fileKind, extensions: ['txt'] }],
  });
  if (canceled || filePath === '') return 'cancelled';
  try {
    await writeFile(filePath, report, 'utf8');
    return 'saved';
  } catch {
    return 'refused';
  }
}
