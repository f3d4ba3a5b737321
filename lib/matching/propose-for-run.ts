import type { Instance } from "./instance";
import type { LeadResult } from "./match-outcome";
import { type GroupProposal, proposeGroups } from "./propose-groups";

interface Spoken {
  /** Who leads the groups of the placement. */
  readonly led: readonly LeadResult[];
  /** Proposals that have been planned: their schools and leads are spoken for. */
  readonly planned?: readonly GroupProposal[];
}

/** New groups for those who wait in a run, all of one offer, with leads whom the groups of the placement leave free. */
export function proposeForRun(
  instance: Instance,
  groupOf: ArrayLike<number>,
  { led, planned }: Spoken,
): GroupProposal[] {
  const { norm, applications } = instance.input;
  const norms = new Map(norm && applications.slice(0, 1).map(({ offer }) => [offer, norm]));
  const assignments = led.map(({ group, lead }) => ({ group, lead, coLead: null }));
  return proposeGroups({ instance, groupOf, assignments, norms, planned, anyWeek: true });
}
