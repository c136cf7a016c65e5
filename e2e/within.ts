/** The result of `wait`, or a failure that says what did not come within `ms` milliseconds. */
export async function within<Value>(
  ms: number,
  what: string,
  wait: Promise<Value>,
): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} did not come within ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([wait, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
