import { and, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { applications, participants } from "@/db/schema/applications";
import { events } from "@/db/schema/events";
import { hubNeighbours, hubs } from "@/db/schema/hubs";
import { messages } from "@/db/schema/notifications";
import { workGroups } from "@/db/schema/workgroups";
import { aPerson, aSession, TEST_NOW } from "@/db/testing/factories";
import { type FreshDatabase, freshDatabase } from "@/db/testing/fresh-database";
import { systemActor } from "@/lib/access/actor";
import { declinePlace } from "@/lib/applications/decline-place";
import { lapsePlace } from "@/lib/applications/lapse-place";
import { undoDecision } from "@/lib/applications/undo-decision";
import { withdrawApplication } from "@/lib/applications/withdraw-application";
import { discardMatchRun } from "./discard-match-run";
import { offerFreePlace } from "./offer-free-place";
import { offerFreedPlace } from "./offer-freed-place";
import { reviewedRun } from "./testing/computed-run";
import { aGroupAt, anApproved, type HubToMatch, hubToMatch } from "./testing/hub-to-match";
import { ANSWER_BY, type Line, waitingListOn } from "./testing/waiting-list";

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

describe("a place comes free after a match", () => {
  test("and the school whose turn it is gets the offer, with a date, a reason, a mail and an event", async () => {
    const line = await list.oneHeldTwoWaiting(hub);
    const { group, first, later } = line;
    await list.decline(line);
    const freedPlaceId = await list.freedPlaceOf(group.id);
    expect(await list.jobsFor(freedPlaceId)).toBe(1);
    expect(await list.offer(freedPlaceId)).toEqual({ ok: true, value: { outcome: "offered" } });
    expect(await list.rowOf(first.id)).toMatchObject({
      placement: "offered",
      workGroupId: group.id,
      answerBy: "2026-05-28",
      placementReason:
        "A place has come free, and it is your turn. It is the one group that is open to you: 5.0 km away, on Tuesdays.",
      placementExplanation: { kind: "placed", decidedBy: "match", cameFree: true },
    });
    expect((await list.rowOf(later.id)).placement).toBe("waiting");
    const ofFirst = and(eq(messages.applicationId, first.id), eq(messages.purpose, "place_offered"));
    expect(await fresh.db.$count(messages, ofFirst)).toBe(1);
    const told = await fresh.db.select().from(events).where(eq(events.workGroupId, group.id));
    expect(told.map(({ type, actorLabel, payload }) => ({ type, actorLabel, payload }))).toContainEqual({
      type: "freed_place.settled",
      actorLabel: "offer-freed-place",
      payload: { outcome: "offered", school: expect.stringContaining("School") },
    });
  });

  test.each([
    [
      "is withdrawn",
      ({ holder }: Line) => withdrawApplication(fresh.as(holder.lead), { applicationId: holder.id }),
    ],
    [
      "lapses",
      ({ holder, group }: Line) =>
        lapsePlace(fresh.as(systemActor("lapse-places"), new Date("2026-06-02T08:00:00Z")), {
          applicationId: holder.id,
          workGroupId: group.id,
        }),
    ],
    [
      "is taken back by the hub",
      async ({ holder }: Line) =>
        undoDecision(fresh.as(hub.assistant), {
          applicationId: holder.id,
          version: (await list.rowOf(holder.id)).version,
        }),
    ],
  ])("also when it %s", async (_, free) => {
    const line = await list.oneHeldTwoWaiting(hub);
    expect((await free(line)).ok).toBe(true);
    expect(await list.offer(await list.freedPlaceOf(line.group.id))).toMatchObject({
      value: { outcome: "offered" },
    });
    expect(await list.rowOf(line.first.id)).toMatchObject({
      placement: "offered",
      workGroupId: line.group.id,
    });
  });

  test("and goes on down the line, one offer for each place that comes free", async () => {
    const line = await list.oneHeldTwoWaiting(hub);
    const { group, first, later } = line;
    await list.decline(line);
    await list.offer(await list.freedPlaceOf(group.id));
    const no = { applicationId: first.id, workGroupId: group.id, reason: "release" } as const;
    expect((await declinePlace(fresh.as(first.lead), no)).ok).toBe(true);
    const open = (await list.freedIn(group.id)).filter(({ settledAt }) => settledAt === null);
    expect(open).toHaveLength(1);
    for (const { id } of open) await list.offer(id);
    expect((await list.rowOf(later.id)).placement).toBe("offered");
    expect((await list.freedIn(group.id)).map(({ offeredTo }) => offeredTo).sort()).toEqual(
      [first.id, later.id].sort(),
    );
  });

  test("a school waits as one for all its people, and takes one place", async () => {
    const line = await list.oneHeldTwoWaiting(hub);
    for (let person = 0; person < 3; person += 1)
      await fresh.db.insert(participants).values({
        applicationId: line.first.id,
        personId: (await aPerson(fresh.db)).id,
        addedAt: TEST_NOW,
      });
    await list.decline(line);
    await list.offer(await list.freedPlaceOf(line.group.id));
    const inGroup = await fresh.db
      .select()
      .from(applications)
      .where(eq(applications.workGroupId, line.group.id));
    expect(inGroup.map(({ id, placement }) => [id, placement])).toEqual(
      expect.arrayContaining([
        [line.first.id, "offered"],
        [line.holder.id, "declined"],
      ]),
    );
    expect(inGroup).toHaveLength(2);
  });
});

describe("a place that no school of the own hub takes", () => {
  test("is offered to the first of the neighbouring hubs whose schools wait and would come as guests", async () => {
    const line = await list.oneHeldTwoWaiting(hub);
    for (const { id, lead } of [line.first, line.later])
      await withdrawApplication(fresh.as(lead), { applicationId: id });
    await fresh.db.update(hubs).set({ acceptsGuests: true }).where(eq(hubs.id, hub.hubId));
    const next = { ...(await hubToMatch(fresh.db)), offerId: hub.offerId };
    await fresh.db.insert(hubNeighbours).values([
      { hubId: next.hubId, neighbourId: hub.hubId },
      { hubId: hub.hubId, neighbourId: next.hubId },
    ]);
    const stays = await anApproved(fresh.db, next, { tier: 0 });
    const guest = await anApproved(fresh.db, next, { tier: 1, neighbourHubs: true });
    await list.publish(next);
    expect((await list.rowOf(guest.id)).placement).toBe("waiting");
    await list.decline(line);
    expect(await list.offer(await list.freedPlaceOf(line.group.id))).toMatchObject({
      value: { outcome: "offered" },
    });
    expect(await list.rowOf(guest.id)).toMatchObject({ placement: "offered", workGroupId: line.group.id });
    expect((await list.rowOf(stays.id)).placement).toBe("waiting");
  });
});

describe("nobody is asked by itself", () => {
  test("when nobody who waits could come; a later look changes nothing", async () => {
    const line = await list.oneHeldTwoWaiting(hub);
    for (const { id } of [line.first, line.later])
      await fresh.db.update(applications).set({ impossibleDays: 0b00010 }).where(eq(applications.id, id));
    await list.decline(line);
    const freedPlaceId = await list.freedPlaceOf(line.group.id);
    expect(await list.offer(freedPlaceId)).toMatchObject({ value: { outcome: "nobody" } });
    await fresh.db.update(applications).set({ impossibleDays: 0 }).where(eq(applications.id, line.first.id));
    expect(await list.offer(freedPlaceId)).toMatchObject({ value: { outcome: "nobody" } });
    expect((await list.rowOf(line.first.id)).placement).toBe("waiting");
  });

  test("before anything of the programme was matched", async () => {
    const group = await aGroupAt(fresh.db, hub, { km: 5, maximumSchools: 1 });
    const holder = await anApproved(fresh.db, hub);
    await offerFreePlace(fresh.as(hub.assistant), {
      workGroupId: group.id,
      applicationId: holder.id,
      answerBy: ANSWER_BY,
    });
    const waits = await anApproved(fresh.db, hub);
    await list.decline({ group, holder, later: waits, first: waits });
    expect(await list.offer(await list.freedPlaceOf(group.id))).toMatchObject({
      value: { outcome: "not_matched" },
    });
    expect((await list.rowOf(waits.id)).placement).toBe("unplaced");
  });

  test("once the group has begun, or when there are no two working days left before it does", async () => {
    const line = await list.oneHeldTwoWaiting(hub);
    await aSession(fresh.db, { workGroupId: line.group.id, heldOn: "2026-05-16" });
    await list.decline(line);
    const freedPlaceId = await list.freedPlaceOf(line.group.id);
    const onThursday = new Date("2026-05-14T09:00:00Z");
    expect(await list.offer(freedPlaceId, onThursday)).toMatchObject({ value: { outcome: "too_late" } });

    hub = await hubToMatch(fresh.db);
    const other = await list.oneHeldTwoWaiting(hub);
    await list.decline(other);
    await fresh.db.update(workGroups).set({ status: "running" }).where(eq(workGroups.id, other.group.id));
    expect(await list.offer(await list.freedPlaceOf(other.group.id))).toMatchObject({
      value: { outcome: "closed" },
    });
    expect((await list.rowOf(other.first.id)).placement).toBe("waiting");
  });

  test("and near the first session the date to answer is the day before it", async () => {
    const line = await list.oneHeldTwoWaiting(hub);
    await aSession(fresh.db, { workGroupId: line.group.id, heldOn: "2026-05-20" });
    await list.decline(line);
    await list.offer(await list.freedPlaceOf(line.group.id));
    expect((await list.rowOf(line.first.id)).answerBy).toBe("2026-05-19");
  });

  test("while a match is not published: the waiting list goes on when that is published or discarded", async () => {
    const line = await list.oneHeldTwoWaiting(hub);
    const runId = await reviewedRun(fresh.as(hub.assistant), hub);
    await list.decline(line);
    const freedPlaceId = await list.freedPlaceOf(line.group.id);
    expect(await list.offer(freedPlaceId)).toMatchObject({ refusal: { code: "being_matched" } });
    await fresh.db.execute(sql`delete from pgboss.job where data ->> 'freedPlaceId' = ${freedPlaceId}`);
    expect((await discardMatchRun(fresh.as(hub.assistant), { runId })).ok).toBe(true);
    expect(await list.jobsFor(freedPlaceId)).toBe(1);
    expect(await list.offer(freedPlaceId)).toMatchObject({ value: { outcome: "offered" } });
  });

  test("by anybody but the waiting list's own job", async () => {
    const line = await list.oneHeldTwoWaiting(hub);
    await list.decline(line);
    const freedPlaceId = await list.freedPlaceOf(line.group.id);
    expect(await offerFreedPlace(fresh.as(hub.assistant), { freedPlaceId })).toMatchObject({
      refusal: { code: "not_found" },
    });
  });
});
