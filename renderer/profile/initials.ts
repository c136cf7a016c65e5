/** What stands for a person who has no picture. */

const han = /\p{Script=Han}/u;

/**
 * As Chinese apps have it, the last two characters of a Chinese name: `夏冰`, `志远` of 陈志远; of one
 * with a dot, such as 阿依古丽·买买提, those of the given name before it. `AS` of Anna Smith.
 */
export function initials(name: string): string {
  const [given = ''] = name.split(/[·•・]/u);
  const characters = [...given].filter((character) => han.test(character));
  if (characters.length > 0) return characters.slice(-2).join('');
  const words = name
    .trim()
    .split(/\s+/u)
    .map((word) => [...word][0] ?? '');
  const isLatin = words.every((letter) => /^\p{Script=Latin}$/u.test(letter));
  return (isLatin ? words.slice(0, 2) : words.slice(0, 1)).join('').toUpperCase();
}
