/**
 * What measures within a page, where no way between processes is part of a figure. All times are
 * milliseconds; a thing counts as painted at the first animation frame after the one that drew it, so
 * that a figure is up to one frame (16.7 ms) too high and never too low.
 */
import type { Page } from '@playwright/test';

export interface Probe {
  /** From reading the feed's first page to the last. The first reading must not have begun. */
  readWhole(): Promise<number>;
  /** From the page's first paint to a list full of text. */
  firstRows(): Promise<number>;
  /** From the click on the link to a list full of text; comes from another page. */
  openList(): Promise<number>;
  /** As above, until nothing changes any more: of a list without messages. */
  openEmptyList(): Promise<number>;
  /** Between frames, while the list scrolls at such a pace, down and up again. */
  scroll(pace: {
    readonly pixelsPerSecond: number;
    readonly seconds: number;
  }): Promise<readonly number[]>;
  /** From putting the list elsewhere to its being full of text there. `to` is from 0 to 1. */
  leap(to: number): Promise<number>;
  /**
   * Puts this into the search field, as a person does with its last letter; gives how long until the
   * list stood still, painted. Null where nothing has changed: the same messages were found. The
   * first search takes its time: `patienceMs` is how long a change is waited for, and no other after.
   */
  search(text: string, patienceMs: number): Promise<number | null>;
  /** The main process's answer to the same, there and back. */
  askSearch(text: string): Promise<number>;
  /** From the click on the opened message's mark button to its saying the contrary. */
  mark(): Promise<number>;
  /** From a click to a word it changes, in a page with nothing else: the least there can be. */
  changeWord(): Promise<number>;
  /** Fills a page with plain rows that are all there, as a measure for scrolling. */
  fillWithPlainRows(count: number): void;
}

declare global {
  interface Window {
    probe: Probe;
  }
}

/** Puts it into the page; a page that is loaded anew has lost it. */
export async function withProbe(page: Page): Promise<Page> {
  await page.evaluate(install);
  return page;
}

