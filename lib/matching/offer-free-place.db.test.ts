import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { applications } from "@/db/schema/applications";
import { events } from "@/db/schema/events";
import { anActor } from "@/db/testing/factories";
import { type FreshDatabase, freshDatabase } from "@/db/testing/fresh-database";
import { declinePlace } from "@/lib/applications/decline-place";
import { findNextSchool } from "./find-next-school";
import { offerFreePlace } from "./offer-free-place";
import { aGroupAt, anApproved, type HubToMatch, hubToMatch } from "./testing/hub-to-match";

const BY = "2026-06-01";
let fresh: FreshDatabase;
let hub: HubToMatch;

beforeAll(async () => {
  fresh = await freshDatabase({ connections: 8 });
});
afterAll(() => fresh.drop());
beforeEach(async () => {
  hub = await hubToMatch(fresh.db);
});

const rowOf = async (id: string) =>
  (await fresh.db.select().from(applications).where(eq(applications.id, id)))[0];

/** A group of one place with a school in it, and two schools that wait, the second of a higher priority. */
async function oneHeldTwoWaiting() {
  const group = await aGroupAt(fresh.db, hub, { km: 5, maximumSchools: 1 });
  const holder = await anApproved(fresh.db, hub, { tier: 0 });
  const next = await findNextSchool(fresh.as(hub.assistant), group);
  expect(next?.applicationId).toBe(holder.id);
  const offered = { workGroupId: group.id, applicationId: holder.id, answerBy: BY };
  expect((await offerFreePlace(fresh.as(hub.assistant), offered)).ok).toBe(true);
  const later = await anApproved(fresh.db, hub, { tier: 2 });
  const first = await anApproved(fresh.db, hub, { tier: 1 });
  return { group, holder, later, first };
}

describe("a place that comes free", () => {
  test("goes to the school whose turn it is, with a date, a reason and an event", async () => {
    const { group, holder, later, first } = await oneHeldTwoWaiting();
    const offer = (applicationId: string) =>
      offerFreePlace(fresh.as(hub.assistant), { workGroupId: group.id, applicationId, answerBy: BY });
    expect(await offer(first.id)).toMatchObject({ refusal: { code: "no_free_place" } });
    const declined = await declinePlace(fresh.as(holder.lead), {
      applicationId: holder.id,
      workGroupId: group.id,
      reason: "day",
    });
    expect(declined.ok).toBe(true);
    expect(await offer(later.id)).toMatchObject({ refusal: { code: "next_changed" } });
    expect(await offer(first.id)).toEqual({
      ok: true,
      value: { workGroupId: group.id, applicationId: first.id },
    });
    expect(await rowOf(first.id)).toMatchObject({
      placement: "offered",
      workGroupId: group.id,
      answerBy: BY,
      placementReason: "It is the one group that is open to you: 5.0 km away, on Tuesdays.",
      placementExplanation: { kind: "placed", decidedBy: "match", runId: null, km: 5 },
    });
    expect(await rowOf(later.id)).toMatchObject({ placement: "unplaced" });
    const told = await fresh.db.select().from(events).where(eq(events.applicationId, first.id));
    expect(told.map(({ type }) => type)).toEqual(
      expect.arrayContaining(["application.place_offered", "free_place.offered"]),
    );
  });

  test("goes to nobody when nobody can come", async () => {
    const group = await aGroupAt(fresh.db, hub, { km: 5, weekday: 4 });
    const one = await anApproved(fresh.db, hub, { impossibleDays: 0b10000 });
    expect(await findNextSchool(fresh.as(hub.assistant), group)).toBeUndefined();
    const offered = { workGroupId: group.id, applicationId: one.id, answerBy: BY };
    expect(await offerFreePlace(fresh.as(hub.assistant), offered)).toMatchObject({
      refusal: { code: "nobody_next" },
    });
  });

  test("needs a date to come, and somebody who decides in the hub", async () => {
    const group = await aGroupAt(fresh.db, hub, { km: 5 });
    const one = await anApproved(fresh.db, hub);
    const offered = { workGroupId: group.id, applicationId: one.id, answerBy: "2020-01-01" };
    expect(await offerFreePlace(fresh.as(hub.assistant), offered)).toMatchObject({
      refusal: { code: "answer_by_past" },
    });
    const manager = await anActor(fresh.db, { role: "project_manager", hubId: hub.hubId });
    expect(await offerFreePlace(fresh.as(manager), { ...offered, answerBy: BY })).toMatchObject({
      refusal: { code: "not_found" },
    });
  });

  test("is offered once when two people press at once", async () => {
    const group = await aGroupAt(fresh.db, hub, { km: 5, maximumSchools: 1 });
    const one = await anApproved(fresh.db, hub);
    const offered = { workGroupId: group.id, applicationId: one.id, answerBy: BY };
    const answers = await Promise.all([1, 2].map(() => offerFreePlace(fresh.as(hub.assistant), offered)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ refusal: { code: "no_free_place" } });
  });

  test("two places of two groups at once: the school that is next for both gets one of them", async () => {
    const near = await aGroupAt(fresh.db, hub, { km: 5, maximumSchools: 1 });
    const one = await anApproved(fresh.db, hub);
    const far = await aGroupAt(fresh.db, hub, { km: 9, maximumSchools: 1 });
    const offerIn = (workGroupId: string) =>
      offerFreePlace(fresh.as(hub.assistant), { workGroupId, applicationId: one.id, answerBy: BY });
    const answers = await Promise.all([near.id, far.id].map(offerIn));
    expect(answers).toMatchObject([{ ok: true }, { refusal: { code: "nobody_next" } }]);
  });
});
