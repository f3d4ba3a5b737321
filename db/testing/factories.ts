import type { Queryable } from "@/db/client";
import { applications, participants } from "@/db/schema/applications";
import { hubs } from "@/db/schema/hubs";
import { employments, grants, people } from "@/db/schema/people";
import { offers, programmes } from "@/db/schema/programmes";
import { organisations, organisationUrns } from "@/db/schema/schools";
import { workGroupLeads, workGroupSessions, workGroups } from "@/db/schema/workgroups";
import type { Grant, Role, UserActor } from "@/lib/access/actor";
import { newId, newReference } from "@/lib/kernel/ids";

/** The day on which tests take place unless they say otherwise: a Wednesday in term, windows open. */
export const TEST_DAY = "2026-05-13";
export const TEST_NOW = new Date("2026-05-13T09:00:00Z");

/** Processes that share a database, as browser tests do, count in ranges of their own, beyond the demonstration's. */
let serial = (Number(process.env.TEST_WORKER_INDEX ?? -1) + 1) * 2_000;

function next(): number {
  serial += 1;
  return serial;
}

type Values<Table extends { $inferInsert: unknown }> = Partial<Table["$inferInsert"]>;

async function one<Row>(rows: Promise<Row[]>): Promise<Row> {
  const [row] = await rows;
  if (!row) throw new Error("The factory's insert returned no row");
  return row;
}

export function aHub(db: Queryable, values: Values<typeof hubs> = {}) {
  const number = next();
  const code = `T${number}`;
  return one(
    db
      .insert(hubs)
      .values({
        code,
        slug: `test-hub-${number}`,
        name: `Test ${number} Maths Hub`,
        region: "North East",
        email: `hub${number}@hubs.example`,
        ...values,
      })
      .returning(),
  );
}

/** A state primary school of the hub, near the middle of England, with a URN above the demonstration's. */
export async function aSchool(db: Queryable, values: Values<typeof organisations> & { hubId: string }) {
  const number = next();
  const urn = values.urn ?? 905_000 + number;
  const school = await one(
    db
      .insert(organisations)
      .values({
        kind: "school",
        name: `Test ${number} Primary School`,
        urn,
        town: "Testham",
        postcode: "TE1 1ST",
        phases: ["primary"],
        stateFunded: true,
        easting: 430_000,
        northing: 300_000,
        pupils: 210,
        disadvantaged: 25,
        lowAge: 4,
        highAge: 11,
        ...values,
      })
      .returning(),
  );
  if (school.urn !== null)
    await db
      .insert(organisationUrns)
      .values({ organisationId: school.id, urn: school.urn, startedOn: "2015-09-01" });
  return school;
}

export function aPerson(db: Queryable, values: Values<typeof people> = {}) {
  const number = next();
  return one(
    db
      .insert(people)
      .values({ name: `Person ${number}`, email: `person${number}@schools.example`, ...values })
      .returning(),
  );
}

export interface GrantedRole {
  readonly role: Role;
  readonly hubId?: string;
  readonly organisationId?: string;
  readonly phase?: string;
}

/** Somebody who is signed in and holds these roles, as the database says it: the actor to put into a context. */
export async function anActor(db: Queryable, ...roles: GrantedRole[]): Promise<UserActor> {
  const person = await aPerson(db);
  const rows =
    roles.length === 0
      ? []
      : await db
          .insert(grants)
          .values(roles.map((granted) => ({ ...granted, personId: person.id, startedOn: "2020-09-01" })))
          .returning();
  return { kind: "user", personId: person.id, name: person.name, grants: rows.map(asGrant) };
}

function asGrant(row: typeof grants.$inferSelect): Grant {
  return {
    id: row.id,
    role: row.role,
    hubId: row.hubId,
    organisationId: row.organisationId,
    schoolIds: [],
    phase: row.phase,
    until: row.finishedOn,
  };
}

export async function anEmployment(db: Queryable, personId: string, organisationId: string) {
  return one(
    db.insert(employments).values({ personId, organisationId, startedOn: "2020-09-01" }).returning(),
  );
}

