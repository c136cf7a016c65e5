/**
 * Measures one after the other, each round beginning with another one: none always has the better
 * place. `round` counts from 0.
 */
export async function inTurn<Name extends string, Value>(
  round: number,
  measures: Readonly<Record<Name, () => Promise<Value>>>,
): Promise<Readonly<Record<Name, Value>>> {
  const entries = Object.entries<() => Promise<Value>>(measures);
  const first = round % entries.length;
  const measured: [string, Value][] = [];
  for (const [name, measure] of [...entries.slice(first), ...entries.slice(0, first)]) {
    measured.push([name, await measure()]);
  }
  return Object.fromEntries(measured) as Record<Name, Value>;
}
