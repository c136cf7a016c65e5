/** How quick the tree of organisations is, measured within its page. */
import type { Page } from '@playwright/test';

/** Milliseconds. */
export interface TreeTimes {
  /** From the address to the frame after the tree was there. */
  readonly openings: readonly number[];
  /** From each letter of a search to the frame after what it changed. */
  readonly keys: readonly number[];
  /** Between frames, while the tree scrolls. */
  readonly frames: readonly number[];
}

/** Comes from any page of the main window. */
export const measureTree = (page: Page, times: number): Promise<TreeTimes> =>
  page.evaluate(async (repetitions) => {
    const frame = () =>
      new Promise<void>((resolve) => {
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => resolve();
          port2.postMessage(null);
        });
      });
    const until = async (there: () => boolean) => {
      while (!there()) await frame();
    };
    const openings: number[] = [];
    for (let time = 0; time < repetitions; time += 1) {
      globalThis.location.hash = '#messages';
      await until(() => document.querySelector('[role=tree]') === null);
      await frame();
      const from = performance.now();
      globalThis.location.hash = '#organisations';
      await until(() => document.querySelectorAll('[role=treeitem]').length > 5);
      await frame();
      openings.push(performance.now() - from);
    }
    const field = document.querySelector<HTMLInputElement>('#organisation-search');
    const texts = ['2', '20', '201', '2010', '2010级', '2010级1', '2010级11', ''];
    const keys: number[] = [];
    for (let time = 0; time < repetitions; time += 1) {
      for (const text of texts) {
        const from = performance.now();
        if (field) field.value = text;
        field?.dispatchEvent(new InputEvent('input', { bubbles: true }));
        await frame();
        keys.push(performance.now() - from);
      }
    }
    const scroller = document.querySelector('.tree-scroll');
    const frames: number[] = [];
    let last = performance.now();
    for (let step = 0; step < 120; step += 1) {
      scroller?.scrollBy(0, 240);
      await frame();
      const now = performance.now();
      frames.push(now - last);
      last = now;
    }
    return { openings, keys, frames };
  }, times);
