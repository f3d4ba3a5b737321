/** Order by code unit: the same on every machine, whatever its language. */
export function compareText(x: string, y: string): number {
  return x < y ? -1 : x > y ? 1 : 0;
}
