import { and, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { applications, participants } from "@/db/schema/applications";
import { events } from "@/db/schema/events";
import { freedPlaces } from "@/db/schema/freed-places";
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
import { findNextSchool } from "./find-next-school";
import { offerFreePlace } from "./offer-free-place";
import { offerFreedPlace } from "./offer-freed-place";
import { publishMatchRun } from "./publish-match-run";
import { reviewedRun } from "./testing/computed-run";
import { aGroupAt, anApproved, type HubToMatch, hubToMatch } from "./testing/hub-to-match";

const BY = "2026-06-01";
const list = systemActor("offer-freed-place");
let fresh: FreshDatabase;
let hub: HubToMatch;

beforeAll(async () => {
  fresh = await freshDatabase({ connections: 8 });
});
afterAll(() => fresh.drop());
beforeEach(async () => {
  hub = await hubToMatch(fresh.db);
});

async function rowOf(id: string) {
  const [row] = await fresh.db.select().from(applications).where(eq(applications.id, id));
  if (!row) throw new Error("There is no such application");
  return row;
}
const freedIn = (workGroupId: string) =>
  fresh.db
    .select()
    .from(freedPlaces)
    .where(eq(freedPlaces.workGroupId, workGroupId))
    .orderBy(freedPlaces.freedAt);
const offer = (freedPlaceId: string, now?: Date) => offerFreedPlace(fresh.as(list, now), { freedPlaceId });

/** The one place that came free in a group. */
async function freedPlaceOf(workGroupId: string): Promise<string> {
  const [freed, ...more] = await freedIn(workGroupId);
  if (!freed || more.length > 0) throw new Error("Not one place came free");
  return freed.id;
}

async function jobsFor(freedPlaceId: string): Promise<number> {
  const { rows } = await fresh.db.execute(
    sql`select 1 from pgboss.job where name = 'offer-freed-place' and data ->> 'freedPlaceId' = ${freedPlaceId}`,
  );
  return rows.length;
}

async function publish(): Promise<void> {
  const runId = await reviewedRun(fresh.as(hub.assistant), hub);
  const answer = await publishMatchRun(fresh.as(hub.assistant), { runId, answerBy: BY, parts: null });
  if (!answer.ok) throw new Error(answer.refusal.code);
}

/** A published match: a group of one place with a school in it, and two that wait, the second of a higher priority. */
async function oneHeldTwoWaiting() {
  const group = await aGroupAt(fresh.db, hub, { km: 5, maximumSchools: 1 });
  const holder = await anApproved(fresh.db, hub, { tier: 0 });
  const later = await anApproved(fresh.db, hub, { tier: 2 });
  const first = await anApproved(fresh.db, hub, { tier: 1 });
  await publish();
  expect(await rowOf(holder.id)).toMatchObject({ placement: "offered", workGroupId: group.id });
  return { group, holder, later, first };
}
type Line = Awaited<ReturnType<typeof oneHeldTwoWaiting>>;

const decline = ({ holder, group }: Line) =>
  declinePlace(fresh.as(holder.lead), { applicationId: holder.id, workGroupId: group.id, reason: "day" });

describe("a place comes free after a match", () => {
  test("and the school whose turn it is gets the offer, with a date, a reason, a mail and an event", async () => {
    const line = await oneHeldTwoWaiting();
    const { group, first, later } = line;
    await decline(line);
    const freedPlaceId = await freedPlaceOf(group.id);
    expect(await jobsFor(freedPlaceId)).toBe(1);
    expect(await offer(freedPlaceId)).toEqual({ ok: true, value: { outcome: "offered" } });
    expect(await rowOf(first.id)).toMatchObject({
      placement: "offered",
      workGroupId: group.id,
      answerBy: "2026-05-28",
      placementReason:
        "A place has come free, and it is your turn. It is the one group that is open to you: 5.0 km away, on Tuesdays.",
      placementExplanation: { kind: "placed", decidedBy: "match", cameFree: true },
    });
    expect((await rowOf(later.id)).placement).toBe("waiting");
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
          version: (await rowOf(holder.id)).version,
        }),
    ],
  ])("also when it %s", async (_, free) => {
    const line = await oneHeldTwoWaiting();
    expect((await free(line)).ok).toBe(true);
    expect(await offer(await freedPlaceOf(line.group.id))).toMatchObject({ value: { outcome: "offered" } });
    expect(await rowOf(line.first.id)).toMatchObject({ placement: "offered", workGroupId: line.group.id });
  });

  test("and goes on down the line, one offer for each place that comes free", async () => {
    const line = await oneHeldTwoWaiting();
    const { group, first, later } = line;
    await decline(line);
    await offer(await freedPlaceOf(group.id));
    const no = { applicationId: first.id, workGroupId: group.id, reason: "release" } as const;
    expect((await declinePlace(fresh.as(first.lead), no)).ok).toBe(true);
    const open = (await freedIn(group.id)).filter(({ settledAt }) => settledAt === null);
    expect(open).toHaveLength(1);
    for (const { id } of open) await offer(id);
    expect((await rowOf(later.id)).placement).toBe("offered");
    expect((await freedIn(group.id)).map(({ offeredTo }) => offeredTo).sort()).toEqual(
      [first.id, later.id].sort(),
    );
  });

  test("a school waits as one for all its people, and takes one place", async () => {
    const line = await oneHeldTwoWaiting();
    for (let person = 0; person < 3; person += 1)
      await fresh.db.insert(participants).values({
        applicationId: line.first.id,
        personId: (await aPerson(fresh.db)).id,
        addedAt: TEST_NOW,
      });
    await decline(line);
    await offer(await freedPlaceOf(line.group.id));
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
    const line = await oneHeldTwoWaiting();
    for (const { id, lead } of [line.first, line.later])
      await withdrawApplication(fresh.as(lead), { applicationId: id });
    await fresh.db.update(hubs).set({ acceptsGuests: true }).where(eq(hubs.id, hub.hubId));
    const home = hub;
    const next = { ...(await hubToMatch(fresh.db)), offerId: home.offerId };
    await fresh.db.insert(hubNeighbours).values([
      { hubId: next.hubId, neighbourId: home.hubId },
      { hubId: home.hubId, neighbourId: next.hubId },
    ]);
    const stays = await anApproved(fresh.db, next, { tier: 0 });
    const guest = await anApproved(fresh.db, next, { tier: 1, neighbourHubs: true });
    hub = next;
    await publish();
    hub = home;
    expect((await rowOf(guest.id)).placement).toBe("waiting");
    await decline(line);
    expect(await offer(await freedPlaceOf(line.group.id))).toMatchObject({ value: { outcome: "offered" } });
    expect(await rowOf(guest.id)).toMatchObject({ placement: "offered", workGroupId: line.group.id });
    expect((await rowOf(stays.id)).placement).toBe("waiting");
  });
});

