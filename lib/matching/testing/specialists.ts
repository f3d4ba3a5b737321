import { eq } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import { leadProfiles } from "@/db/schema/people";
import { establishments } from "@/db/schema/schools";
import { anEstablishment } from "@/db/testing/establishments";
import { anActor, anEmployment, anOffer, aProgramme, aSchool, TEST_NOW } from "@/db/testing/factories";
import { type HubToMatch, hubToMatch } from "./hub-to-match";

export const SPECIALIST = "primary_mastery_specialist";

/** A hub whose offer asks for specialists as leads. */
export async function hubForSpecialists(db: Queryable): Promise<HubToMatch> {
  const programme = await aProgramme(db, { leadRole: SPECIALIST });
  return { ...(await hubToMatch(db)), offerId: (await anOffer(db, { programmeId: programme.id })).id };
}

/** Somebody who leads for the hub, at a school so far east of those that are matched. */
export async function aSpecialist(
  db: Queryable,
  { hubId }: HubToMatch,
  {
    km = 4,
    days = 30,
    roles = [SPECIALIST],
    weekdays,
  }: { km?: number; days?: number; roles?: string[]; weekdays?: number } = {},
) {
  const person = await anActor(db, { role: "work_group_lead", hubId });
  const school = await aSchool(db, { hubId, easting: 430_000 + km * 1000, northing: 300_000 });
  await anEmployment(db, person.personId, school.id);
  await db.insert(leadProfiles).values({
    personId: person.personId,
    designations: roles,
    daysOffered: days,
    maximumKm: 30,
    ...(weekdays ? { weekdays, weekdaysSaidAt: TEST_NOW } : {}),
  });
  return person;
}

/** The postcode of the schools that are matched is in the register, so that a group can meet at one of them. */
export async function venueIsKnown(db: Queryable): Promise<void> {
  const urn = 990_001;
  const known = await db.$count(establishments, eq(establishments.urn, urn));
  if (known > 0) return;
  await anEstablishment(db, { urn, name: "Testham Register Primary School", postcode: "TE1 1ST" });
  await db
    .update(establishments)
    .set({ easting: 430_000, northing: 300_000 })
    .where(eq(establishments.urn, urn));
}
