import type { ApplicationResult } from "../match-outcome";

/** One JSON line for each application, in order of its number. */
export function writeResultLines(results: readonly ApplicationResult[]): string {
  return results
    .toSorted((x, y) => Number(x.application) - Number(y.application))
    .map((result) => `${JSON.stringify(result)}\n`)
    .join("");
}
