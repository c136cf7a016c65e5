/** What has keys of its own: she is typing, or it is in front of the page. */
const others = 'input:not([type="checkbox"]), textarea, select, dialog, [popover]';

/** Whether a key is the page's to act on: nothing that has keys of its own, or a dialog, comes first. */
export function isFree({ target, defaultPrevented, isComposing, altKey }: KeyboardEvent): boolean {
  if (defaultPrevented || isComposing || altKey) return false;
  if (document.querySelector('dialog[open]') !== null) return false;
  return target instanceof Element && target.closest(others) === null;
}
