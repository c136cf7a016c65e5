/** The message feed: a contract of this client's own, which a school or region puts up. */
import { z } from 'zod';
import type { EpochMs, MessageBody, MessageId, PersonId, Result } from '../../preload/contract';
import type { Call } from './call';
import { decode, decodeEach, type Unusable } from './decode';
import { type Envelope, payload } from './envelope';
import { anything, fields, flag, neededText, optionalText, pointInTime } from './loose';
import { decodeMessageBody } from './messageBody';
import { readableName } from './readable';

export interface FeedMessage {
  readonly id: MessageId;
  readonly sender: { readonly id: string | null; readonly name: string | null };
  readonly sentAt: EpochMs;
  readonly isRead: boolean;
  readonly body: MessageBody;
}

export interface FeedPage {
  readonly messages: readonly FeedMessage[];
  /** Opaque; for the next call's `since`. */
  readonly cursor: string | null;
  readonly hasMore: boolean;
  /** Messages that are not among `messages`, each by the field that made it unusable. */
  readonly unusable: readonly Unusable[];
}

export interface FeedQuery {
  readonly personId: PersonId;
  readonly oauthToken: string;
  /** The cursor of the page before. */
  readonly since?: string;
  readonly limit: number;
}

export function feedCall(feedUrl: string, query: FeedQuery): Call<FeedPage> {
  const { personId, oauthToken, since, limit } = query;
  return {
    request: {
      method: 'GET',
      url: feedUrl,
      query: { personId, limit: String(limit), ...(since !== undefined && { since }) },
      bearer: oauthToken,
    },
    secrets: [oauthToken],
    read: decodeFeedPage,
  };
}

const page = z.object({
  messages: anything,
  cursor: optionalText,
  hasMore: flag.catch(false),
});

/** 128 is what the contract between main and pages lets through. */
const messageId = neededText.refine((id) => id.length <= 128, { error: 'expected 128 at most' });

const name = optionalText.transform((sent) => sent && readableName(sent));

const message = z.object(
  {
    msgId: messageId,
    sentAt: pointInTime,
    sender: fields.pipe(z.object({ id: optionalText, name })).catch({
      id: null,
      name: null,
    }),
    isRead: flag.catch(false),
    body: anything,
  },
  { error: 'expected an object' },
);

export function decodeFeedPage(envelope: Envelope): Result<FeedPage> {
  const { at, value } = payload(envelope, ['result', 'data']);
  const decoded = decode(fields.pipe(page), value, at);
  if (!decoded.ok) return decoded;
  const { messages, cursor, hasMore } = decoded.value;
  const list = decodeEach(messages, `${at}.messages`, decodeMessage);
  return {
    ok: true,
    value: {
      messages: list.values,
      cursor,
      hasMore,
      unusable: list.unusable,
    },
  };
}

function decodeMessage(entry: unknown, at: string): Result<FeedMessage> {
  const decoded = decode(message, entry, at);
  if (!decoded.ok) return decoded;
  const { msgId, sentAt, sender, isRead } = decoded.value;
  const body = decodeMessageBody(decoded.value.body, `${at}.body`);
  if (!body.ok) return body;
  return {
    ok: true,
    value: { id: msgId as MessageId, sender, sentAt, isRead, body: body.value },
  };
}
