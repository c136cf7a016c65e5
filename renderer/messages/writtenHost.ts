/** A name as people read one: of our letters, and not a number in its place. */
const plainName = /^(?!.*(^|\.)xn--)[a-z\d-]+(\.[a-z\d-]+)*\.[a-z][a-z\d-]*$/;

/**
 * Whether whoever has read `written` knows the host that `url` leads to: it stands there as it is, in
 * our letters. Not so with another alphabet's look-alikes (`xn--…`), a name that hides the host
 * (`bank.example@evil.example`), a number, or a host spelt otherwise than it is asked for.
 */
export function saysItsHost(written: string, url: string): boolean {
  const { hostname, username, password } = new URL(url);
  if (username !== '' || password !== '' || !plainName.test(hostname)) return false;
  const read = written.toLowerCase().replace(/^https?:\/\//, '');
  return read.startsWith(hostname) && /^(?:[:/?#]|$)/.test(read.slice(hostname.length));
}
