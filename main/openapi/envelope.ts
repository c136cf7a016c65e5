/**
 * Two envelopes exist: `{retCode, retDesc, …}` of the older gateway and `{code, message, result}`
 * of the 7.0 family. Gateways mix them, so either is taken from every call.
 */
import type { Failure, Result } from '../../preload/contract';
import { decode, malformed } from './decode';
import { fields, optionalText } from './loose';
import { quote } from './redact';

export const SUCCESS = '000000';

export interface Envelope {
  readonly code: string;
  /** The platform's words as sent: for `rejected` only, which cleans them. */
  readonly words: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** All zeros are success: a code that went through a number on its way has lost all but one. */
const asCode = (code: string): string => (/^0+$/.test(code) ? SUCCESS : code);

export function openEnvelope(json: unknown): Result<Envelope> {
  const decoded = decode(fields, json, '(body)');
  if (!decoded.ok) return decoded;
  const body = decoded.value;
  const code = optionalText.parse(body.retCode) ?? optionalText.parse(body.code);
  if (code === null) return malformed('code', 'neither code nor retCode');
  const words = optionalText.parse(body.retDesc) ?? optionalText.parse(body.message);
  return { ok: true, value: { code: asCode(code.trim()), words: words ?? '', body } };
}

export function rejected(envelope: Envelope, secrets: readonly string[]): Failure {
  return {
    kind: 'rejected',
    code: quote(envelope.code, secrets).slice(0, 32),
    text: quote(envelope.words, secrets),
  };
}

/** A part of an answer and where it stood. */
export interface Payload {
  readonly at: string;
  readonly value: unknown;
}

/** Gateways differ in what they call the same part: the first of `names` that is set is taken. */
export function payload(envelope: Envelope, names: readonly [string, ...string[]]): Payload {
  const at = names.find((name) => isSet(envelope.body[name])) ?? names[0];
  return { at, value: envelope.body[at] };
}

const isSet = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.keys(value).length > 0;
