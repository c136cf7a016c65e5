import { crc32, deflateSync } from 'node:zlib';
import type { Exchange } from '../exchange';

/** 640×320, the documents' large picture. */
export function picture(exchange: Exchange): Response {
  return answered(png(exchange.context.req.path, 640, 320));
}

export function avatar(exchange: Exchange): Response {
  return answered(png(exchange.context.req.path, 96, 96));
}

const answered = (bytes: Buffer) =>
  new Response(new Uint8Array(bytes), { headers: { 'Content-Type': 'image/png' } });

/** A quiet slope of one colour, which the picture's name decides; the name is in it as its title. */
export function png(name: string, width: number, height: number): Buffer {
  const hue = crc32(name);
  const [red, green, blue] = [60 + (hue & 63), 90 + ((hue >> 6) & 63), 110 + ((hue >> 12) & 63)];
  const row = (y: number) => {
    const light = Math.round((70 * y) / height);
    // Each row begins with its filter, 0 for none (PNG specification, section 9).
    return [0, ...Array.from({ length: width }, () => [red + light, green + light, blue + light])];
  };
  const pixels = Uint8Array.from(Array.from({ length: height }, (_, y) => row(y)).flat(2));
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits a sample, red, green and blue.
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('tEXt', Buffer.from(`Title\0${name}`)),
    chunk('IDAT', deflateSync(pixels)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}
