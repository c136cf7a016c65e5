import { computed, signal } from '@preact/signals';

/** Milliseconds since 1970; stands still while nobody can see the page. */
export const now = signal(Date.now());

/** The midnight before now: for what only changes from day to day. */
export const today = computed(() => new Date(now.value).setHours(0, 0, 0, 0));

export function runClock(): void {
  let timer: number | undefined;
  const tick = () => {
    now.value = Date.now();
  };
  const follow = () => {
    window.clearInterval(timer);
    if (document.visibilityState === 'hidden') return;
    tick();
    timer = window.setInterval(tick, 1000);
  };
  document.addEventListener('visibilitychange', follow);
  follow();
}
