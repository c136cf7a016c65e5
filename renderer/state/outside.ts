/** Links that do not say where they lead: she is told the host, and decides. */
import { signal } from '@preact/signals';
import { saysItsHost } from '../messages/writtenHost';
import { openLink } from './commands';

/** Null while nothing is asked. */
export const askedFor = signal<{ readonly url: string; readonly host: string } | null>(null);

/** `written` is what she has read in the link's place. */
export function follow(url: string, written: string): void {
  if (!URL.canParse(url) || saysItsHost(written, url)) void openLink(url);
  else askedFor.value = { url, host: new URL(url).host };
}

export function answer(word: 'open' | 'stay'): void {
  const asked = askedFor.peek();
  askedFor.value = null;
  if (asked !== null && word === 'open') void openLink(asked.url);
}