describe("nobody is asked by itself", () => {
  test("when nobody who waits could come; a later look changes nothing", async () => {
    const line = await oneHeldTwoWaiting();
    for (const { id } of [line.first, line.later])
      await fresh.db.update(applications).set({ impossibleDays: 0b00010 }).where(eq(applications.id, id));
    await decline(line);
    const freedPlaceId = await freedPlaceOf(line.group.id);
    expect(await offer(freedPlaceId)).toMatchObject({ value: { outcome: "nobody" } });
    await fresh.db.update(applications).set({ impossibleDays: 0 }).where(eq(applications.id, line.first.id));
    expect(await offer(freedPlaceId)).toMatchObject({ value: { outcome: "nobody" } });
    expect((await rowOf(line.first.id)).placement).toBe("waiting");
  });

  test("before anything of the programme was matched", async () => {
    const group = await aGroupAt(fresh.db, hub, { km: 5, maximumSchools: 1 });
    const holder = await anApproved(fresh.db, hub);
    await offerFreePlace(fresh.as(hub.assistant), {
      workGroupId: group.id,
      applicationId: holder.id,
      answerBy: BY,
    });
    const waits = await anApproved(fresh.db, hub);
    await decline({ group, holder, later: waits, first: waits });
    expect(await offer(await freedPlaceOf(group.id))).toMatchObject({ value: { outcome: "not_matched" } });
    expect((await rowOf(waits.id)).placement).toBe("unplaced");
  });

  test("once the group has begun, or when there are no two working days left before it does", async () => {
    const line = await oneHeldTwoWaiting();
    await aSession(fresh.db, { workGroupId: line.group.id, heldOn: "2026-05-16" });
    await decline(line);
    const freedPlaceId = await freedPlaceOf(line.group.id);
    const onThursday = new Date("2026-05-14T09:00:00Z");
    expect(await offer(freedPlaceId, onThursday)).toMatchObject({ value: { outcome: "too_late" } });

    hub = await hubToMatch(fresh.db);
    const other = await oneHeldTwoWaiting();
    await decline(other);
    await fresh.db.update(workGroups).set({ status: "running" }).where(eq(workGroups.id, other.group.id));
    expect(await offer(await freedPlaceOf(other.group.id))).toMatchObject({ value: { outcome: "closed" } });
    expect((await rowOf(other.first.id)).placement).toBe("waiting");
  });

  test("and near the first session the date to answer is the day before it", async () => {
    const line = await oneHeldTwoWaiting();
    await aSession(fresh.db, { workGroupId: line.group.id, heldOn: "2026-05-20" });
    await decline(line);
    await offer(await freedPlaceOf(line.group.id));
    expect((await rowOf(line.first.id)).answerBy).toBe("2026-05-19");
  });

  test("while a match is not published: the waiting list goes on when that is published or discarded", async () => {
    const line = await oneHeldTwoWaiting();
    const runId = await reviewedRun(fresh.as(hub.assistant), hub);
    await decline(line);
    const freedPlaceId = await freedPlaceOf(line.group.id);
    expect(await offer(freedPlaceId)).toMatchObject({ refusal: { code: "being_matched" } });
    await fresh.db.execute(sql`delete from pgboss.job where data ->> 'freedPlaceId' = ${freedPlaceId}`);
    expect((await discardMatchRun(fresh.as(hub.assistant), { runId })).ok).toBe(true);
    expect(await jobsFor(freedPlaceId)).toBe(1);
    expect(await offer(freedPlaceId)).toMatchObject({ value: { outcome: "offered" } });
  });

  test("by anybody but the waiting list's own job", async () => {
    const line = await oneHeldTwoWaiting();
    await decline(line);
    const freedPlaceId = await freedPlaceOf(line.group.id);
    expect(await offerFreedPlace(fresh.as(hub.assistant), { freedPlaceId })).toMatchObject({
      refusal: { code: "not_found" },
    });
  });
});

