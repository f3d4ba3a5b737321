import type { LeadAssignment } from "./assign-leads";
import { compareText } from "./compare-text";
import type { LedGroup } from "./lead-input";
import { leadCost, whyNotLead } from "./lead-rules";
import type { MatchGroup, MatchLead } from "./match-input";

/** Weeks in which a group may meet: every week pattern of a weekday. */
const PATTERNS = [0, 1, 2] as const;

export interface FreeLead {
  readonly lead: MatchLead;
  readonly pattern: number;
  readonly cost: number;
}

/** What leads have left of their load and of their weeks. */
export class FreeLeads {
  private readonly leads: readonly MatchLead[];
  private readonly load: Map<string, number>;
  private readonly taken = new Set<string>();
  private readonly anyWeek: boolean;

  constructor(
    leads: readonly MatchLead[],
    groups: readonly MatchGroup[],
    { assignments, anyWeek = false }: { assignments: readonly LeadAssignment[]; anyWeek?: boolean },
  ) {
    this.anyWeek = anyWeek;
    this.leads = leads.toSorted((x, y) => compareText(x.id, y.id));
    this.load = new Map(leads.map(({ id, load }) => [id, load]));
    const byId = new Map(groups.map((group) => [group.id, group]));
    for (const { group: id, lead, coLead } of assignments) {
      const group = byId.get(id);
      for (const one of [lead, coLead]) if (one !== null && group) this.take(one, group);
    }
  }

  take(lead: string, { weekday, pattern = 0 }: Pick<MatchGroup, "weekday" | "pattern">): void {
    this.load.set(lead, (this.load.get(lead) ?? 0) - 1);
    this.taken.add(slotOf(lead, weekday, pattern));
  }

  /** The one for whom leading this group costs least, with the weeks in which they can; undefined when nobody is free. */
  findFor(group: LedGroup): FreeLead | undefined {
    let found: FreeLead | undefined;
    for (const lead of this.leads) {
      if ((this.load.get(lead.id) ?? 0) <= 0 || whyNotLead(lead, group)) continue;
      const pattern = this.freeWeeks(lead.id, group.weekday);
      if (pattern === undefined) continue;
      const cost = leadCost(lead, group);
      if (!found || cost < found.cost) found = { lead, pattern, cost };
    }
    return found;
  }

  private freeWeeks(lead: string, weekday: number): number | undefined {
    const free = PATTERNS.filter((weeks) => !this.taken.has(slotOf(lead, weekday, weeks)));
    return this.anyWeek && free.length < PATTERNS.length ? undefined : free[0];
  }
}

function slotOf(lead: string, weekday: number, pattern: number): string {
  return `${lead} ${weekday} ${pattern}`;
}
