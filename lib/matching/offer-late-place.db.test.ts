import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { events } from "@/db/schema/events";
import { hubNeighbours } from "@/db/schema/hubs";
import { aLead, anActor } from "@/db/testing/factories";
import { type FreshDatabase, freshDatabase } from "@/db/testing/fresh-database";
import { discardMatchRun } from "./discard-match-run";
import { findLatePlace } from "./find-late-place";
import { freezeFreePlaces } from "./freeze-free-places";
import { freezeInput } from "./freeze-input";
import { offerLatePlace } from "./offer-late-place";
import { POLICY_NUMBERS } from "./policy-numbers";
import { startedRun } from "./testing/computed-run";
import { aGroupAt, anApproved, type HubToMatch, hubToMatch } from "./testing/hub-to-match";
import { ANSWER_BY, waitingListOn } from "./testing/waiting-list";

let fresh: FreshDatabase;
let list: ReturnType<typeof waitingListOn>;
let hub: HubToMatch;

beforeAll(async () => {
  fresh = await freshDatabase({ connections: 8 });
  list = waitingListOn(fresh);
});
afterAll(() => fresh.drop());
beforeEach(async () => {
  hub = await hubToMatch(fresh.db);
});

const assistant = () => fresh.as(hub.assistant);
const find = async ({ id }: { readonly id: string }) =>
  findLatePlace(assistant(), { ...(await list.rowOf(id)), phase: "primary" });
const offer = (late: { readonly id: string }, group: { readonly id: string }, answerBy = ANSWER_BY) =>
  offerLatePlace(assistant(), { applicationId: late.id, workGroupId: group.id, answerBy });

/** A group with one school in it after a match, and this many places free. */
async function published({ free }: { readonly free: number }) {
  const group = await aGroupAt(fresh.db, hub, { km: 5, maximumSchools: free + 1 });
  await anApproved(fresh.db, hub, { tier: 0 });
  await list.publish(hub);
  return group;
}

describe("an application that comes after the match", () => {
  test("is offered the place that the match has for it, with a date, a reason and an event", async () => {
    const group = await published({ free: 1 });
    const late = await anApproved(fresh.db, hub);
    const reason = "It is the one group that is open to you: 5.0 km away, on Tuesdays.";
    expect(await find(late)).toMatchObject({ group: { id: group.id, name: group.name }, reason });
    expect(await offer(late, group)).toEqual({
      ok: true,
      value: { applicationId: late.id, workGroupId: group.id },
    });
    expect(await list.rowOf(late.id)).toMatchObject({
      placement: "offered",
      workGroupId: group.id,
      answerBy: ANSWER_BY,
      placementReason: reason,
      placementExplanation: { kind: "placed", decidedBy: "match", runId: null, km: 5 },
    });
    const told = await fresh.db.select().from(events).where(eq(events.applicationId, late.id));
    expect(told.map(({ type }) => type)).toEqual(
      expect.arrayContaining(["application.place_offered", "late_place.offered"]),
    );
    expect(await find(late)).toBeUndefined();
  });

  test("reads why no group has a place for it, and nobody moves for it", async () => {
    const group = await published({ free: 0 });
    const late = await anApproved(fresh.db, hub, { tier: 0 });
    expect(await find(late)).toEqual({
      group: null,
      reason: "The one group you could come into is full: every place was held before this match.",
    });
    expect(await offer(late, group)).toMatchObject({ refusal: { code: "late_changed" } });
  });

  test("has its turn after whoever waits with a higher priority", async () => {
    const group = await published({ free: 1 });
    const late = await anApproved(fresh.db, hub, { tier: 2 });
    const first = await anApproved(fresh.db, hub, { tier: 1 });
    expect(await find(late)).toMatchObject({ group: null });
    expect(await offer(late, group)).toMatchObject({ refusal: { code: "late_changed" } });
    expect((await offer(first, group)).ok).toBe(true);
  });

  test("waits for the match while nothing is published, and while one is open", async () => {
    const group = await aGroupAt(fresh.db, hub, { km: 5 });
    const one = await anApproved(fresh.db, hub);
    expect(await find(one)).toBeUndefined();
    expect(await offer(one, group)).toMatchObject({ refusal: { code: "late_changed" } });
    await list.publish(hub);
    const late = await anApproved(fresh.db, hub);
    const runId = await startedRun(assistant(), hub);
    expect(await find(late)).toBeUndefined();
    await discardMatchRun(assistant(), { runId });
    expect(await find(late)).toMatchObject({ group: { id: group.id } });
  });

  test("needs a date to come, and somebody who decides in the hub", async () => {
    const group = await published({ free: 1 });
    const late = await anApproved(fresh.db, hub);
    expect(await offer(late, group, "2020-01-01")).toMatchObject({ refusal: { code: "answer_by_past" } });
    expect(await offer(late, group, "2099-01-01")).toMatchObject({ refusal: { code: "answer_by_far" } });
    const manager = await anActor(fresh.db, { role: "project_manager", hubId: hub.hubId });
    const asked = { applicationId: late.id, workGroupId: group.id, answerBy: ANSWER_BY };
    expect(await offerLatePlace(fresh.as(manager), asked)).toMatchObject({ refusal: { code: "not_found" } });
  });

  test("gets the last place once when two of them are offered it at the same moment", async () => {
    const group = await published({ free: 1 });
    const late = [await anApproved(fresh.db, hub), await anApproved(fresh.db, hub)];
    const answers = await Promise.all(late.map((one) => offer(one, group)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ refusal: { code: "late_changed" } });
  });
});

test("one statement reads what a run would be worked out from", async () => {
  const next = { ...(await hubToMatch(fresh.db)), offerId: hub.offerId };
  await fresh.db.insert(hubNeighbours).values({ hubId: hub.hubId, neighbourId: next.hubId });
  const group = await published({ free: 3 });
  await aGroupAt(fresh.db, next, { km: 8, status: "confirmed", online: true, minimumSchools: 3 });
  const one = await anApproved(fresh.db, hub, { impossibleDays: 0b10000, neighbourHubs: true });
  await anApproved(fresh.db, next);
  await aLead(fresh.db, group.id, one.lead.personId);
  const { leads, norm, suitsLeads, tellsHubChanges, ...run } = await freezeInput(assistant(), {
    ...hub,
    policy: POLICY_NUMBERS,
  });
  const { input } = await freezeFreePlaces(assistant(), hub);
  const groups = run.groups.map(({ role, pattern, heldBy, ...asked }) => asked);
  expect([leads, norm, suitsLeads, tellsHubChanges].every((part) => part !== undefined)).toBe(true);
  expect(input).toEqual({ ...run, groups });
  expect(input.groups).toHaveLength(2);
});
