import { z } from 'zod';
import { jsonWithoutSecrets, namesSecret } from './redact';

/** A field that no document names, or whose value could not be read; `value` is its JSON. */
export interface Leftover {
  readonly name: string;
  readonly value: string;
}

const isEmpty = (value: unknown): boolean =>
  value === null || value === '' || (typeof value === 'object' && Object.keys(value).length === 0);

/** Whether `schema` reads `value`, without the null that `optional` puts where it does not. */
function reads(schema: z.ZodType, value: unknown): boolean {
  const strict = schema instanceof z.ZodCatch ? (schema.unwrap() as z.ZodType) : schema;
  return strict.safeParse(value).success;
}

/**
 * The fields of `raw` that `shape` does not know or could not read, named with `prefix` before.
 * What is not set, and what by its name holds a secret, is left out.
 */
export function leftovers(
  raw: Readonly<Record<string, unknown>>,
  shape: Readonly<Record<string, z.ZodType>>,
  prefix = '',
): readonly Leftover[] {
  return Object.entries(raw)
    .filter(([name, value]) => !isEmpty(value) && !namesSecret(name))
    .filter(([name, value]) => {
      const known = Object.hasOwn(shape, name) ? shape[name] : undefined;
      return known === undefined || !reads(known, value);
    })
    .map(([name, value]) => ({ name: prefix + name, value: jsonWithoutSecrets(value) }));
}