describe("one place that came free is offered once", () => {
  /** Two places free, one of them since nobody could come: a second offer would find room. */
  async function oneFreedBesideAFreeOne(): Promise<Line> {
    const line = await oneHeldTwoWaiting();
    await fresh.db.update(workGroups).set({ maximumSchools: 2 }).where(eq(workGroups.id, line.group.id));
    await decline(line);
    return line;
  }
  const offeredIn = async (workGroupId: string) =>
    (await fresh.db.select().from(applications).where(eq(applications.workGroupId, workGroupId)))
      .filter(({ placement }) => placement === "offered")
      .map(({ id }) => id);

  test("when its job comes again, and when eight do at once", async () => {
    const line = await oneFreedBesideAFreeOne();
    const freedPlaceId = await freedPlaceOf(line.group.id);
    const answers = await Promise.all(Array.from({ length: 8 }, () => offer(freedPlaceId)));
    expect(answers).toEqual(answers.map(() => ({ ok: true, value: { outcome: "offered" } })));
    await offer(freedPlaceId);
    expect(await offeredIn(line.group.id)).toEqual([line.first.id]);
  });

  test("when the process dies in between, and the job is tried again", async () => {
    const line = await oneFreedBesideAFreeOne();
    const freedPlaceId = await freedPlaceOf(line.group.id);
    await fresh.db.transaction(async (tx) => {
      await tx.execute(sql`lock table ${messages} in share mode`);
      const dying = offer(freedPlaceId);
      await killWhoWaits();
      await expect(dying).rejects.toThrow();
    });
    expect(await offeredIn(line.group.id)).toEqual([]);
    expect((await freedIn(line.group.id))[0]?.settledAt).toBeNull();
    expect(await offer(freedPlaceId)).toMatchObject({ value: { outcome: "offered" } });
    expect(await offeredIn(line.group.id)).toEqual([line.first.id]);
  });

  /** Ends the connection that waits for a lock, as a power cut would, as soon as there is one. */
  async function killWhoWaits(): Promise<void> {
    for (let killed = 0; killed === 0; ) {
      const { rows } = await fresh.db.execute(
        sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      );
      killed = rows.length;
    }
  }

  test("when the hub offers it by hand at the same moment", async () => {
    for (let round = 0; round < 4; round += 1) {
      hub = await hubToMatch(fresh.db);
      const line = await oneHeldTwoWaiting();
      await decline(line);
      const freedPlaceId = await freedPlaceOf(line.group.id);
      const next = await findNextSchool(fresh.as(hub.assistant), line.group);
      const byHand = { workGroupId: line.group.id, applicationId: next?.applicationId ?? "", answerBy: BY };
      const [settled, hand] = await Promise.all([
        offer(freedPlaceId),
        offerFreePlace(fresh.as(hub.assistant), byHand),
      ]);
      expect(await offeredIn(line.group.id)).toEqual([line.first.id]);
      expect(settled).toMatchObject({ value: { outcome: hand.ok ? "not_free" : "offered" } });
    }
  });

  test("when two groups free a place at once for the same next school", async () => {
    const near = await aGroupAt(fresh.db, hub, { km: 5, maximumSchools: 1 });
    const far = await aGroupAt(fresh.db, hub, { km: 9, maximumSchools: 1 });
    const holders = [
      await anApproved(fresh.db, hub, { tier: 0 }),
      await anApproved(fresh.db, hub, { tier: 0 }),
    ];
    const waits = await anApproved(fresh.db, hub, { tier: 1 });
    await publish();
    for (const { id, lead } of holders) await withdrawApplication(fresh.as(lead), { applicationId: id });
    const freed = [await freedPlaceOf(near.id), await freedPlaceOf(far.id)];
    const outcomes = await Promise.all(freed.map((id) => offer(id)));
    expect(outcomes.map((answer) => (answer.ok ? answer.value.outcome : answer.refusal.code)).sort()).toEqual(
      ["nobody", "offered"],
    );
    expect(await rowOf(waits.id)).toMatchObject({ placement: "offered" });
  });
});

test("a school withdraws while the hub deals with its place, and neither waits for the other for ever", async () => {
  for (let round = 0; round < 6; round += 1) {
    hub = await hubToMatch(fresh.db);
    const { group, holder, first } = await oneHeldTwoWaiting();
    const place = { applicationId: holder.id, workGroupId: group.id };
    const after = new Date("2026-06-02T08:00:00Z");
    await Promise.all([
      withdrawApplication(fresh.as(holder.lead), { applicationId: holder.id }),
      lapsePlace(fresh.as(systemActor("lapse-places"), after), place),
    ]);
    for (const { id } of await freedIn(group.id)) await offer(id, after);
    expect((await rowOf(first.id)).placement).toBe("offered");
    expect(await freedIn(group.id)).toHaveLength(1);
  }
});
