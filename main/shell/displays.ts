/** The displays, as Electron knows them once the app is ready. */
import { screen } from 'electron';
import type { Displays } from './keptPlace';

export function electronDisplays(): Displays {
  return {
    workAreas() {
      const primary = screen.getPrimaryDisplay();
      const others = screen.getAllDisplays().filter(({ id }) => id !== primary.id);
      return [primary, ...others].map(({ workArea }) => workArea);
    },
    onChange(changed) {
      screen.on('display-removed', changed);
      screen.on('display-metrics-changed', changed);
    },
  };
}
