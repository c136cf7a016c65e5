/**
 * The second line of defence of log and report: what looks like a secret or like a person goes,
 * whoever let it come so far. The first is that nothing of the kind is passed on at all.
 */

interface Rule {
  readonly pattern: RegExp;
  readonly by: string;
}

const rules: readonly Rule[] = [
  // Of an address its origin is enough, and its path may hold as much as its query.
  {
    pattern: /\b([a-z][a-z0-9+.-]*:\/\/)(?:[^\s/?#@]*@)?([^\s/?#"<>]*)[^\s"<>]*/gi,
    by: '$1$2/…',
  },
  { pattern: /[?&#][^\s=&?#]+=[^\s&#]*/g, by: '?…' },
  { pattern: /\b(Bearer|Basic)\s+\S+/gi, by: '$1 …' },
  // By the name that stands before it, as in a query, a form, a cookie or JSON.
  {
    pattern:
      /((?:token|session|ticket|secret|passw|credential|cookie|app_?key|oauth_?code)\w*["']?\s?[=:]\s?["'])[^"'\n]*/gi,
    by: '$1…',
  },
  {
    pattern:
      /((?:token|session|ticket|secret|passw|credential|cookie|app_?key|oauth_?code)\w*=)[^\s&;,]+/gi,
    by: '$1…',
  },
  { pattern: /[^\s@<>"']+@[^\s@<>"']+\.[^\s@<>"']+/g, by: '…' },
  { pattern: /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/gi, by: '…' },
  { pattern: /[0-9a-f]{16,}/gi, by: '…' },
  // Telephone and identity card numbers.
  { pattern: /\d{11,}[\dXx]?/g, by: '…' },
  // A home folder bears its owner's name.
  { pattern: /(\/home\/|\/Users\/|\b[A-Z]:\\Users\\)[^/\\\s:]+/gi, by: '$1…' },
];

/** base64 and base64url, and whatever else is long and made of what no word is made of. */
const token = /[A-Za-z0-9+/_-]{20,}={0,2}/g;

const looksRandom = (run: string): boolean => {
  const kinds = [/\d/, /[a-z]/, /[A-Z]/].filter((kind) => kind.test(run)).length;
  // A path or a hyphenated name may have figures in it, or capitals; seldom both.
  const isOneWord = !/[/_-]/.test(run);
  return kinds === 3 || (kinds === 2 && isOneWord && /\d|.{32}/.test(run));
};

/** `known` are words of the app's or the deployment's own that stay as they are. */
export function redact(text: string, known: ReadonlySet<string> = new Set()): string {
  return rules
    .reduce((so, { pattern, by }) => so.replace(pattern, by), text)
    .replace(token, (run) => (looksRandom(run) && !known.has(run) ? '…' : run));
}
