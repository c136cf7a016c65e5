/** Which addresses a deployment may name, wherever it comes from. */

const loopbackNames: readonly string[] = ['127.0.0.1', '[::1]', 'localhost'];

export const isLoopback = (url: URL): boolean => loopbackNames.includes(url.hostname);

/** https, or http on this machine itself (a practice platform, a local broker); no password in it. */
export function isSecureAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  if (url.username !== '' || url.password !== '') return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url));
}
