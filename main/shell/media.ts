/**
 * The pictures of messages, at media://message/<key>: a protocol of ours, so that no page ever asks a
 * server for one. It answers with what was loaded and checked, and fetches nothing.
 */
import type { CustomScheme, Session } from 'electron';
import type { MessageKey } from '../../preload/contract';
import type { ReadPicture } from '../media/pictures';

const scheme = 'media';

/** Neither fetched nor shared with scripts (`supportFetchAPI`, `corsEnabled`): for `img` alone. */
export const mediaScheme: CustomScheme = {
  scheme,
  privileges: { standard: true, secure: true },
};

export const isMediaOfOurs = (address: string): boolean =>
  address.startsWith(`${scheme}://message/`);

/** The part behind `?` is only there to tell one person's pictures from another's. */
const pictureAddress = /^media:\/\/message\/([1-9]\d{0,9})(\?\d+)?$/;

/** To `session` alone: the login page's has no such protocol. */
export function serveMedia(
  session: Session,
  read: (key: MessageKey) => Promise<ReadPicture | null>,
): void {
  session.protocol.handle(scheme, async ({ method, url }) => {
    const key = pictureAddress.exec(url)?.[1];
    if (method !== 'GET' || key === undefined) return notFound();
    const picture = await read(Number(key) as MessageKey);
    if (picture === null) return notFound();
    return new Response(new Uint8Array(picture.bytes), {
      headers: {
        'Content-Type': picture.type,
        'X-Content-Type-Options': 'nosniff',
        'Content-Security-Policy': "default-src 'none'; sandbox",
        // Kept by us, sealed; another person may come to have the same key.
        'Cache-Control': 'no-store',
      },
    });
  });
}

const notFound = () => new Response(null, { status: 404 });
