import { signal } from '@preact/signals';
import { atTurnsEnd } from './turns';

/** Those in the rail. */
export const mainPages = ['messages', 'organisations', 'profile', 'settings'] as const;
export type MainPage = (typeof mainPages)[number];

const pages = [...mainPages, 'diagnostics', 'about'] as const;
export type Page = (typeof pages)[number];

/** The page on screen. It is the address's fragment, so links and Back work as anywhere. */
export const page = signal<Page>('messages');

export const addressOf = (of: Page): string => `#${of}`;

export function followAddress(): void {
  const read = () => {
    page.value = pages.find((known) => addressOf(known) === window.location.hash) ?? 'messages';
  };
  window.addEventListener('hashchange', read);
  read();
  atTurnsEnd(() => {
    window.location.hash = addressOf('messages');
  });
}
