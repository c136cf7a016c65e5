/** What holds for every decoder, whatever a server sends. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Result } from '../../preload/contract';
import { decodeAccessToken } from './accessTokenCall';
import { type Envelope, openEnvelope } from './envelope';
import { decodeFeedPage } from './feed';
import tokenFixture from './fixtures/get-oauth-token.documented.json';
import userInfoFixture from './fixtures/get-user-info.documented.json';
import heartbeatFixture from './fixtures/heartbeat.documented.json';
import bodyFixture from './fixtures/message-bodies.documented.json';
import { decodeHeartbeat } from './heartbeat';
import { decodeMessageBody } from './messageBody';
import { decodeOauthToken } from './oauthToken';
import { decodeLoginTicket, decodeTicketSession } from './ticket';
import { decodeUserInfo } from './userInfo';

const whole =
  (decode: (envelope: Envelope) => Result<unknown>) =>
  (json: unknown): Result<unknown> => {
    const envelope = openEnvelope(json);
    return envelope.ok ? decode(envelope.value) : envelope;
  };

const feedFixture = {
  code: '000000',
  result: {
    messages: Object.values(bodyFixture).map((body, index) => ({
      msgId: String(index),
      sentAt: '2026-09-23T19:00:00+08:00',
      sender: { name: '校办' },
      isRead: 0,
      body,
    })),
    cursor: 'c1',
    hasMore: true,
  },
};
const ticketFixture = { retCode: '000000', accessTicket: 'ticket' };
const sessionFixture = { retCode: '000000', userInfo: { personId: 'p', usessionId: 's' } };
const accessTokenFixture = { retCode: '000000', tokenInfo: { accessToken: 'a', validTime: 1 } };

const decoders = [
  { name: 'the access token', decode: whole(decodeAccessToken), good: accessTokenFixture },
  { name: 'the login ticket', decode: whole(decodeLoginTicket), good: ticketFixture },
  { name: 'the OAuth token', decode: whole(decodeOauthToken), good: tokenFixture },
  { name: "the ticket's session", decode: whole(decodeTicketSession), good: sessionFixture },
  { name: 'the person', decode: whole(decodeUserInfo), good: userInfoFixture },
  {
    name: 'the heartbeat',
    decode: whole((envelope) => decodeHeartbeat(envelope, [])),
    good: heartbeatFixture,
  },
  { name: 'the feed', decode: whole((envelope) => decodeFeedPage(envelope)), good: feedFixture },
  {
    name: 'a message',
    decode: (json: unknown) => decodeMessageBody(json, 'body'),
    good: bodyFixture.oa,
  },
];

type Path = readonly (string | number)[];

/** The path of everything in a value, and of the value itself. */
function pathsIn(value: unknown, at: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [at];
  return [at, ...Object.entries(value).flatMap(([key, inner]) => pathsIn(inner, [...at, key]))];
}

/** `value` with another value, or with `undefined` nothing, at `path`. */
function changed(value: unknown, [step, ...rest]: Path, to: unknown): unknown {
  if (step === undefined) return to;
  const copy: Record<string, unknown> | unknown[] = structuredClone(value) as never;
  const inner = Reflect.get(copy as object, step);
  Reflect.set(copy as object, step, changed(inner, rest, to));
  return JSON.parse(JSON.stringify(copy));
}

function expectHonest(result: Result<unknown>) {
  if (result.ok) return;
  expect(result.failure.kind).toBe('malformed');
  expect(result.failure).toMatchObject({
    field: expect.stringMatching(/./),
    problem: expect.stringMatching(/./),
  });
}

/** What PHP and broken servers put in the place of a value. */
const odd = fc.oneof(
  fc.constantFrom(undefined, null, '', [], {}, 0, '0', '000000', true, '[', '["all"]', 1e300),
  fc.jsonValue({ maxDepth: 2 }),
);

describe.each(decoders)('$name', ({ decode, good }) => {
  test('is read from a good answer', () => {
    expect(decode(good)).toMatchObject({ ok: true });
  });

  test('from any JSON is read or names the field at fault', () => {
    fc.assert(fc.property(fc.jsonValue(), (json) => expectHonest(decode(json))));
  });

  test('from a good answer with anything at any place is read or names the field at fault', () => {
    const place = fc.constantFrom(...pathsIn(good));
    fc.assert(
      fc.property(place, odd, (path, value) => expectHonest(decode(changed(good, path, value)))),
      { numRuns: 400 },
    );
  });
});
