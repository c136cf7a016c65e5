/** Looks at a page as laid out, for what a person would trip over. */
import type { Page } from '@playwright/test';

/** The smallest area for a finger or an unsteady hand: WCAG 2.2, 2.5.8 asks for 24, we keep 32. */
const smallestHit = 32;

/** What can be pressed, chosen or typed into. */
const controls =
  'button, a[href], input, select, textarea, summary, [role="button"], [role="tab"], [role="switch"]';

/**
 * Everything that is wrong on the page now; of an open dialog alone, where there is one. Nothing may
 * be wider than the window or its own pane, so that one would have to scroll sideways; no text cut
 * off with nothing to say so; no control too small to hit or with something else lying on it.
 */
export const inspect = (page: Page): Promise<readonly string[]> =>
  page.evaluate(
    ([selector, least]) => {
      const nameOf = (element: Element) => {
        const text = element.getAttribute('aria-label') ?? element.textContent ?? '';
        return `${element.tagName.toLowerCase()}.${element.className} ${text.trim().slice(0, 40)}`;
      };
      const root = document.querySelector('dialog[open]') ?? document.body;
      const isSeen = (element: Element) =>
        element.checkVisibility({ visibilityProperty: true }) &&
        element.closest('.unseen') === null &&
        getComputedStyle(element).clipPath === 'none';
      const seen = [...root.querySelectorAll('*')].filter(isSeen);

      const tooWide = seen.filter((element) => {
        const { overflowX } = getComputedStyle(element);
        const scrolls = overflowX === 'auto' || overflowX === 'scroll';
        return scrolls && element.scrollWidth > element.clientWidth + 1;
      });
      const pageIsTooWide = document.documentElement.scrollWidth > window.innerWidth;

      const cutOff = seen.filter((element) => {
        const style = getComputedStyle(element);
        const clips = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
        const shortened = style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none';
        const isControl = element.matches(selector) && !element.matches('input, select, textarea');
        const acrossCut = clips(style.overflowX) || isControl;
        const downCut = clips(style.overflowY) || isControl;
        return (
          (element.textContent ?? '').trim() !== '' &&
          ((acrossCut && !shortened && element.scrollWidth > element.clientWidth + 1) ||
            (downCut && !shortened && element.scrollHeight > element.clientHeight + 1))
        );
      });

      /** Among words: there the line's height is what it has. */
      const isInText = (link: Element) =>
        link.matches('a') &&
        [...(link.parentElement?.childNodes ?? [])].some(
          (node) => node instanceof Text && node.data.trim() !== '',
        );
      const areaOf = (control: Element) => {
        const isTick = control.matches('[type="checkbox"], [type="radio"]');
        return ((isTick && control.closest('label')) || control).getBoundingClientRect();
      };
      const pressed = seen.filter((element) => element.matches(selector) && !isInText(element));
      const tooSmall = pressed.filter((control) => {
        const { width, height } = areaOf(control);
        return Math.min(width, height) < least - 0.5;
      });

      const covered = pressed.filter((control) => {
        const { left, top, width, height } = control.getBoundingClientRect();
        const x = left + width / 2;
        const y = top + height / 2;
        const there = document.elementFromPoint(x, y);
        // Scrolled out of its pane, where something else may be.
        const pane = control.closest(
          '.list-scroll, .page, .pane, .alone, .refused, article, .rail nav',
        );
        const view = pane?.getBoundingClientRect();
        const outside =
          view !== undefined &&
          (y < view.top || y > view.bottom || x < view.left || x > view.right);
        if (there === null || outside || document.querySelector(':popover-open')) return false;
        const isNotice = there.closest('.notices') !== null && !control.closest('.notices');
        return (
          !isNotice &&
          !control.contains(there) &&
          control.closest('label') !== there.closest('label')
        );
      });

      return [
        ...(pageIsTooWide ? ['too wide: the page'] : []),
        ...tooWide.map((element) => `too wide: ${nameOf(element)}`),
        ...cutOff.map((element) => `cut off: ${nameOf(element)}`),
        ...tooSmall.map((control) => {
          const { width, height } = areaOf(control);
          return `too small: ${nameOf(control)}, ${Math.round(width)} × ${Math.round(height)}`;
        }),
        ...covered.map((element) => `covered: ${nameOf(element)}`),
      ];
    },
    [controls, smallestHit] as const,
  );

export interface KeyboardWalk {
  /** What Tab came to that shows no focus, or lies outside of the window. */
  readonly unseen: readonly string[];
  /** What can be pressed and Tab never came to. */
  readonly missed: readonly string[];
  /** How many things Tab came to. */
  readonly stops: number;
}

/** Presses Tab until it comes round, and looks at where the focus is each time. */
export async function walkByKeyboard(page: Page): Promise<KeyboardWalk> {
  await page.evaluate((selector) => {
    const root = document.querySelector('dialog[open]') ?? document.body;
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    // One of a group of radio buttons has the group's place, as has one row of a list.
    const reachable = [...root.querySelectorAll<HTMLElement>(selector)].filter(
      (element) =>
        element.checkVisibility({ visibilityProperty: true }) &&
        element.tabIndex >= 0 &&
        !element.matches(':disabled, [type="radio"]:not(:checked)') &&
        !(element.closest('[popover]')?.matches(':not(:popover-open)') ?? false),
    );
    for (const [place, element] of reachable.entries()) element.dataset.stop = String(place);
  }, controls);

  const unseen: string[] = [];
  const reached = new Set<string>();
  let first: string | null = null;
  const most = 400;
  for (let presses = 0; presses < most; presses += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const element = document.activeElement;
      if (!(element instanceof HTMLElement) || element === document.body) return null;
      const name = `${element.tagName.toLowerCase()}.${element.className} ${element.textContent?.trim().slice(0, 40)}`;
      const isMarked = (one: Element) => {
        const style = getComputedStyle(one);
        return style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 1;
      };
      const { left, top, right, bottom, width, height } = element.getBoundingClientRect();
      const isOnScreen =
        right > 0 && bottom > 0 && left < window.innerWidth && top < window.innerHeight;
      // A field is marked by its frame, a row by what fills it.
      const frame = element.matches('input') ? element.parentElement : null;
      const shown = [element, ...(frame ? [frame] : []), ...element.children].some(isMarked);
      return {
        stop: element.dataset.stop ?? null,
        name,
        isRight: shown && isOnScreen && width > 1 && height > 1,
      };
    });
    if (stop === null) {
      if (reached.size > 0) break;
      continue;
    }
    if (!stop.isRight) unseen.push(stop.name);
    // A pane that scrolls is a stop of its own in Chromium.
    if (stop.stop === null) continue;
    if (stop.stop === first) break;
    first ??= stop.stop;
    reached.add(stop.stop);
  }

  const missed = await page.evaluate(
    (found) =>
      [...document.querySelectorAll<HTMLElement>('[data-stop]')]
        .filter((element) => {
          const { stop } = element.dataset;
          delete element.dataset.stop;
          return stop !== undefined && !found.includes(stop);
        })
        .map((element) => `${element.tagName.toLowerCase()} ${element.textContent?.trim()}`),
    [...reached],
  );
  return { unseen, missed, stops: reached.size };
}
