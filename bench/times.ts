/** Does a measurement so many times, one after the other. */
export async function times<Value>(
  count: number,
  measure: (index: number) => Promise<Value>,
): Promise<readonly Value[]> {
  const values: Value[] = [];
  for (let index = 0; index < count; index += 1) values.push(await measure(index));
  return values;
}
