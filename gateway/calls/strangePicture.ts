import { randomBytes } from 'node:crypto';
import type { Exchange } from '../exchange';
import { png } from './picture';

const script = 'document.title = "run"';
const page = `<!doctype html><title>a page</title><script>${script}</script>`;
const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="320"><script>${script}</script><rect width="640" height="320" fill="green"/></svg>`;

/** What lies behind the addresses that a client must not trust. */
export function strangePicture(exchange: Exchange): Response {
  const name = exchange.context.req.param('name');
  switch (name) {
    case 'page.png':
      return asPng(page);
    case 'drawing.png':
      return asPng(drawing);
    case 'broken.png':
      return asPng(new Uint8Array(png(name, 640, 320).subarray(0, 60)));
    case 'large.png':
      return asPng(inPieces(Buffer.concat([png(name, 640, 320), randomBytes(6 * 1024 * 1024)])));
    case 'elsewhere.png':
      return exchange.context.redirect(exchange.query('to') ?? name);
    default:
      return exchange.context.text('Not Found', 404);
  }
}

const asPng = (body: string | Uint8Array<ArrayBuffer> | ReadableStream) =>
  new Response(body, { headers: { 'Content-Type': 'image/png' } });

/** A body whose length no header tells. */
function inPieces(bytes: Buffer): ReadableStream {
  const piece = 64 * 1024;
  let at = 0;
  return new ReadableStream({
    pull(stream) {
      if (at >= bytes.length) return stream.close();
      stream.enqueue(new Uint8Array(bytes.subarray(at, at + piece)));
      at += piece;
    },
  });
}
