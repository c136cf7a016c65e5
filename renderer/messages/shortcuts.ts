/** The keys of the messages page: what they do, and how the page "About" lists them. */

export type Shortcut = 'next' | 'previous' | 'read' | 'unread' | 'search' | 'all' | 'undo' | 'none';

interface Keys {
  /** As `KeyboardEvent.key` gives it, letters in lower case. */
  readonly key: string;
  /** `control`: with Ctrl, on a Mac with the command key. */
  readonly with: 'nothing' | 'control';
}

export const shortcuts: Readonly<Record<Shortcut, Keys>> = {
  next: { key: 'j', with: 'nothing' },
  previous: { key: 'k', with: 'nothing' },
  read: { key: 'r', with: 'nothing' },
  unread: { key: 'u', with: 'nothing' },
  search: { key: '/', with: 'nothing' },
  all: { key: 'a', with: 'control' },
  undo: { key: 'z', with: 'control' },
  none: { key: 'escape', with: 'nothing' },
};

const names = Object.keys(shortcuts) as readonly Shortcut[];

/** What is pressed; null for anything that is no shortcut. */
export function shortcutOf(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>,
): Shortcut | null {
  if (event.altKey) return null;
  const pressed = event.ctrlKey || event.metaKey ? 'control' : 'nothing';
  // A letter may be typed as a capital; `/` needs Shift on some keyboards.
  if (pressed === 'control' && event.shiftKey) return null;
  const key = event.key.toLowerCase();
  return (
    names.find((name) => shortcuts[name].key === key && shortcuts[name].with === pressed) ?? null
  );
}

/** `controlKey` as it is written before a letter on this system. */
export function written(shortcut: Shortcut, controlKey: string): string {
  const { key, with: modifier } = shortcuts[shortcut];
  if (key === 'escape') return 'Esc';
  return modifier === 'control' ? `${controlKey}${key.toUpperCase()}` : key.toUpperCase();
}
