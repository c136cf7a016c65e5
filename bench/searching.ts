/** Searches typed into the list's field, letter by letter. */
import type { Page } from '@playwright/test';
import { times } from './times';

/** Each letter of them is a search: of senders, titles, and words out of texts. */
const searches = [
  '家长',
  '王建',
  '体检',
  '质量',
  '流感',
  '值班',
  '借阅',
  '食谱',
  '升旗',
  '五年级3班',
];
/** The first search loads an index; its rows are there long before this. */
const firstSearchMs = 3_000;
const searchMs = 400;

const prefixes = searches.flatMap((word) =>
  [...word].map((_, index, letters) => letters.slice(0, index + 1).join('')),
);

const keyOn = (page: Page, text: string, patienceMs: number) =>
  page.evaluate(([given, most]) => window.probe.search(given, most), [text, patienceMs] as const);

/** Milliseconds from its letter to the last change of the list: its index has to be loaded first. */
export async function firstSearchOn(page: Page): Promise<number> {
  return (await keyOn(page, searches[0]?.charAt(0) ?? '', firstSearchMs)) ?? Number.NaN;
}

/** Of each letter that changed what was found. */
export async function keysOn(page: Page): Promise<readonly number[]> {
  const keys: (number | null)[] = [];
  for (const prefix of prefixes) {
    // Each word begins with an empty field, which is no key of it.
    if (prefix.length === 1) await keyOn(page, '', searchMs);
    keys.push(await keyOn(page, prefix, searchMs));
  }
  await keyOn(page, '', searchMs);
  return keys.filter((key) => key !== null);
}

/** The main process's answers to the same. */
export const searchAnswersOn = (page: Page): Promise<readonly number[]> =>
  times(prefixes.length, (index) =>
    page.evaluate((text) => window.probe.askSearch(text), prefixes[index] ?? ''),
  );
