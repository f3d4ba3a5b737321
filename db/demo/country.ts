import type { applications, headteacherAgreements, participants } from "@/db/schema/applications";
import type { events } from "@/db/schema/events";
import type { employments, grants, leadProfiles, people } from "@/db/schema/people";
import type { stagePeriods, stageRecommendations } from "@/db/schema/progression";
import type { caseGoals, caseSteps, caseVisits, referrals, supportCases } from "@/db/schema/referrals";
import type { attendances, workGroupLeads, workGroupSessions, workGroups } from "@/db/schema/workgroups";
import type { AcademicYear } from "@/lib/kernel/academic-year";
import type { IsoDate } from "@/lib/kernel/dates";
import { newId } from "@/lib/kernel/ids";
import type { InventedSchool } from "./invent-schools";
import { personName } from "./names";
import type { Chance } from "./random";
import type { Scale } from "./scale";

type Row<Table extends { $inferInsert: unknown }> = Table["$inferInsert"];

/** An offer as the generator needs it. */
export interface OfferFacts {
  readonly id: string;
  readonly slug: string;
  readonly code: string;
  readonly shortName: string;
  readonly academicYear: AcademicYear;
  readonly stage: "readiness" | "development" | "embedding" | "sustaining" | null;
  readonly ladderPhase: "primary" | "secondary" | null;
  readonly phase: string;
  readonly unit: "school" | "person";
  readonly opensOn: IsoDate;
  readonly closesOn: IsoDate;
  readonly minimumSchools: number;
  readonly maximumSchools: number;
  readonly commitmentText: string;
  readonly commitmentVersion: number;
}

export interface HubFacts {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly acceptsGuests: boolean;
  readonly neighbours: ReadonlySet<string>;
}

/** What is being invented, table by table, until it is written in one go. */
export interface Country {
  readonly day: IsoDate;
  readonly now: Date;
  readonly year: AcademicYear;
  readonly chance: Chance;
  readonly scale: Scale;
  readonly hubs: readonly HubFacts[];
  readonly offers: readonly OfferFacts[];
  readonly schools: readonly InventedSchool[];
  readonly people: Row<typeof people>[];
  readonly grants: Row<typeof grants>[];
  readonly employments: Row<typeof employments>[];
  readonly leadProfiles: Row<typeof leadProfiles>[];
  readonly stagePeriods: Row<typeof stagePeriods>[];
  readonly stageRecommendations: Row<typeof stageRecommendations>[];
  readonly workGroups: Row<typeof workGroups>[];
  readonly workGroupLeads: Row<typeof workGroupLeads>[];
  readonly sessions: Row<typeof workGroupSessions>[];
  readonly applications: Row<typeof applications>[];
  readonly agreements: Row<typeof headteacherAgreements>[];
  readonly participants: Row<typeof participants>[];
  readonly attendances: Row<typeof attendances>[];
  readonly referrals: Row<typeof referrals>[];
  readonly supportCases: Row<typeof supportCases>[];
  readonly caseSteps: Row<typeof caseSteps>[];
  readonly caseGoals: Row<typeof caseGoals>[];
  readonly caseVisits: Row<typeof caseVisits>[];
  readonly events: Row<typeof events>[];
  /** Who leads maths and who is the headteacher of a school. */
  readonly mathsLeads: Map<string, string>;
  readonly headteachers: Map<string, { id: string; name: string; email: string }>;
  /** The people who decide for a hub, by hub and role. */
  readonly hubStaff: Map<string, string>;
  /** The people who lead groups for a hub. */
  readonly leadsOfHub: Map<string, string[]>;
  readonly leadOfGroup: Map<string, string>;
  readonly schoolById: ReadonlyMap<string, InventedSchool>;
  /** The school that employs each lead. */
  readonly schoolOfLead: Map<string, string>;
}

/** Adds an invented person; the address is on a domain that cannot receive mail. */
export function addPerson(
  country: Country,
  domain: string,
  name = personName(country.chance),
): { id: string; name: string; email: string } {
  const id = newId();
  const number = country.people.length + 1;
  const email = `${name.toLowerCase().replace(/[^a-z]+/g, ".")}.${number}@${domain}.example`;
  country.people.push({ id, name, email, telephone: null, createdAt: country.now });
  return { id, name, email };
}

/** Puts a lead in charge of a group. */
export function addLeadTo(country: Country, lead: Row<typeof workGroupLeads>): void {
  country.workGroupLeads.push(lead);
  country.leadOfGroup.set(lead.workGroupId, lead.personId);
}
