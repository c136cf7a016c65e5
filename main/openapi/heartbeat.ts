/** Call 7, heartbeat [S]. */
import { z } from 'zod';
import type { OrganisationId, PersonId, Result } from '../../preload/contract';
import type { Call } from './call';
import { decode } from './decode';
import type { Envelope } from './envelope';
import { anything, fields, optionalText } from './loose';
import type { Platform } from './platform';
import { namesSecret, quote } from './redact';

export type Heartbeat =
  | {
      readonly kind: 'alive';
      /** Null where the platform left `result` out, as it may. */
      readonly personId: PersonId | null;
      /** The organisation that the person has switched to in this session. */
      readonly organisationId: OrganisationId | null;
    }
  /** 100000. */
  | { readonly kind: 'gone' }
  /** 110000: the same account signed in elsewhere. `log` is what the platform tells of it, as lines. */
  | { readonly kind: 'displaced'; readonly log: readonly string[] };

const GONE = '100000';
const DISPLACED = '110000';

export const heartbeatCall = ({ gateway }: Platform, sessionId: string): Call<Heartbeat> => ({
  request: {
    method: 'GET',
    url: `${gateway}/user/openapi/user/heartbeat`,
    query: { usession_id: sessionId },
  },
  secrets: [sessionId],
  otherCodes: [GONE, DISPLACED],
  read: decodeHeartbeat,
});

const schema = z.object({ user_id: optionalText, other: anything });

export function decodeHeartbeat(envelope: Envelope, secrets: readonly string[]): Result<Heartbeat> {
  const { result } = envelope.body;
  if (envelope.code === GONE) return { ok: true, value: { kind: 'gone' } };
  if (envelope.code === DISPLACED) {
    return { ok: true, value: { kind: 'displaced', log: loginLog(result, secrets) } };
  }
  const known = decode(fields.pipe(schema), result, 'result');
  if (!known.ok) return known;
  const other = fields.safeParse(known.value.other);
  const organisationId = other.success ? optionalText.parse(other.data.top_org_id) : null;
  return {
    ok: true,
    value: {
      kind: 'alive',
      personId: known.value.user_id as PersonId | null,
      organisationId: organisationId as OrganisationId | null,
    },
  };
}

const LONGEST_LOG = 20;

/** No document gives the log's form, so every entry becomes a line of its readable fields. */
function loginLog(result: unknown, secrets: readonly string[]): readonly string[] {
  return entries(result)
    .map((entry) => quote(line(entry), secrets))
    .filter((entry) => entry !== '')
    .slice(0, LONGEST_LOG);
}

/** A list, an object that holds one, a single entry, or text. */
function entries(result: unknown): readonly unknown[] {
  if (Array.isArray(result)) return result;
  if (typeof result !== 'object' || result === null) return [result];
  const lists = Object.values(result).filter(Array.isArray);
  return lists.length > 0 ? lists.flat() : [result];
}

function line(entry: unknown): string {
  if (typeof entry === 'string' || typeof entry === 'number') return String(entry);
  if (typeof entry !== 'object' || entry === null) return '';
  return Object.entries(entry)
    .filter(([name]) => !namesSecret(name))
    .flatMap(([name, value]) => {
      const shown = optionalText.parse(value);
      return shown === null ? [] : [`${name}: ${shown}`];
    })
    .join(', ');
}
