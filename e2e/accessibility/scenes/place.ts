import { aHub, anActor, aSchool, type GrantedRole } from "@/db/testing/factories";
import type { UserActor } from "@/lib/access/actor";
import type { SchoolInAGroup } from "@/lib/progression/testing/school-in-a-group";
import type { Given } from "../../fixtures/given";

/** What the school of each is about, so that none stands in the way of another. */
const names = [
  "quiet",
  "started",
  "filled",
  "sent",
  "withHub",
  "approved",
  "withdrawn",
  "offered",
  "placed",
  "waiting",
  "asked",
  "agreed",
  "unassigned",
  "supported",
  "closed",
] as const;
export type SchoolName = (typeof names)[number];

/** Where a scene takes place: a hub, a school for each thing that may go on, and who works there. */
export interface Place {
  readonly hubId: string;
  readonly hubCode: string;
  readonly schools: Readonly<Record<SchoolName, string>>;
  /** The maths lead of all the schools. */
  readonly school: UserActor;
  /** Decides for the hub. */
  readonly decider: UserActor;
  readonly partner: UserActor;
  /** Leads, supports and decides for a hub in which nothing has happened yet. */
  readonly newcomer: UserActor;
  /** Of the national team. */
  readonly national: UserActor;
}

export async function makePlace({ db }: Given, progress: readonly SchoolInAGroup[]): Promise<Place> {
  const hub = await aHub(db);
  const schools: Partial<Record<SchoolName, string>> = {};
  for (const name of names) schools[name] = (await aSchool(db, { hubId: hub.id })).id;
  const organisationIds = [
    ...Object.values(schools),
    ...progress.map(({ organisationId }) => organisationId),
  ];
  const maths: GrantedRole[] = organisationIds.map((organisationId) => ({
    role: "school_maths_lead",
    organisationId,
  }));
  const elsewhere = await aHub(db);
  const others = [...new Set(progress.map(({ hubId }) => hubId))];
  return {
    hubId: hub.id,
    hubCode: hub.code,
    schools: schools as Record<SchoolName, string>,
    school: await anActor(db, ...maths),
    decider: await anActor(db, ...[hub.id, ...others].map((hubId) => ({ role: "hub_lead" as const, hubId }))),
    partner: await anActor(db, { role: "intensive_support_partner", hubId: hub.id }),
    national: await anActor(db, { role: "national_team" }),
    newcomer: await anActor(
      db,
      ...(["hub_lead", "work_group_lead", "intensive_support_partner"] as const).map((role) => ({
        role,
        hubId: elsewhere.id,
      })),
    ),
  };
}
