import type { Instance } from "../instance";
import type { ApplicationResult } from "../match-outcome";

/** Lines `application,group` in order of the application's number, -1 for waiting. */
export function writePlacementLines({ applications, groups }: Instance, groupOf: ArrayLike<number>): string {
  return applications
    .map(({ id }, index) => ({ application: id, group: groups[groupOf[index] ?? -1]?.id ?? -1 }))
    .sort((x, y) => Number(x.application) - Number(y.application))
    .map(({ application, group }) => `${application},${group}\n`)
    .join("");
}

/** One JSON line for each application, in order of its number. */
export function writeResultLines(results: readonly ApplicationResult[]): string {
  return results
    .toSorted((x, y) => Number(x.application) - Number(y.application))
    .map((result) => `${JSON.stringify(result)}\n`)
    .join("");
}
