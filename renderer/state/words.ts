/** Every text on screen comes from `words`, every date and number through `format`. */
import { computed, effect, signal } from '@preact/signals';
import { type Catalogue, formatOf } from '../../i18n';
import { loadCatalogue } from '../../i18n/load';
import type { Language } from '../../preload/contract';
import { writtenLanguage } from '../writtenLanguage';
import { settings } from './snapshots';

interface Spoken {
  readonly language: Language;
  readonly words: Catalogue;
}

const spoken = signal<Spoken | null>(null);

/** Nothing is rendered before there are words. */
const inUse = computed((): Spoken => {
  if (spoken.value === null) throw new Error('no language has been loaded');
  return spoken.value;
});

export const language = computed(() => inUse.value.language);
export const words = computed(() => inUse.value.words);
export const format = computed(() => formatOf(language.value));

async function speak(wanted: Language): Promise<void> {
  const loaded = await loadCatalogue(wanted);
  // She may have chosen another one meanwhile.
  if ((settings.value?.languageInUse ?? wanted) === wanted) {
    spoken.value = { language: wanted, words: loaded };
  }
}

/** Ends when there are words. From then on they follow the settings. */
export async function followLanguage(): Promise<void> {
  await speak(writtenLanguage());
  const chosen = computed(() => settings.value?.languageInUse ?? null);
  effect(() => {
    if (chosen.value !== null && chosen.value !== language.peek()) void speak(chosen.value);
  });
  effect(() => {
    document.documentElement.lang = language.value;
    document.title = words.value.app.name;
  });
}
