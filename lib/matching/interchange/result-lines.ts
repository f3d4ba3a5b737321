import type { Instance } from "../instance";
import type { SizedApplicationResult } from "../match-outcome";
import type { GroupProposal } from "../propose-groups";

/** Lines `application,group` in order of the application's number, -1 for waiting. */
export function writePlacementLines({ applications, groups }: Instance, groupOf: ArrayLike<number>): string {
  return applications
    .map(({ id }, index) => ({ application: id, group: groups[groupOf[index] ?? -1]?.id ?? -1 }))
    .sort((x, y) => Number(x.application) - Number(y.application))
    .map(({ application, group }) => `${application},${group}\n`)
    .join("");
}

/** One JSON line for each application, in order of its number; who waits is told of the new group that is proposed for it. */
export function writeResultLines(
  results: readonly SizedApplicationResult[],
  proposals: readonly GroupProposal[],
): string {
  const newGroups = new Map(
    proposals.flatMap(({ applications }, index) =>
      applications.map((id) => [id, { proposal: index, schools: applications.length }] as const),
    ),
  );
  return results
    .toSorted((x, y) => Number(x.application) - Number(y.application))
    .map((result) => ({ ...result, newGroup: newGroups.get(result.application) }))
    .map((result) => `${JSON.stringify(result)}\n`)
    .join("");
}
