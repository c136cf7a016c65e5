/** Reading an answer with a schema: what could not be read is named by its path. */
import type { z } from 'zod';
import type { Result } from '../../preload/contract';
import { list } from './loose';

/** An entry of a list that could not be used, by the path of the field that made it so. */
export interface Unusable {
  readonly field: string;
}

/** `result.user_org` and `[3, 'org_id']` are `result.user_org[3].org_id`. */
const pathTo = (at: string, path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (so, step) => (typeof step === 'number' ? `${so}[${step}]` : `${so}.${String(step)}`),
    at,
  );

/** Gives `malformed` with the path of the first field at fault, counted from `at`. */
export function decode<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  at: string,
): Result<z.output<Schema>> {
  const decoded = schema.safeParse(value);
  if (decoded.success) return { ok: true, value: decoded.data };
  const issue = decoded.error.issues[0];
  return malformed(pathTo(at, issue?.path ?? []), issue?.message ?? 'unreadable');
}

export const malformed = (field: string, problem: string): Result<never> => ({
  ok: false,
  failure: { kind: 'malformed', field, problem },
});

export interface DecodedList<Value> {
  readonly values: readonly Value[];
  readonly unusable: readonly Unusable[];
}

/** One broken entry does not cost the others: it is left out and named. */
export function decodeEach<Value>(
  value: unknown,
  at: string,
  decodeOne: (entry: unknown, at: string) => Result<Value>,
): DecodedList<Value> {
  const entries = decode(list, value, at);
  if (!entries.ok) return { values: [], unusable: [{ field: at }] };
  const values: Value[] = [];
  const unusable: Unusable[] = [];
  for (const [index, entry] of entries.value.entries()) {
    const field = `${at}[${index}]`;
    const decoded = decodeOne(entry, field);
    if (decoded.ok) values.push(decoded.value);
    else
      unusable.push({
        field: decoded.failure.kind === 'malformed' ? decoded.failure.field : field,
      });
  }
  return { values, unusable };
}
