import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { events } from "@/db/schema/events";
import { leadProfiles } from "@/db/schema/people";
import { aHub, anActor, TEST_NOW } from "@/db/testing/factories";
import { testContext } from "@/db/testing/test-context";
import { chooseWeekdays } from "./choose-weekdays";
import { weekdaysChosen } from "./events";
import { findOwnWeekdays } from "./queries/own-weekdays";

const t = testContext();

async function aLeadOfAHub() {
  const { id: hubId } = await aHub(t.db);
  return anActor(t.db, { role: "work_group_lead", hubId });
}

test("a lead says on which weekdays they can lead, and says otherwise later", async () => {
  const lead = await aLeadOfAHub();
  expect(await findOwnWeekdays(t.as(lead))).toBeUndefined();
  expect(await chooseWeekdays(t.as(lead), { days: ["1", "4"] })).toMatchObject({
    value: { weekdays: 0b10010 },
  });
  expect(await findOwnWeekdays(t.as(lead))).toEqual({ weekdays: 0b10010, saidAt: TEST_NOW });
  await chooseWeekdays(t.as(lead), { days: ["0"] });
  expect((await findOwnWeekdays(t.as(lead)))?.weekdays).toBe(0b00001);
  const told = await t.db
    .select({ payload: events.payload })
    .from(events)
    .where(and(eq(events.personId, lead.personId), eq(events.type, weekdaysChosen.type)))
    .orderBy(events.id);
  expect(told.map(({ payload }) => weekdaysChosen.tell(payload))).toEqual([
    "Said that they can lead groups on Tuesdays and Fridays",
    "Said that they can lead groups on Mondays",
  ]);
});

test("what else is known of the lead stays", async () => {
  const lead = await aLeadOfAHub();
  const { personId } = lead;
  await t.db
    .insert(leadProfiles)
    .values({ personId, designations: ["pd_lead"], daysOffered: 12, maximumKm: 30 });
  await chooseWeekdays(t.as(lead), { days: ["2"] });
  const [profile] = await t.db.select().from(leadProfiles).where(eq(leadProfiles.personId, personId));
  expect(profile).toMatchObject({
    designations: ["pd_lead"],
    daysOffered: 12,
    maximumKm: 30,
    weekdays: 0b00100,
  });
});

test("whoever leads no Work Groups is refused", async () => {
  const { id: hubId } = await aHub(t.db);
  const partner = await anActor(t.db, { role: "intensive_support_partner", hubId });
  expect(await chooseWeekdays(t.as(partner), { days: ["1"] })).toMatchObject({
    refusal: { code: "not_found" },
  });
});

test.each([
  ["no weekday at all", { weekdays: 0, weekdaysSaidAt: TEST_NOW }, "lead_profiles_weekdays_of_a_week"],
  ["a Saturday", { weekdays: 32, weekdaysSaidAt: TEST_NOW }, "lead_profiles_weekdays_of_a_week"],
  ["weekdays that nobody said", { weekdays: 1 }, "lead_profiles_weekdays_said_at"],
])("the database keeps out %s", async (_, values, constraint) => {
  const { personId } = await aLeadOfAHub();
  await expect(t.db.insert(leadProfiles).values({ personId, ...values })).rejects.toMatchObject({
    cause: { constraint },
  });
});
