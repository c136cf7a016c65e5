/** Addresses that leave the app for the system's browser. */
import type { Result } from '../../preload/contract';

/**
 * The address to open, written anew from its parts, or null for what is not http(s): another scheme
 * could start a program on the person's machine. A name before the host is left out: it is there to
 * be read as the host, and a password there is nobody's to send.
 */
export function browserAddress(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  url.username = '';
  url.password = '';
  return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : null;
}

/**
 * Where a browser meets the sign-in page of a network that wants one: at the platform's host, but by
 * plain http at its usual port, for that is what such a network answers in another's place (RFC 8952,
 * appendix A); over https it could only show a wrong certificate.
 */
export const networkSignInAddress = (gatewayHost: string): string =>
  `http://${new URL(`https://${gatewayHost}`).hostname}/`;

export async function openLink(
  address: string,
  openExternal: (address: string) => Promise<void>,
): Promise<Result<'opened'>> {
  const href = browserAddress(address);
  if (href === null) return { ok: false, failure: { kind: 'invalid-argument', argument: 'url' } };
  try {
    await openExternal(href);
    return { ok: true, value: 'opened' };
  } catch {
    return { ok: false, failure: { kind: 'no-browser' } };
  }
}
