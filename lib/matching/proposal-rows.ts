import type { matchProposals } from "@/db/schema/matching";
import { tenthsOfKm } from "./cost";
import type { MatchInput } from "./match-input";
import type { SizedOutcome } from "./match-outcome";
import type { GroupProposal } from "./propose-groups";

/** The new groups that a run proposes, those that serve most first, numbered on from those that it has proposed before. */
export function proposalRows(
  runId: string,
  input: MatchInput,
  { proposals = [], before = 0 }: Pick<SizedOutcome, "proposals"> & { readonly before?: number },
): (typeof matchProposals.$inferInsert)[] {
  return proposals.map((proposal, index) => ({
    runId,
    number: before + index + 1,
    proposal: { ...proposal, applications: [...proposal.applications] },
    venueId: proposal.venueSchool,
    leadId: proposal.lead,
    averageKm: averageKm(input, proposal),
  }));
}

/** Of the schools it would serve; null online. */
function averageKm(
  { schools, applications }: MatchInput,
  { online, applications: served, ...place }: GroupProposal,
): number | null {
  if (online) return null;
  const placeOf = new Map(schools.map((school) => [school.id, school]));
  const schoolOf = new Map(applications.map(({ id, school }) => [id, placeOf.get(school)]));
  const ways = served.flatMap((id) => {
    const school = schoolOf.get(id);
    return school ? [tenthsOfKm(school, place) ?? 0] : [];
  });
  const all = ways.reduce((sum, way) => sum + way, 0);
  return Math.round(all / Math.max(1, ways.length)) / 10;
}
