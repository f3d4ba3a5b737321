import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { workGroupSessions, workGroups } from "@/db/schema/workgroups";
import { anActor, anOffer, aProgramme, aSession, nobodysId } from "@/db/testing/factories";
import { testContext } from "@/db/testing/test-context";
import { createWorkGroup } from "./create-work-group";
import { editWorkGroup } from "./edit-work-group";
import { openWorkGroup } from "./open-work-group";
import { planSessions } from "./plan-sessions";
import { eventsOf, type GroupInAHub, groupInAHub } from "./testing/group-in-a-hub";

const t = testContext();
let hub: GroupInAHub;

beforeEach(async () => {
  hub = await groupInAHub(t.db);
});

const facts = {
  name: "Fernley Tuesday",
  meets: "face_to_face",
  venueName: "Fernley Teaching Centre",
  venuePostcode: "ls63pn",
  weekday: 1,
  weekPattern: "every",
  minimumSchools: 2,
  maximumSchools: 6,
  whatToPrepare: "",
} as const;
const online = { ...facts, meets: "online", venueName: "", venuePostcode: "" } as const;

async function findGroup(id: string) {
  const [row] = await t.db.select().from(workGroups).where(eq(workGroups.id, id));
  if (!row) throw new Error("There is no such group");
  return row;
}

describe("planning a group", () => {
  const about = () => ({ hubId: hub.hubId, offerId: hub.offerId, leadId: undefined });

  test("finds the venue by its postcode, gives the next code, and is planned", async () => {
    const answer = await createWorkGroup(t.as(hub.assistant), { ...about(), ...facts });
    if (!answer.ok) throw new Error(answer.refusal.code);
    const group = await findGroup(answer.value.workGroupId);
    expect(group).toMatchObject({ status: "planned", online: false, venuePostcode: "LS6 3PN", version: 1 });
    expect(group.easting).toBeGreaterThan(420_000);
    expect(group.northing).toBeGreaterThan(430_000);
    expect(await eventsOf(t.db, group.id)).toEqual(["work_group.planned"]);
    const second = await createWorkGroup(t.as(hub.assistant), { ...about(), ...facts });
    if (!second.ok) throw new Error(second.refusal.code);
    expect((await findGroup(second.value.workGroupId)).code).not.toBe(group.code);
  });

  test("online has no venue, whatever was typed", async () => {
    const answer = await createWorkGroup(t.as(hub.assistant), {
      ...about(),
      ...online,
      venueName: "Left over",
      venuePostcode: "LS6 3PN",
    });
    if (!answer.ok) throw new Error(answer.refusal.code);
    expect(await findGroup(answer.value.workGroupId)).toMatchObject({
      online: true,
      venueName: null,
      venuePostcode: null,
      easting: null,
    });
  });

  test("with a lead writes both, or nothing when the lead is not one", async () => {
    const answer = await createWorkGroup(t.as(hub.assistant), {
      ...about(),
      ...online,
      leadId: hub.lead.personId,
    });
    if (!answer.ok) throw new Error(answer.refusal.code);
    expect(await eventsOf(t.db, answer.value.workGroupId)).toEqual([
      "work_group.planned",
      "work_group.lead_assigned",
    ]);
    const before = await t.db.$count(workGroups);
    const refused = await createWorkGroup(t.as(hub.assistant), {
      ...about(),
      ...online,
      leadId: hub.assistant.personId,
    });
    expect(refused).toMatchObject({ refusal: { code: "not_a_lead" } });
    expect(await t.db.$count(workGroups)).toBe(before);
  });

  test("is refused for an unknown postcode, a programme that is over, and one that nobody publishes", async () => {
    const attempt = (change: object) =>
      createWorkGroup(t.as(hub.assistant), { ...about(), ...facts, ...change });
    expect(await attempt({ venuePostcode: "ZZ9 9ZZ" })).toMatchObject({
      refusal: { code: "unknown_postcode" },
    });
    const over = await anOffer(t.db, {
      opensOn: "2024-03-01",
      closesOn: "2024-06-01",
      decisionsOn: "2024-06-30",
      startsOn: "2024-09-01",
      endsOn: "2025-07-20",
      academicYear: 2024,
    });
    expect(await attempt({ offerId: over.id })).toMatchObject({ refusal: { code: "offer_over" } });
    const hidden = await anOffer(t.db, { published: false });
    expect(await attempt({ offerId: hidden.id })).toMatchObject({ refusal: { code: "not_found" } });
  });

  test("is for those who decide in this hub and phase", async () => {
    const secondary = await anOffer(t.db, {
      programmeId: (await aProgramme(t.db, { phase: "secondary" })).id,
    });
    const others = [
      hub.manager,
      await anActor(t.db, { role: "hub_lead", hubId: (await groupInAHub(t.db)).hubId }),
    ];
    for (const actor of others)
      expect(await createWorkGroup(t.as(actor), { ...about(), ...facts })).toMatchObject({
        refusal: { code: "not_found" },
      });
    expect(
      await createWorkGroup(t.as(hub.assistant), { ...about(), ...facts, offerId: secondary.id }),
    ).toMatchObject({ refusal: { code: "not_found" } });
  });
});

