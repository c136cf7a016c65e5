/**
 * The pictures of messages, at media://message/<key>, and the person's own, at media://person/picture: a
 * protocol of ours, so that no page ever asks a server for one. It answers with what was loaded and checked, and fetches nothing.
 */
import type { CustomScheme, ProtocolResponse, Session } from 'electron';
import type { MessageKey } from '../../preload/contract';
import type { Pictured, ReadPicture } from '../media/pictures';
import { notFound } from './pages';

const scheme = 'media';

/** Neither fetched nor shared with scripts (`supportFetchAPI`, `corsEnabled`): for `img` alone. */
export const mediaScheme: CustomScheme = {
  scheme,
  privileges: { standard: true, secure: true },
};

export const isMediaOfOurs = (address: string): boolean =>
  address.startsWith(`${scheme}://message/`) || address.startsWith(`${scheme}://person/`);

/** The part behind `?` is only there to tell one picture from what was at the same place before. */
const messageAddress = /^media:\/\/message\/([1-9]\d{0,9})(\?\d+)?$/;
const personAddress = /^media:\/\/person\/picture(\?[\d-]+)?$/;

function picturedAt(address: string): Pictured | null {
  if (personAddress.test(address)) return { kind: 'person' };
  const key = messageAddress.exec(address)?.[1];
  return key === undefined ? null : { kind: 'message', key: Number(key) as MessageKey };
}

/** To `session` alone: the login page's has no such protocol. By the older way as pages are: see there. */
export function serveMedia(
  session: Session,
  read: (of: Pictured) => Promise<ReadPicture | null>,
): void {
  session.protocol.registerBufferProtocol(scheme, ({ method, url }, answer) => {
    const pictured = picturedAt(url);
    if (method !== 'GET' || pictured === null) return answer(notFound);
    read(pictured).then(
      (picture) => answer(picture === null ? notFound : found(picture)),
      () => answer(notFound),
    );
  });
}

const found = ({ bytes, type }: ReadPicture): ProtocolResponse => ({
  data: Buffer.from(bytes),
  mimeType: type,
  headers: {
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': "default-src 'none'; sandbox",
    // Kept by us, sealed; another person may come to have the same key.
    'Cache-Control': 'no-store',
  },
});
