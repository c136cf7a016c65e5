/** How large the window's text is: a setting, which Ctrl and the wheel change too. */
import { computed, effect } from '@preact/signals-core';
import type { BrowserWindow } from 'electron';
import { steppedTextSize } from './checkedSettings';
import type { SettingsService } from './settings';

export type TextSizeStep = 'larger' | 'smaller' | 'actual';

/** A locked one stays as it is. */
export function stepTextSize(settings: SettingsService, to: TextSizeStep): void {
  const { textSize } = settings.snapshot.peek();
  void settings.change({ textSize: to === 'actual' ? 100 : steppedTextSize(textSize, to) });
}

export function followTextSize(window: BrowserWindow, settings: SettingsService): void {
  const textSize = computed(() => settings.snapshot.value.textSize);
  effect(() => window.webContents.setZoomFactor(textSize.value / 100));
  window.webContents.on('zoom-changed', (_event, direction) =>
    stepTextSize(settings, direction === 'in' ? 'larger' : 'smaller'),
  );
}
