import type { PolicyNumbers } from "./policy-numbers";

/** How a school wants to meet, or will. */
export type Mode = "either" | "face_to_face" | "online";

/** A place on the Ordnance Survey National Grid in whole metres; null where the register knows none. */
export interface Place {
  readonly easting: number | null;
  readonly northing: number | null;
}

export interface MatchHub {
  readonly id: string;
  readonly neighbours: readonly string[];
}

export interface MatchSchool extends Place {
  readonly id: string;
  readonly hub: string;
}

export interface MatchApplication {
  readonly id: string;
  readonly school: string;
  /** Programme, stage, theme and year in one: only groups of the same offer are looked at. */
  readonly offer: string;
  /** 0 is placed before 1, 1 before 2. */
  readonly tier: number;
  /** Decides between results that are equally good in everything else, the smaller first: such as the moment of submission. */
  readonly precedence: string;
  /** Bit 0 = Monday … bit 4 = Friday. */
  readonly impossibleDays: number;
  readonly preferredDays: number;
  readonly mode: Mode;
  readonly maximumKm: number;
  readonly neighbourHubs: boolean;
  /** People it would send; one when not given. */
  readonly participants?: number;
  readonly previousLead: string | null;
  /** A person has put the application in this group: it stays there whatever its wishes. */
  readonly pinnedGroup: string | null;
  /** A person keeps the application out of these groups. */
  readonly keptOutOf?: readonly string[];
  /** It has a confirmed place here: it never loses a place, and moves only when that is worth the price of a move. */
  readonly confirmedGroup: string | null;
}

export interface MatchGroup extends Place {
  readonly id: string;
  readonly offer: string;
  readonly hub: string;
  /** 0 = Monday … 4 = Friday. */
  readonly weekday: number;
  readonly online: boolean;
  /** Schools that can still be placed. */
  readonly capacity: number;
  /** People it can take, beside the limit of schools; any number when not given. */
  readonly participantLimit?: number;
  /** Schools it needs to run; any number will do when not given. */
  readonly minimum?: number;
  /** A person has decided that it runs, whatever comes. */
  readonly keptOpen?: boolean;
  /** Schools that hold a place there already, beside the capacity: they count among those it needs. */
  readonly held: number;
  readonly lead: string | null;
  /** The school the lead works at. */
  readonly leadSchool: string | null;
  /** The role that a lead of its programme needs. */
  readonly role?: string;
  /** The weeks it meets in: two groups of a weekday and a pattern meet at the same time. */
  readonly pattern?: number;
  readonly wantsCoLead?: boolean;
  /** Schools that hold a place there already, where a lead is looked for: nobody leads their own. */
  readonly heldBy?: readonly string[];
  /** Whether schools of neighbouring hubs are welcome. */
  readonly acceptsGuests: boolean;
}

/** When a group meets: a weekday with a week pattern, of which 0 is any week. */
export interface MeetingTime {
  readonly weekday: number;
  readonly pattern: number;
}

/** Somebody who can lead Work Groups. */
export interface MatchLead extends Place {
  readonly id: string;
  readonly hub: string;
  /** The school they work at. */
  readonly school: string | null;
  readonly roles: readonly string[];
  /** Bit 0 = Monday … bit 4 = Friday. */
  readonly days: number;
  /** Groups they can lead in all. */
  readonly load: number;
  /** The hubs whose groups they lead. */
  readonly hubs: readonly string[];
  readonly maximumKm: number;
  /** Further schools they work at. */
  readonly otherSchools?: readonly string[];
  /** When they lead groups already, beside those of the input. */
  readonly busy?: readonly MeetingTime[];
  /** Days of the year that no group takes yet; null where nobody has said how many they offer. */
  readonly daysLeft?: number | null;
}

/** How large new groups of the offer are, how they may meet and who leads them. */
export interface GroupNorm {
  readonly minimum: number;
  readonly capacity: number;
  readonly role: string;
  /** Any way when not given. */
  readonly meets?: Mode;
}

/** All that a match run is computed from: plain values, stored with the run so that it can be computed again. */
export interface MatchInput {
  readonly policy: PolicyNumbers;
  readonly hubs: readonly MatchHub[];
  readonly schools: readonly MatchSchool[];
  readonly groups: readonly MatchGroup[];
  readonly applications: readonly MatchApplication[];
  /** Who may lead the groups; where leads are not matched there are none. */
  readonly leads?: readonly MatchLead[];
  /** What new groups would be like; where none are proposed there is none. */
  readonly norm?: GroupNorm;
  /** Whether equally good placements are chosen among for the leads' sake. Runs from before this was done do not say so. */
  readonly suitsLeads?: boolean;
  /** Whether those who wait are told what their hub could do. Runs from before this was done do not say so. */
  readonly tellsHubChanges?: boolean;
  /** Matched by the national team for all hubs together, and not by one of them. */
  readonly overAllHubs?: true;
}
