/** The hours in which she wants no notices. */
import type { Settings } from '../../preload/contract';

/**
 * Whether `at` falls into them by the clock on her wall: the first minute does, the last does not.
 * Where `to` is not after `from` it is the next day's, so that the same time twice is a whole day.
 */
export function isQuiet(hours: Settings['quietHours'], at: Date): boolean {
  if (hours === null) return false;
  const now = at.getHours() * 60 + at.getMinutes();
  const from = minutesOf(hours.from);
  const to = minutesOf(hours.to);
  return from < to ? from <= now && now < to : now >= from || now < to;
}

/** Of `HH:MM`. */
function minutesOf(time: string): number {
  const [hours, minutes] = time.split(':').map(Number);
  return (hours ?? 0) * 60 + (minutes ?? 0);
}
