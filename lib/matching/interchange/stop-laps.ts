/** Milliseconds of each part of some work, one after the other; a part that comes again adds up. */
export function stopLaps() {
  const taken: Record<string, number> = {};
  let last = performance.now();
  const end = (part: string) => {
    const now = performance.now();
    taken[part] = roundedMilliseconds((taken[part] ?? 0) + now - last);
    last = now;
  };
  return { taken, end };
}

/** To a thousandth, so that an insertion of microseconds is not 0. */
export function roundedMilliseconds(milliseconds: number): number {
  return Math.round(1000 * milliseconds) / 1000;
}

/** The value below which the given share of the others lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((x, y) => x - y);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}
