import { hour, minute, schoolDaysLater } from './calendar';

/** About what a day brings; more where the years would not be enough. */
const usualPerDay = 8;
/** Ten years of school days. */
const mostDays = 2_000;

/**
 * Times in the working hours of the school days up to the one that begins at `lastDay`, newest first,
 * in milliseconds since 1970.
 */
export function schoolDayTimes(
  count: number,
  lastDay: number,
  random: () => number,
): readonly number[] {
  const perDay = Math.max(usualPerDay, Math.ceil(count / mostDays));
  const times: number[] = [];
  for (let day = lastDay; times.length < count; day = schoolDaysLater(day, -1)) {
    for (let left = Math.min(perDay, count - times.length); left > 0; left -= 1) {
      times.push(day + 7.25 * hour + Math.floor(random() * 10.5 * 60) * minute);
    }
  }
  return times.sort((one, other) => other - one);
}
