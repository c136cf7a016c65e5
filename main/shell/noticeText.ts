/** Text of a server's, made fit for a notice that another program draws. */

/** They begin a new line, ring a bell, or are half of a pair. */
const control = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/gu;
/** They turn the order of what stands beside them (U+202E and the like). U+200D joins emoji. */
const format = /(?!\u200d)\p{Cf}/gu;

/**
 * Some notification daemons of Linux take the body for markup (Desktop Notifications, "Markup"), and
 * others would show entities as they are: so signs that look alike and mean nothing to either.
 */
const fullWidth: ReadonlyMap<string, string> = new Map([
  ['<', '＜'],
  ['>', '＞'],
  ['&', '＆'],
]);

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** One line of at most `limit` UTF-16 units, cut between whole characters. */
export function noticeText(text: string, limit: number): string {
  // Much of what came may be left out below; a text without end is not gone through to its end.
  const line = text
    .slice(0, 20 * limit)
    .replace(format, '')
    .replace(control, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/[<>&]/g, (sign) => fullWidth.get(sign) ?? '')
    .trim();
  if (line.length <= limit) return line;
  let cut = '';
  for (const { segment } of graphemes.segment(line)) {
    if (cut.length + segment.length > limit - 1) break;
    cut += segment;
  }
  return `${cut.trimEnd()}…`;
}
