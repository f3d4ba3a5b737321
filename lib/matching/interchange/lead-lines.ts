import type { LeadAssignment, LeadOutcome } from "../assign-leads";

/** Lines `group,lead` in order of the group's number, -1 for none, and `group,lead,colead` where there is one. */
export function writeLeadLines(assignments: readonly LeadAssignment[]): string {
  return assignments
    .toSorted((x, y) => Number(x.group) - Number(y.group))
    .map(({ group, lead, coLead }) => `${[group, lead ?? -1, ...(coLead === null ? [] : [coLead])].join()}\n`)
    .join("");
}

/** The figures of a lead stage without who leads what. */
export function leadFigures({ assignments, ...figures }: LeadOutcome, rounds: number) {
  return { groups: assignments.length, ...figures, rounds };
}
