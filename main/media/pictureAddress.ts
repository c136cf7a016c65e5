/** Which addresses a message's picture may come from. Whoever wrote the message chose the address. */
import { BlockList, isIP } from 'node:net';
import type { Failure } from '../../preload/contract';

/** `loopback`: this machine itself, which is where a practice platform is. */
export type PicturePlace = 'public' | 'loopback';

export type Refused = Extract<Failure, { kind: 'picture' }>;

export type PictureAddress =
  | { readonly kind: 'allowed'; readonly url: URL; readonly place: PicturePlace }
  | { readonly kind: 'refused'; readonly failure: Refused };

/**
 * https, and plain http to this machine alone. `deployment` is where the deployment's own gateway is:
 * with a platform at a school or a region, nothing on this machine is asked. Names are judged as far as
 * they tell by themselves; where they lead is for `isAddressAt`.
 */
export function pictureAddress(address: string, deployment: PicturePlace): PictureAddress {
  if (!URL.canParse(address)) return refused('', 'not-https');
  const url = new URL(address);
  // A fragment is never sent.
  url.hash = '';
  const { host, protocol } = url;
  const place = placeOf(url);
  const isPractice = place === 'loopback' && deployment === 'loopback';
  if (protocol !== 'https:' && !(protocol === 'http:' && isPractice)) {
    return refused(host, 'not-https');
  }
  if (url.username !== '' || url.password !== '') return refused(host, 'credentials');
  if (place !== 'public' && !isPractice) return refused(host, 'private-address');
  return { kind: 'allowed', url, place };
}

/** Where the host of such an address is, as far as the address itself tells. */
export const deploymentPlace = (gateway: string): PicturePlace =>
  placeOf(new URL(gateway)) === 'loopback' ? 'loopback' : 'public';

/** Whether an address that a name led to, or that was connected to, is where it should be. */
export const isAddressAt = (place: PicturePlace, address: string): boolean =>
  placeOfAddress(embeddedIn(address) ?? address) === place;

/**
 * The IPv4 address that a network without IPv4 of its own reaches through a translator: there, all
 * names without an IPv6 address lead to such ones (RFC 6052, section 2.1; RFC 6147).
 */
function embeddedIn(address: string): string | null {
  if (isIP(address) !== 6 || !translated.check(address, 'ipv6')) return null;
  const [, high = '0', low = '0'] =
    /^\[64:ff9b::(?:([0-9a-f]+):)?([0-9a-f]+)?\]$/.exec(new URL(`http://[${address}]`).hostname) ??
    [];
  const bytes = [high, low].flatMap((part) => [
    Number(`0x${part}`) >> 8,
    Number(`0x${part}`) & 255,
  ]);
  return bytes.join('.');
}

const refused = (host: string, why: Refused['why']): PictureAddress => ({
  kind: 'refused',
  failure: { kind: 'picture', host, why },
});

type Place = PicturePlace | 'private';

/** `URL` has already written `0x7f.1`, `127.1` and `2130706433` as `127.0.0.1` (WHATWG URL, 3.5). */
function placeOf({ hostname }: URL): Place {
  const name = hostname.replace(/^\[(.*)\]$/, '$1').replace(/\.$/, '');
  if (isIP(name) !== 0) return placeOfAddress(name);
  if (/^(.+\.)?localhost$/.test(name)) return 'loopback';
  return isLocalName(name) ? 'private' : 'public';
}

/**
 * Names that only a local network knows: with a proxy between, nobody here sees where they lead.
 * RFC 6762 (`local`), RFC 8375 (`home.arpa`), ICANN's reservation of `internal`, and single labels.
 */
const isLocalName = (name: string): boolean =>
  !name.includes('.') || /\.(local|internal|home\.arpa)$/.test(name);

function placeOfAddress(address: string): Place {
  switch (isIP(address)) {
    case 4:
      if (loopback.check(address, 'ipv4')) return 'loopback';
      return notGlobal.check(address, 'ipv4') ? 'private' : 'public';
    case 6:
      if (address.includes('%')) return 'private';
      if (loopback.check(address, 'ipv6')) return 'loopback';
      // IANA has given out no other global unicast addresses; this leaves out unique-local, link-local
      // and multicast ones, and those that carry an IPv4 address (mapped, NAT64).
      if (!globalUnicast.check(address, 'ipv6')) return 'private';
      return notGlobal.check(address, 'ipv6') ? 'private' : 'public';
    default:
      return 'private';
  }
}

const translated = new BlockList();
translated.addSubnet('64:ff9b::', 96, 'ipv6');

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

const globalUnicast = new BlockList();
globalUnicast.addSubnet('2000::', 3, 'ipv6');

/** IANA's registries of special-purpose addresses (RFC 6890), and multicast. */
const notGlobal = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const) {
  notGlobal.addSubnet(network, prefix, 'ipv4');
}
for (const [network, prefix] of [
  // IETF protocol assignments, Teredo among them.
  ['2001::', 23],
  ['2001:db8::', 32],
  // 6to4: the IPv4 address in it may be any.
  ['2002::', 16],
  ['3fff::', 20],
] as const) {
  notGlobal.addSubnet(network, prefix, 'ipv6');
}
