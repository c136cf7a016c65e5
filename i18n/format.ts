import type { EpochMs, Language } from '../preload/contract';

/** Dates and numbers as one language writes them. Days of the clock on the wall are local ones. */
export interface Format {
  /** Short, for a list: the time today, `昨天`, a weekday within the last week, else the date. */
  readonly moment: (at: EpochMs, now: EpochMs) => string;
  /** The same day and the time, for a heading. */
  readonly fullMoment: (at: EpochMs, now: EpochMs) => string;
  /** Day and time to the second: for a record that is compared with others. */
  readonly exactMoment: (at: EpochMs) => string;
  /** A calendar date that the platform keeps, such as a birthday. */
  readonly date: (at: EpochMs) => string;
  /** How long ago, in its largest whole unit; at least 0 seconds. */
  readonly ago: (at: EpochMs, now: EpochMs) => string;
  /** Things said one after the other. */
  readonly list: (things: readonly string[]) => string;
  /** Sentences one after the other, without those that are null. */
  readonly sentences: (sentences: readonly (string | null)[]) => string;
  readonly number: (value: number) => string;
}

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** The platforms count days in the zone they are in, wherever this computer stands. */
const platformZone = 'Asia/Shanghai';

const midnight = (at: EpochMs) => new Date(at).setHours(0, 0, 0, 0);
/** Rounded: a day on which clocks change is an hour short or long. */
const daysBetween = (at: EpochMs, now: EpochMs) => Math.round((midnight(now) - midnight(at)) / day);

function make(language: Language): Format {
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  const counted = new Intl.RelativeTimeFormat(language, { numeric: 'always', style: 'short' });
  const time = new Intl.DateTimeFormat(
    language,
    language === 'zh-CN'
      ? { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }
      : { hour: 'numeric', minute: '2-digit' },
  );
  const weekday = new Intl.DateTimeFormat(language, { weekday: 'short' });
  const dayOfYear = new Intl.DateTimeFormat(language, { month: 'short', day: 'numeric' });
  const localDate = new Intl.DateTimeFormat(language, { dateStyle: 'medium' });
  const platformDate = new Intl.DateTimeFormat(language, {
    dateStyle: 'medium',
    timeZone: platformZone,
  });
  const exact = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'medium' });
  const list = new Intl.ListFormat(language, { type: 'unit', style: 'short' });
  const number = new Intl.NumberFormat(language);

  const dayName = (at: EpochMs, now: EpochMs) => {
    const days = daysBetween(at, now);
    if (days === 0 || days === 1) return relative.format(-days, 'day');
    if (days > 1 && days < 7) return weekday.format(at);
    return new Date(at).getFullYear() === new Date(now).getFullYear()
      ? dayOfYear.format(at)
      : localDate.format(at);
  };

  return {
    moment: (at, now) => (daysBetween(at, now) === 0 ? time.format(at) : dayName(at, now)),
    fullMoment: (at, now) => `${dayName(at, now)} ${time.format(at)}`,
    exactMoment: (at) => exact.format(at),
    date: (at) => platformDate.format(at),
    ago: (at, now) => {
      // As everywhere else in the texts, a number stands off from the Chinese after it.
      const spaced = (text: string) => text.replace(/(?<=\d)(?=\p{Script=Han})/u, ' ');
      const passed = Math.max(0, now - at);
      if (passed < minute) return spaced(counted.format(-Math.floor(passed / second), 'second'));
      if (passed < hour) return spaced(counted.format(-Math.floor(passed / minute), 'minute'));
      if (passed < day) return spaced(counted.format(-Math.floor(passed / hour), 'hour'));
      return spaced(counted.format(-Math.floor(passed / day), 'day'));
    },
    list: (things) => (language === 'zh-CN' ? things.join('、') : list.format(things)),
    sentences: (sentences) =>
      sentences.filter((one) => one !== null).join(language === 'zh-CN' ? '' : ' '),
    number: (value) => number.format(value),
  };
}

const made = new Map<Language, Format>();

/** Made once for each language: Intl's own objects are dear to build. */
export function formatOf(language: Language): Format {
  const known = made.get(language);
  if (known) return known;
  const format = make(language);
  made.set(language, format);
  return format;
}