describe("changing a group", () => {
  const edit = (change: object) =>
    editWorkGroup(t.as(hub.manager), { workGroupId: hub.groupId, version: 1, ...facts, ...change });

  test("says what changed and takes the sessions to the new venue, in every calendar", async () => {
    const moved = await aSession(t.db, { workGroupId: hub.groupId, number: 1 });
    const elsewhere = await aSession(t.db, { workGroupId: hub.groupId, number: 2, venueName: "The zoo" });
    expect((await edit({})).ok).toBe(true);
    expect(await findGroup(hub.groupId)).toMatchObject({ venueName: "Fernley Teaching Centre", version: 2 });
    const rows = await t.db
      .select()
      .from(workGroupSessions)
      .where(eq(workGroupSessions.workGroupId, hub.groupId))
      .orderBy(workGroupSessions.number);
    expect(rows).toMatchObject([
      { id: moved.id, venueName: "Fernley Teaching Centre", venuePostcode: "LS6 3PN", sequence: 1 },
      { id: elsewhere.id, venueName: "The zoo", sequence: 0 },
    ]);
    expect(await eventsOf(t.db, hub.groupId)).toEqual(["work_group.edited"]);
  });

  test("without a change leaves no event", async () => {
    await edit({});
    expect((await edit({ version: 2 })).ok).toBe(true);
    expect(await eventsOf(t.db, hub.groupId)).toEqual(["work_group.edited"]);
  });

  test("keeps day and venue once a school holds a place, and never goes below the places", async () => {
    await hub.place("offered");
    await hub.place("accepted");
    expect(await edit({})).toMatchObject({ refusal: { code: "places_held" } });
    const same = { ...facts, venueName: "Testham Teaching Centre", venuePostcode: hub.venuePostcode };
    expect(await edit({ ...same, minimumSchools: 1, maximumSchools: 1 })).toMatchObject({
      refusal: { code: "maximum_below_places", detail: { held: 2 } },
    });
    expect((await edit({ ...same, name: "Fernley Tuesdays" })).ok).toBe(true);
  });

  test("is refused to who saw an older version, for an unknown postcode, when it is over, and to strangers", async () => {
    expect(await edit({ version: 7 })).toMatchObject({ refusal: { code: "changed_meanwhile" } });
    expect(await edit({ venuePostcode: "ZZ9 9ZZ" })).toMatchObject({ refusal: { code: "unknown_postcode" } });
    expect(await edit({ workGroupId: nobodysId() })).toMatchObject({ refusal: { code: "not_found" } });
    await hub.set({ status: "finished" });
    expect(await edit({})).toMatchObject({ refusal: { code: "wrong_status" } });
    const stranger = await anActor(t.db, { role: "work_group_lead", hubId: hub.hubId });
    expect(
      await editWorkGroup(t.as(stranger), { workGroupId: hub.groupId, version: 1, ...facts }),
    ).toMatchObject({ refusal: { code: "not_found" } });
  });
});

describe("planning the sessions", () => {
  const dates = (...heldOn: string[]) =>
    heldOn.map((date) => ({ heldOn: date, startsAt: "13:30", endsAt: "15:30", title: "" }));
  const plan = (...heldOn: string[]) =>
    planSessions(t.as(hub.manager), { workGroupId: hub.groupId, sessions: dates(...heldOn) });

  test("numbers them, gives them the group's venue, and replaces the ones before", async () => {
    await plan("2026-10-06", "2026-11-10", "2026-12-08");
    expect((await plan("2026-10-13", "2026-11-17")).ok).toBe(true);
    const rows = await t.db
      .select()
      .from(workGroupSessions)
      .where(eq(workGroupSessions.workGroupId, hub.groupId))
      .orderBy(workGroupSessions.number);
    expect(rows).toMatchObject([
      { number: 1, title: "Session 1", heldOn: "2026-10-13", venueName: "Testham Teaching Centre" },
      { number: 2, title: "Session 2", heldOn: "2026-11-17", sequence: 0 },
    ]);
    expect(await eventsOf(t.db, hub.groupId)).toEqual([
      "work_group.sessions_planned",
      "work_group.sessions_planned",
    ]);
  });

  test("is refused once a school was told the dates, once the group runs, and to strangers", async () => {
    expect(
      await planSessions(t.as(hub.lead), { workGroupId: hub.groupId, sessions: dates("2026-10-06") }),
    ).toMatchObject({ refusal: { code: "not_found" } });
    await hub.place("offered");
    expect(await plan("2026-10-06")).toMatchObject({ refusal: { code: "places_held" } });
    await hub.set({ status: "running" });
    expect(await plan("2026-10-06")).toMatchObject({ refusal: { code: "wrong_status" } });
  });
});

describe("opening for matching", () => {
  const open = () => openWorkGroup(t.as(hub.assistant), { workGroupId: hub.groupId });

  test("lets the match place schools in it", async () => {
    await hub.set({ status: "planned" });
    await aSession(t.db, { workGroupId: hub.groupId });
    expect((await open()).ok).toBe(true);
    expect(await findGroup(hub.groupId)).toMatchObject({ status: "recruiting", version: 2 });
    expect(await eventsOf(t.db, hub.groupId)).toEqual(["work_group.opened"]);
  });

  test("needs dates, happens once, and is not the project manager's", async () => {
    await hub.set({ status: "planned" });
    expect(await open()).toMatchObject({ refusal: { code: "no_sessions" } });
    const session = await aSession(t.db, { workGroupId: hub.groupId });
    await t.db
      .update(workGroupSessions)
      .set({ cancelledAt: new Date(0) })
      .where(eq(workGroupSessions.id, session.id));
    expect(await open()).toMatchObject({ refusal: { code: "no_sessions" } });
    await hub.set({ status: "recruiting" });
    expect(await open()).toMatchObject({ refusal: { code: "wrong_status" } });
    expect(await openWorkGroup(t.as(hub.manager), { workGroupId: hub.groupId })).toMatchObject({
      refusal: { code: "not_found" },
    });
  });
});
