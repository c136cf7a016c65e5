/** Files that were found broken in this run: told once each. */
import { effect, untracked } from '@preact/signals';
import { showProblem } from './notices';
import { settings } from './snapshots';
import { words } from './words';

export function followSetAside(): void {
  const told = new Set<string>();
  effect(() => {
    const names = settings.value?.setAside ?? [];
    untracked(() => {
      for (const name of names) {
        if (told.has(name)) continue;
        told.add(name);
        const { what, moved, left } = words.value.setAside;
        const details = name.includes('.broken-') ? moved(name) : left(name);
        showProblem(name.startsWith('profile') ? what.profile : what.settings, details);
      }
    });
  });
}