/** Runs in the page: it can use nothing from outside itself. */
function install(): void {
  const stillMs = 250;
  const listOf = () => document.querySelector<HTMLElement>('[aria-label="消息列表"]');

  const frame = () =>
    new Promise<number>((done) => requestAnimationFrame(() => done(performance.now())));

  const scroller = (): HTMLElement => {
    for (let at = listOf(); at !== null; at = at.parentElement) {
      if (/auto|scroll/.test(getComputedStyle(at).overflowY)) return at;
    }
    throw new Error('no list that scrolls');
  };

  /** Every row in view has its text: a row is looked for at a few heights of what is in view. */
  const isFull = (): boolean => {
    if (listOf() === null) return false;
    const { left, top, width, height } = scroller().getBoundingClientRect();
    return [0.1, 0.3, 0.5, 0.7, 0.9].every((part) => {
      const row = document.elementFromPoint(left + width / 2, top + height * part)?.closest('li');
      return (row?.querySelector('[data-id]')?.textContent ?? '').trim() !== '';
    });
  };

  const until = async (isSo: () => boolean): Promise<number> => {
    const deadline = performance.now() + 15_000;
    // What is there in a frame's callback is drawn with that frame.
    for (let at = await frame(); !isSo(); at = await frame()) {
      if (at > deadline) throw new Error('did not come within 15 s');
    }
    return frame();
  };

  /** When the last change before so long a pause was painted; null when there is none. */
  const lastChangeBefore = async (pauseMs: number): Promise<number | null> => {
    let lastChange = performance.now();
    let painted: number | null = null;
    const observer = new MutationObserver(() => {
      lastChange = performance.now();
      void frame()
        .then(frame)
        .then((at) => {
          painted = at;
        });
    });
    const everything = { subtree: true, childList: true, characterData: true, attributes: true };
    observer.observe(document.querySelector('main') ?? document.body, everything);
    while (performance.now() - lastChange < pauseMs) await frame();
    observer.disconnect();
    return painted;
  };

  const standsStill = async () => (await lastChangeBefore(stillMs)) ?? performance.now();

  const linkTo = (page: string) => {
    const link = document.querySelector<HTMLAnchorElement>(`a[href="#${page}"]`);
    if (link === null) throw new Error(`no link to ${page}`);
    return link;
  };

  const openFromElsewhere = async (isThere: () => Promise<number>): Promise<number> => {
    linkTo('settings').click();
    await standsStill();
    const from = performance.now();
    linkTo('messages').click();
    return (await isThere()) - from;
  };

  const searchField = () => {
    const field = document.querySelector<HTMLInputElement>(
      'input[type="search"], [role="searchbox"]',
    );
    if (field === null) throw new Error('no search field');
    return field;
  };

  const markButton = () => {
    const buttons = document.querySelectorAll<HTMLButtonElement>('article.message button');
    const found = [...buttons].find(({ textContent }) =>
      /^标为[已未]读$/.test((textContent ?? '').trim()),
    );
    if (found === undefined) throw new Error('no mark button');
    return found;
  };

  window.probe = {
    readWhole: () =>
      new Promise((done, fail) => {
        let from: number | null = null;
        const stop = window.staffroom.on('inbox', ({ feed }) => {
          if (feed.kind === 'reading') from ??= performance.now();
          if (feed.kind === 'failed') fail(new Error(`reading failed: ${feed.failure.kind}`));
          if (feed.kind !== 'read') return;
          stop();
          if (from === null) fail(new Error('the reading had begun before'));
          else done(performance.now() - from);
        });
      }),

    async firstRows() {
      const rows = await until(isFull);
      const paint = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0;
      return rows - paint;
    },

    openList: () => openFromElsewhere(() => until(isFull)),
    openEmptyList: () => openFromElsewhere(standsStill),

    async scroll({ pixelsPerSecond, seconds }) {
      const view = scroller();
      view.scrollTop = 0;
      await standsStill();
      const end = view.scrollHeight - view.clientHeight;
      const frames: number[] = [];
      const beginning = () => new Promise<number>((done) => requestAnimationFrame(done));
      const from = await beginning();
      let last = from;
      while (last - from < seconds * 1_000) {
        const way = ((last - from) / 1_000) * pixelsPerSecond;
        // Down to the end, up again, and so on.
        view.scrollTop = end - Math.abs((way % (2 * end)) - end);
        const now = await beginning();
        frames.push(now - last);
        last = now;
      }
      return frames;
    },

    async leap(to) {
      const view = scroller();
      const from = performance.now();
      view.scrollTop = (view.scrollHeight - view.clientHeight) * to;
      // A list that draws only what is in view hears of it with the next frame.
      await frame();
      return (await until(isFull)) - from;
    },

    async search(text, patienceMs) {
      const field = searchField();
      field.focus();
      const from = performance.now();
      field.value = text;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      const painted = await lastChangeBefore(patienceMs);
      return painted === null ? null : painted - from;
    },

    async askSearch(text) {
      const from = performance.now();
      const answer = await window.staffroom.call('listMessages', { filter: 'all', search: text });
      if (!answer.ok) throw new Error(`the search failed: ${answer.failure.kind}`);
      return performance.now() - from;
    },

    async mark() {
      const button = markButton();
      const before = button.textContent;
      const from = performance.now();
      button.click();
      return (await until(() => markButton().textContent !== before)) - from;
    },

    async changeWord() {
      const from = performance.now();
      document.body.append('word');
      return (await until(() => true)) - from;
    },

    fillWithPlainRows(count) {
      const view = document.createElement('div');
      // By script, for the page's policy allows no style that is written in it.
      Object.assign(view.style, { height: '700px', overflowY: 'auto' });
      const list = document.createElement('ul');
      list.ariaLabel = '消息列表';
      view.append(list);
      document.body.replaceChildren(view);
      for (let number = 1; number <= count; number += 1) {
        const row = document.createElement('li');
        row.innerHTML = `<button data-id="${number}">教务处<br>五年级2班调课<br>请班主任通知学生。</button>`;
        list.append(row);
      }
    },
  };
}
