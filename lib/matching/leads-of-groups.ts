import type { LeadAssignment } from "./assign-leads";
import type { Instance } from "./instance";
import { LEAD_COSTS } from "./lead-rules";
import type { Preference } from "./polish-placement";

/** That none is led by somebody of its own school and most keep last year's lead, as groups are led now. */
export class LeadsOfGroups implements Preference {
  private readonly instance: Instance;
  private readonly given: ReadonlyMap<string, LeadAssignment>;
  private readonly already: ReadonlyMap<string, LeadAssignment>;
  private readonly schoolsOf: ReadonlyMap<string, readonly (string | null)[]>;

  /** `already` are groups that had their lead before: that nobody is in their own school's there, the pairs see to. */
  constructor(instance: Instance, given: readonly LeadAssignment[], already: readonly LeadAssignment[] = []) {
    this.instance = instance;
    this.given = new Map(given.map((one) => [one.group, one]));
    this.already = new Map(already.map((one) => [one.group, one]));
    this.schoolsOf = new Map(
      (instance.input.leads ?? []).map(({ id, school, otherSchools = [] }) => [
        id,
        [school, ...otherSchools],
      ]),
    );
  }

  isOut(application: number, group: number): boolean {
    const school = this.instance.applications[application]?.school ?? null;
    return leadsIn(this.given.get(this.idOf(group))).some((lead) =>
      this.schoolsOf.get(lead)?.includes(school),
    );
  }

  costOf(application: number, group: number): number {
    const previous = this.instance.applications[application]?.previousLead ?? null;
    const id = this.idOf(group);
    if (previous === null || leadsIn(this.given.get(id) ?? this.already.get(id)).includes(previous)) return 0;
    return LEAD_COSTS.schoolWithOtherLead;
  }

  waitingCost(): number {
    return 0;
  }

  private idOf(group: number): string {
    return this.instance.groups[group]?.id ?? "";
  }
}

function leadsIn(led: LeadAssignment | undefined): string[] {
  return [led?.lead, led?.coLead].filter((lead) => typeof lead === "string");
}
