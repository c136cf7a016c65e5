/** The bodies of messages [S]: text, link and oa. */
import { z } from 'zod';
import type { Colour, MessageBody, Result } from '../../preload/contract';
import { decode, decodeEach, malformed } from './decode';
import { anything, count, fields, neededText, optional, optionalText, webAddress } from './loose';
import { readableText, readableTitle } from './readable';
import { jsonWithoutSecrets } from './redact';

/** The tables write `msgType`, the examples `msgtype`. */
const kind = z
  .object({ msgtype: optionalText, msgType: optionalText })
  .transform(({ msgtype, msgType }) => msgtype ?? msgType);

const content = optionalText.transform((sent) => sent && readableText(sent));
/** Of one line. */
const title = optionalText.transform((sent) => sent && readableTitle(sent));

const text = z.object({
  text: fields.pipe(z.object({ content: neededText.transform(readableText) })),
});

const addresses = { pcUrl: optional(webAddress), appUrl: optional(webAddress) };

const link = z.object({
  link: fields.pipe(
    z.object({
      title,
      content,
      picUrl: optional(webAddress),
      ...addresses,
    }),
  ),
});

const oa = z.object({
  oa: fields.pipe(
    z.object({
      head: fields.pipe(z.object({ text: title, bgColor: optionalText })),
      body: fields.pipe(
        z.object({
          title,
          content,
          imageUrl: optional(webAddress),
          fileCount: optional(count),
          author: title,
          form: anything,
        }),
      ),
    }),
  ),
  ...addresses,
});

/**
 * `busiId` is left out: it names the message in the sender's own system, and nothing here could
 * ask there. A kind that no document names is kept as sent.
 */
export function decodeMessageBody(raw: unknown, at: string): Result<MessageBody> {
  const body = decode(fields, raw, at);
  if (!body.ok) return body;
  const type = kind.parse(body.value);
  switch (type?.toLowerCase()) {
    case undefined:
      return malformed(`${at}.msgtype`, 'missing');
    case 'text':
      return decodeText(body.value, at);
    case 'link':
      return decodeLink(body.value, at);
    case 'oa':
      return decodeOa(body.value, at);
    default:
      return {
        ok: true,
        value: {
          kind: 'unknown',
          type: readableTitle(type ?? ''),
          json: readableText(jsonWithoutSecrets(body.value)),
        },
      };
  }
}

function decodeText(body: unknown, at: string): Result<MessageBody> {
  const decoded = decode(text, body, at);
  if (!decoded.ok) return decoded;
  return { ok: true, value: { kind: 'text', content: decoded.value.text.content } };
}

function decodeLink(body: unknown, at: string): Result<MessageBody> {
  const decoded = decode(link, body, at);
  if (!decoded.ok) return decoded;
  const { title, content, pcUrl, appUrl, picUrl } = decoded.value.link;
  if (title === null && content === null) return malformed(`${at}.link.title`, 'missing');
  return {
    ok: true,
    value: {
      kind: 'link',
      title: title ?? '',
      content: content ?? '',
      url: pcUrl ?? appUrl,
      pictureUrl: picUrl,
    },
  };
}

function decodeOa(raw: unknown, at: string): Result<MessageBody> {
  const decoded = decode(oa, raw, at);
  if (!decoded.ok) return decoded;
  const { pcUrl, appUrl } = decoded.value;
  const { head, body } = decoded.value.oa;
  if (head.text === null && body.title === null && body.content === null) {
    return malformed(`${at}.oa.head.text`, 'missing');
  }
  return {
    ok: true,
    value: {
      kind: 'oa',
      head: { text: head.text ?? '', background: colour(head.bgColor) },
      title: body.title,
      content: body.content,
      pictureUrl: body.imageUrl,
      fileCount: body.fileCount,
      author: body.author,
      form: formPairs(body.form, `${at}.oa.body.form`),
      url: pcUrl ?? appUrl,
    },
  };
}

const DEFAULT_COLOUR: Colour = { alpha: 1, rgb: 'CC0000' };

/** Eight hex digits, the first two of them alpha; `FFCC0000` where it is not that. */
function colour(digits: string | null): Colour {
  const [, alpha, rgb] = /^([\da-f]{2})([\da-f]{6})$/i.exec(digits ?? '') ?? [];
  if (alpha === undefined || rgb === undefined) return DEFAULT_COLOUR;
  return { alpha: Number.parseInt(alpha, 16) / 255, rgb: rgb.toUpperCase() };
}

const MOST_PAIRS = 6;
const pair = z.object({ key: title, value: title });

/** A pair that cannot be read is no reason to lose the message: the form is for display. */
function formPairs(form: unknown, at: string): readonly { key: string; value: string }[] {
  const pairs = decodeEach(form, at, (entry, where) => decode(pair, entry, where));
  return pairs.values
    .filter(({ key, value }) => key !== null || value !== null)
    .slice(0, MOST_PAIRS)
    .map(({ key, value }) => ({ key: key ?? '', value: value ?? '' }));
}
