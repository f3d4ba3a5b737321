import type { MatchApplication, MatchGroup, MatchInput } from "./match-input";
import type { LeftOut } from "./reasons";

/** An application as it is now, under its lock. */
export interface ApplicationNow {
  readonly decision: string;
  readonly placement: string;
}

/** What has changed since a run, of what a result rests on: its application, and the group where it is placed. */
export class Changes {
  private readonly before: Rows;
  private readonly after: Rows;

  /** `now` is the input that the same run would have today. */
  constructor(frozen: MatchInput, now: MatchInput) {
    this.before = rowsOf(frozen);
    this.after = rowsOf(now);
  }

  findChange(applicationId: string, workGroupId: string | null, state: ApplicationNow): LeftOut | undefined {
    if (state.decision === "withdrawn") return "withdrawn";
    if (state.decision !== "approved") return "decided_otherwise";
    const before = this.before.applications.get(applicationId);
    const after = this.after.applications.get(applicationId);
    if (before?.confirmedGroup && before.confirmedGroup !== after?.confirmedGroup) return "place_changed";
    if (!after || before?.confirmedGroup !== after.confirmedGroup) return "has_a_place";
    if (!before || !sameWishes(before, after)) return "wishes_changed";
    return workGroupId === null ? undefined : this.findGroupChange(before, workGroupId);
  }

  private findGroupChange(application: MatchApplication, workGroupId: string): LeftOut | undefined {
    const before = this.before.groups.get(workGroupId);
    const after = this.after.groups.get(workGroupId);
    if (!before || !after) return "group_closed";
    if (after.leadSchool === application.school) return "own_lead";
    return sameGroup(before, after, application) ? undefined : "group_changed";
  }
}

interface Rows {
  readonly applications: ReadonlyMap<string, MatchApplication>;
  readonly groups: ReadonlyMap<string, MatchGroup>;
}

function rowsOf({ applications, groups }: MatchInput): Rows {
  return {
    applications: new Map(applications.map((application) => [application.id, application])),
    groups: new Map(groups.map((group) => [group.id, group])),
  };
}

const wishes = [
  "tier",
  "impossibleDays",
  "preferredDays",
  "mode",
  "maximumKm",
  "neighbourHubs",
  "previousLead",
] as const satisfies readonly (keyof MatchApplication)[];

function sameWishes(a: MatchApplication, b: MatchApplication): boolean {
  return wishes.every((wish) => a[wish] === b[wish]);
}

const meeting = ["weekday", "online", "easting", "northing"] as const satisfies readonly (keyof MatchGroup)[];

/** The lead matters to a school that had one last year: its reason may name that. */
function sameGroup(a: MatchGroup, b: MatchGroup, { previousLead }: MatchApplication): boolean {
  return meeting.every((part) => a[part] === b[part]) && (previousLead === null || a.lead === b.lead);
}
