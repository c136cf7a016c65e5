const rules = new Intl.PluralRules('en-US');
const numbers = new Intl.NumberFormat('en-US');

/** The number with its noun: `1 message`, `2 messages`. */
export const count = (n: number, one: string, other: string): string =>
  `${numbers.format(n)} ${rules.select(n) === 'one' ? one : other}`;
