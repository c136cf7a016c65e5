/**
 * What she sees and nothing that does it: the app's page as plain HTML, without a script, in the blank
 * window. What that takes more than an empty page, the words on it take, with the fonts that they open.
 */
import { cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { measuredMs } from './firstSeconds';
import { plainBlank } from './installation';
import { type PlainApp, startPlainly } from './plainStart';

/** Of the page that the app shows when it has settled. */
export async function plainWords(folder: string, app: PlainApp): Promise<PlainApp> {
  const html = await htmlOf(app);
  const blank = plainBlank(folder);
  const own = join(folder, 'words');
  // Named as it is, so that its page is found as the blank one's is.
  const words = join(own, 'blank');
  await cp(blank.folder, words, { recursive: true });
  await writeFile(join(words, 'index.html'), `<!doctype html>\n${html}`);
  return { ...blank, folder: words, userData: join(own, 'user-data') };
}

async function htmlOf(app: PlainApp): Promise<string> {
  const start = await startPlainly(app);
  try {
    await start.until(measuredMs);
    return await start.inPage((page) => page.evaluate(asHtml));
  } finally {
    await start.end();
  }
}

/** Runs in the page: it can use nothing from outside itself. */
function asHtml(): string {
  const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]);
  const copy = document.documentElement.cloneNode(true) as HTMLElement;
  for (const element of copy.querySelectorAll('script, style, link, meta')) element.remove();
  const charset = document.createElement('meta');
  charset.setAttribute('charset', 'utf-8');
  const style = document.createElement('style');
  style.textContent = rules.map(({ cssText }) => cssText).join('\n');
  copy.querySelector('head')?.prepend(charset, style);
  return copy.outerHTML;
}
