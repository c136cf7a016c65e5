/** What is said of many measurements of one thing. NaN of none. */

/** The value that so large a share of them (0 to 1) is not above. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

/** Between the two in the middle where there are as many above as below. NaN where one of them is. */
export function median(values: readonly number[]): number {
  // Sorting leaves NaN anywhere.
  if (values.some(Number.isNaN)) return Number.NaN;
  const sorted = [...values].sort((one, other) => one - other);
  const [below, above] = [Math.floor((sorted.length - 1) / 2), Math.floor(sorted.length / 2)];
  return ((sorted[below] ?? Number.NaN) + (sorted[above] ?? Number.NaN)) / 2;
}

/** How large a share of them, in per cent, is at most so much. */
export function percentWithin(values: readonly number[], most: number): number {
  return (values.filter((value) => value <= most).length / values.length) * 100;
}

/**
 * How many times the other each one is, in the middle of all pairs: what slows the machine for a while
 * slows both of a pair. Both lists in the order in which the pairs were measured.
 */
export function pairedRatio(ones: readonly number[], others: readonly number[]): number {
  return median(ones.map((one, index) => one / (others[index] ?? Number.NaN)));
}

/** The same for how much more. */
export function pairedDifference(ones: readonly number[], others: readonly number[]): number {
  return median(ones.map((one, index) => one - (others[index] ?? Number.NaN)));
}
