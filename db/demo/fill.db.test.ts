import { and, eq, inArray } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { applications } from "@/db/schema/applications";
import { demonstrationPersonas, grants } from "@/db/schema/people";
import { referrals, supportCases } from "@/db/schema/referrals";
import { type FreshDatabase, freshDatabase } from "@/db/testing/fresh-database";
import { fillDemonstration } from "./fill";
import { demonstrationScale } from "./scale";

/** In the holidays, when the groups of a year have ended: a day on which somebody was missing once. */
const SUMMER = new Date("2027-07-25T10:00:00Z");
let fresh: FreshDatabase;

beforeAll(async () => {
  fresh = await freshDatabase({ connections: 1 });
});
afterAll(() => fresh.drop());

test("the demonstration has everybody to be, and something for each to do, on a day in the holidays too", {
  timeout: 120_000,
}, async () => {
  const { db } = fresh;
  await db.transaction((tx) => fillDemonstration(tx, SUMMER, demonstrationScale));
  const personas = await db.select().from(demonstrationPersonas);
  expect(new Set(personas.map(({ personId }) => personId)).size).toBe(16);

  const ids = personas.map(({ personId }) => personId);
  const held = await db.select().from(grants).where(inArray(grants.personId, ids));
  const hubId = held.find(({ role }) => role === "hub_lead")?.hubId ?? "";
  const count = {
    toDecide: await db.$count(
      applications,
      and(eq(applications.hubId, hubId), eq(applications.decision, "submitted")),
    ),
    toTriage: await db.$count(referrals, and(eq(referrals.hubId, hubId), eq(referrals.status, "raised"))),
    ofThePartner: await db.$count(supportCases, inArray(supportCases.partnerId, ids)),
    placesToAnswer: await db.$count(
      applications,
      and(eq(applications.hubId, hubId), eq(applications.placement, "offered")),
    ),
  };
  for (const [what, number] of Object.entries(count)) expect(number, what).toBeGreaterThan(0);
});
