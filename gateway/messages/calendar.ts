/** Days and times as a school in China has them. */

export const minute = 60 * 1000;
export const hour = 60 * minute;
const day = 24 * hour;

const chinaOffsetMs = 8 * hour;

const inWords = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  month: 'long',
  day: 'numeric',
  weekday: 'short',
});

/** ISO 8601 in China's time, to the second. */
export function inChina(ms: number): string {
  return `${new Date(ms + chinaOffsetMs).toISOString().slice(0, 19)}+08:00`;
}

/** Midnight in China of the day that `ms` is in. */
export function chinaMidnight(ms: number): number {
  return Math.floor((ms + chinaOffsetMs) / day) * day - chinaOffsetMs;
}

/** The same time of day so many school days later, or earlier when negative. */
export function schoolDaysLater(ms: number, days: number): number {
  const step = Math.sign(days) * day;
  let reached = ms;
  for (let left = Math.abs(days); left > 0; ) {
    reached += step;
    if (!isWeekend(reached)) left -= 1;
  }
  return reached;
}

/** Such as `11月25日周二`. */
export function dayInWords(ms: number): string {
  return inWords.format(ms);
}

function isWeekend(ms: number): boolean {
  const weekday = new Date(ms + chinaOffsetMs).getUTCDay();
  return weekday === 0 || weekday === 6;
}
