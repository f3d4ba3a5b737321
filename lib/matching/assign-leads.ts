import type { LeadInput, LedGroup } from "./lead-input";
import { buildLeadNetwork, type LeadArc, type LeadNetwork } from "./lead-network";
import type { MatchLead } from "./match-input";
import { certifyUnits, type UnitCertificate } from "./solver/certify-units";
import { solveUnitFlow } from "./solver/unit-flow";

export interface LeadAssignment {
  readonly group: string;
  readonly lead: string | null;
  readonly coLead: string | null;
}

export interface LeadOutcome {
  /** In order of group id. */
  readonly assignments: readonly LeadAssignment[];
  /** Groups without a lead, and the schools in them. */
  readonly unled: number;
  readonly schoolsUnled: number;
  readonly missingCoLeads: number;
  /** Points. */
  readonly cost: number;
  readonly certificate: UnitCertificate;
}

/**
 * Gives groups their leads: fewest schools without one, then fewest missing co-leads, then least cost (model.md section
 * 2.6). Nobody leads their own school, two groups at a time or more than their load. Throws when the result does not
 * prove itself.
 */
export function assignLeads(input: LeadInput): LeadOutcome {
  const built = buildLeadNetwork(input);
  const solved = solveUnitFlow(built.network);
  const certificate = certifyUnits(built.network, solved);
  if (!certificate.proved) throw new Error(`The leads are not proved: ${JSON.stringify(certificate)}`);
  const used = built.arcs.filter(({ arc }) => solved.flow[arc] === 1);
  const assignments = assignmentsOf(built, used);
  const unled = built.groups.filter((_, index) => assignments[index]?.lead === null);
  return {
    assignments,
    unled: unled.length,
    schoolsUnled: unled.reduce((sum, { members }) => sum + members.length, 0),
    missingCoLeads: built.groups.filter(
      ({ wantsCoLead }, index) => wantsCoLead && assignments[index]?.coLead === null,
    ).length,
    cost: used.reduce((sum, { cost }) => sum + cost, 0),
    certificate,
  };
}

function assignmentsOf({ groups, leads }: LeadNetwork, used: readonly LeadArc[]): LeadAssignment[] {
  const chosen = groups.map((): LeadArc[] => []);
  for (const arc of used) chosen[arc.group]?.push(arc);
  return groups.map((group, index) => {
    const [first, second] = (chosen[index] ?? []).sort((x, y) => before(group, leads, x, y));
    return { group: group.id, lead: idOf(leads, first), coLead: idOf(leads, second) };
  });
}

/** Of two, the one that was planned leads, then the one for whom it costs less. */
function before(group: LedGroup, leads: readonly MatchLead[], x: LeadArc, y: LeadArc): number {
  const isPlanned = ({ lead }: LeadArc) => Number(leads[lead]?.id === group.lead);
  return isPlanned(y) - isPlanned(x) || x.cost - y.cost || x.lead - y.lead;
}

function idOf(leads: readonly MatchLead[], arc: LeadArc | undefined): string | null {
  return arc ? (leads[arc.lead]?.id ?? null) : null;
}
