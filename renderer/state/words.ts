/** Every text on screen comes from `words`, every date and number through `format`. */
import { computed, effect } from '@preact/signals';
import { catalogueOf, formatOf } from '../../i18n';
import type { Boot, Language } from '../../preload/contract';
import { settings } from './snapshots';

/** Main writes it into the page, so that the first paint is already in her language. */
const bootLanguage = computed((): Language => {
  const written = document.getElementById('boot')?.textContent;
  const boot: Partial<Boot> = written ? JSON.parse(written) : {};
  return boot.language ?? 'zh-CN';
});

export const language = computed(() => settings.value?.languageInUse ?? bootLanguage.value);
export const words = computed(() => catalogueOf(language.value));
export const format = computed(() => formatOf(language.value));

export function followLanguage(): void {
  effect(() => {
    document.documentElement.lang = language.value;
    document.title = words.value.app.name;
  });
}
