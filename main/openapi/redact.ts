/** Keeping secrets out of what a platform says and this client passes on. */

const LONGEST_TEXT = 200;

/** Control and format characters: the second kind can turn the reading direction of a whole line. */
const UNSHOWN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu;

/**
 * A platform's words as one line of at most 200 characters, with each of `secrets` (what was sent
 * in the call, should a server echo it) replaced by `…`.
 */
export function quote(words: string, secrets: readonly string[]): string {
  const forms = secrets
    .filter((secret) => secret !== '')
    .flatMap((secret) => [secret, encodeURIComponent(secret)])
    .sort((one, other) => other.length - one.length);
  const line = words.replace(UNSHOWN, ' ').trim();
  const clean = forms.reduce((so, form) => so.replaceAll(form, '…'), line);
  return Array.from(clean).slice(0, LONGEST_TEXT).join('');
}

/** Whether a field's name says that its value is one that must not leave the main process. */
export const namesSecret = (name: string): boolean =>
  /token|session|ticket|secret|passw|credential|cookie|app_?key|oauth_?code/i.test(name);

/** JSON without the fields, at any depth, whose name says that they are secret. */
export function jsonWithoutSecrets(value: unknown): string {
  try {
    return (
      JSON.stringify(value, (name, inner: unknown) => (namesSecret(name) ? undefined : inner)) ?? ''
    );
  } catch {
    // JSON.parse reads deeper nesting than JSON.stringify can write.
    return '…';
  }
}