export function aProgramme(db: Queryable, values: Values<typeof programmes> = {}) {
  const number = next();
  return one(
    db
      .insert(programmes)
      .values({
        slug: `test-programme-${number}`,
        name: `Test programme ${number}`,
        shortName: `Test ${number}`,
        summary: "A programme for tests.",
        phase: "primary",
        format: "work_group",
        unit: "school",
        strand: "other",
        position: number,
        ...values,
      })
      .returning(),
  );
}

/** An offer for 2026/27 whose window is open on TEST_DAY. Makes its programme unless one is given. */
export async function anOffer(db: Queryable, values: Values<typeof offers> = {}) {
  const programmeId = values.programmeId ?? (await aProgramme(db)).id;
  const number = next();
  return one(
    db
      .insert(offers)
      .values({
        academicYear: 2026,
        code: `NCP26-T${number}`,
        audience: "Two teachers, one of them the maths lead",
        commitment: "Six half days and a visit each term",
        funding: "Free",
        opensOn: "2026-03-02",
        closesOn: "2026-06-26",
        decisionsOn: "2026-07-03",
        startsOn: "2026-09-01",
        endsOn: "2027-07-23",
        allocation: "disadvantage",
        minimumSchools: 4,
        maximumSchools: 8,
        minimumParticipants: 1,
        maximumParticipants: 2,
        commitmentText: "The school releases its participants for every session.",
        ...values,
        programmeId,
      })
      .returning(),
  );
}

export interface ApplicationOf {
  readonly organisationId: string;
  readonly offerId: string;
  readonly hubId: string;
}

/** A submitted application unless `decision` says otherwise. */
export async function anApplication(db: Queryable, values: Values<typeof applications> & ApplicationOf) {
  const startedBy = values.startedBy ?? (await aPerson(db)).id;
  return one(
    db
      .insert(applications)
      .values({
        reference: newReference(),
        decision: "submitted",
        startedAt: TEST_NOW,
        submittedAt: TEST_NOW,
        promisedOn: "2026-06-05",
        wishesSaved: true,
        placementReason: values.placement ? "The group is near the school." : null,
        ...values,
        startedBy,
      })
      .returning(),
  );
}

export async function aParticipant(db: Queryable, applicationId: string, personId?: string) {
  return one(
    db
      .insert(participants)
      .values({ applicationId, personId: personId ?? (await aPerson(db)).id, addedAt: TEST_NOW })
      .returning(),
  );
}

/** A recruiting face-to-face group on a Tuesday with room for `maximumSchools`. */
export function aWorkGroup(
  db: Queryable,
  values: Values<typeof workGroups> & { offerId: string; hubId: string },
) {
  const number = next();
  return one(
    db
      .insert(workGroups)
      .values({
        code: `G${number}`,
        name: `Group ${number}`,
        status: "recruiting",
        online: false,
        venueName: "Testham Teaching Centre",
        venuePostcode: "TE1 2ND",
        easting: 433_000,
        northing: 304_000,
        weekday: 1,
        minimumSchools: 2,
        maximumSchools: 6,
        createdAt: TEST_NOW,
        ...values,
      })
      .returning(),
  );
}

export async function aLead(db: Queryable, workGroupId: string, personId: string) {
  return one(
    db.insert(workGroupLeads).values({ workGroupId, personId, startedOn: "2026-04-01" }).returning(),
  );
}

export function aSession(db: Queryable, values: Values<typeof workGroupSessions> & { workGroupId: string }) {
  return one(
    db
      .insert(workGroupSessions)
      .values({
        number: 1,
        title: "Workshop 1",
        heldOn: "2026-10-06",
        startsAt: "13:30",
        endsAt: "15:30",
        online: false,
        venueName: "Testham Teaching Centre",
        venuePostcode: "TE1 2ND",
        ...values,
      })
      .returning(),
  );
}

/** An id that belongs to nothing. */
export function nobodysId(): string {
  return newId();
}
