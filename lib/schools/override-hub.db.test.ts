import { and, desc, eq, isNull } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Queryable } from "@/db/client";
import { events } from "@/db/schema/events";
import { localAuthorities } from "@/db/schema/hubs";
import { hubOverrides, organisationReviews, organisations } from "@/db/schema/schools";
import { aHub, anActor, aSchool, TEST_DAY, TEST_NOW } from "@/db/testing/factories";
import { type FreshDatabase, freshDatabase } from "@/db/testing/fresh-database";
import { testContext } from "@/db/testing/test-context";
import { endOverride } from "./end-override";
import { overrideHubInput } from "./input";
import { overrideHub } from "./override-hub";
import { getSchoolRecord } from "./queries/school-record";

const reason = "Its head works with the other hub";

/** A school of a hub's authority, the hub's lead, and another hub with its lead. */
async function aSchoolBetweenHubs(db: Queryable) {
  const [hub, other] = [await aHub(db), await aHub(db)];
  const [authority] = await db
    .insert(localAuthorities)
    .values({ code: hub.code, name: "Testshire", region: "North East", hubId: hub.id })
    .returning();
  const school = await aSchool(db, { hubId: hub.id, laCode: authority?.code });
  return {
    school,
    hub,
    other,
    lead: await anActor(db, { role: "hub_lead", hubId: hub.id }),
    otherLead: await anActor(db, { role: "hub_lead", hubId: other.id }),
    national: await anActor(db, { role: "national_team" }),
    move: { organisationId: school.id, hubId: other.id, seenHubId: hub.id, reason },
  };
}
type Between = Awaited<ReturnType<typeof aSchoolBetweenHubs>>;

const refusal = (code: string) => ({ ok: false, refusal: { code } });

describe("moving a school to another hub", () => {
  const t = testContext();
  let given: Between;
  beforeEach(async () => {
    given = await aSchoolBetweenHubs(t.db);
  });

  async function hubNow(): Promise<string | null | undefined> {
    const [row] = await t.db.select().from(organisations).where(eq(organisations.id, given.school.id));
    return row?.hubId;
  }
  const lastEvent = async () =>
    (await t.db.select().from(events).orderBy(desc(events.id)).limit(1)).map(({ type, payload }) => ({
      type,
      payload,
    }))[0];

  test("keeps who, why and since, and tells it on the timeline", async () => {
    expect(await overrideHub(t.as(given.lead), given.move)).toMatchObject({ ok: true });
    expect(await hubNow()).toBe(given.other.id);
    expect(await t.db.select().from(hubOverrides)).toMatchObject([
      { hubId: given.other.id, reason, setBy: given.lead.personId, startedOn: TEST_DAY, finishedOn: null },
    ]);
    expect(await lastEvent()).toEqual({
      type: "organisation.hub_override_set",
      payload: { hub: given.other.name, reason },
    });
  });

  test("may be followed by a move to a third: one holds, the other is finished", async () => {
    const third = await aHub(t.db);
    await overrideHub(t.as(given.lead), given.move);
    const further = { ...given.move, hubId: third.id, seenHubId: given.other.id };
    expect(await overrideHub(t.as(given.otherLead), further)).toMatchObject({ ok: true });
    const rows = await t.db.select().from(hubOverrides).where(isNull(hubOverrides.finishedOn));
    expect(rows).toMatchObject([{ hubId: third.id }]);
  });

  test("is refused where it says nothing, or where the school has been moved meanwhile", async () => {
    const { lead, national, hub, move } = given;
    expect(await overrideHub(t.as(lead), { ...move, hubId: hub.id })).toEqual(refusal("same_hub"));
    await overrideHub(t.as(lead), move);
    expect(await overrideHub(t.as(national), { ...move, hubId: hub.id })).toEqual(refusal("moved_meanwhile"));
    const home = { ...move, hubId: hub.id, seenHubId: move.hubId };
    expect(await overrideHub(t.as(national), home)).toEqual(refusal("authority_hub"));
  });

  test("gives a school without a hub one, which answers the review", async () => {
    await t.db
      .update(organisations)
      .set({ hubId: null, laCode: null })
      .where(eq(organisations.id, given.school.id));
    await t.db.insert(organisationReviews).values({
      kind: "unknown_la",
      urns: [given.school.urn ?? 0],
      detail: "No hub looks after it.",
      raisedAt: TEST_NOW,
    });
    const move = { ...given.move, seenHubId: null };
    expect(await overrideHub(t.as(given.national), move)).toMatchObject({ ok: true });
    expect(await t.db.$count(organisationReviews, isNull(organisationReviews.resolvedAt))).toBe(0);
    expect(await endOverride(t.as(given.national), move)).toEqual(refusal("no_authority"));
  });

  test("ends: the school is back with its authority's hub, once", async () => {
    await overrideHub(t.as(given.lead), given.move);
    const { school, lead, hub, other } = given;
    expect(await endOverride(t.as(lead), { organisationId: school.id })).toMatchObject({ ok: true });
    expect(await hubNow()).toBe(hub.id);
    expect(await lastEvent()).toEqual({
      type: "organisation.hub_override_ended",
      payload: { hub: other.name, backTo: hub.name },
    });
    expect(await endOverride(t.as(lead), { organisationId: school.id })).toEqual(refusal("already_ended"));
  });

  test("leaves the record open to the hub that gave the school away, and to no third", async () => {
    await overrideHub(t.as(given.lead), given.move);
    const third = await anActor(t.db, { role: "hub_lead", hubId: (await aHub(t.db)).id });
    const record = (actor: Between["lead"]) => getSchoolRecord(t.as(actor), given.school.id);
    expect(await record(given.lead)).toMatchObject({ may: { move: false, endMove: true } });
    expect(await record(given.otherLead)).toMatchObject({ may: { move: true, endMove: true } });
    expect(await record(third)).toBeUndefined();
  });

  test("asks for a hub and a reason in words that say what to do", () => {
    const { error } = overrideHubInput.safeParse({ ...given.move, hubId: "", reason: " no " });
    expect(error?.issues.map(({ message }) => message)).toEqual([
      "Choose the hub that the school moves to",
      "Say in a sentence why the school moves",
    ]);
  });
});

describe("two at once", () => {
  let fresh: FreshDatabase;
  beforeAll(async () => {
    fresh = await freshDatabase({ connections: 4 });
  });
  afterAll(() => fresh.drop());

  test("move a school to two hubs: one does, the other is told", async () => {
    const given = await aSchoolBetweenHubs(fresh.db);
    const third = await aHub(fresh.db);
    const answers = await Promise.all([
      overrideHub(fresh.as(given.national), given.move),
      overrideHub(fresh.as(given.national), { ...given.move, hubId: third.id }),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers).toContainEqual(refusal("moved_meanwhile"));
    const [row] = await fresh.db
      .select({ hubId: organisations.hubId, override: hubOverrides.hubId })
      .from(organisations)
      .innerJoin(
        hubOverrides,
        and(eq(hubOverrides.organisationId, organisations.id), isNull(hubOverrides.finishedOn)),
      )
      .where(eq(organisations.id, given.school.id));
    expect(row?.hubId).toBe(row?.override);
  });
});
