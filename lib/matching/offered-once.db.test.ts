import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { applications } from "@/db/schema/applications";
import { messages } from "@/db/schema/notifications";
import { workGroups } from "@/db/schema/workgroups";
import { type FreshDatabase, freshDatabase } from "@/db/testing/fresh-database";
import { systemActor } from "@/lib/access/actor";
import { lapsePlace } from "@/lib/applications/lapse-place";
import { withdrawApplication } from "@/lib/applications/withdraw-application";
import { findNextSchool } from "./find-next-school";
import { offerFreePlace } from "./offer-free-place";
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

describe("one place that came free is offered once", () => {
  /** Two places free, one of them since nobody could come: a second offer would find room. */
  async function oneFreedBesideAFreeOne(): Promise<Line> {
    const line = await list.oneHeldTwoWaiting(hub);
    await fresh.db.update(workGroups).set({ maximumSchools: 2 }).where(eq(workGroups.id, line.group.id));
    await list.decline(line);
    return line;
  }
  const offeredIn = async (workGroupId: string) =>
    (await fresh.db.select().from(applications).where(eq(applications.workGroupId, workGroupId)))
      .filter(({ placement }) => placement === "offered")
      .map(({ id }) => id);

  test("when its job comes again, and when eight do at once", async () => {
    const line = await oneFreedBesideAFreeOne();
    const freedPlaceId = await list.freedPlaceOf(line.group.id);
    const answers = await Promise.all(Array.from({ length: 8 }, () => list.offer(freedPlaceId)));
    expect(answers).toEqual(answers.map(() => ({ ok: true, value: { outcome: "offered" } })));
    await list.offer(freedPlaceId);
    expect(await offeredIn(line.group.id)).toEqual([line.first.id]);
  });

  test("when the process dies in between, and the job is tried again", async () => {
    const line = await oneFreedBesideAFreeOne();
    const freedPlaceId = await list.freedPlaceOf(line.group.id);
    await fresh.db.transaction(async (tx) => {
      await tx.execute(sql`lock table ${messages} in share mode`);
      const dying = list.offer(freedPlaceId);
      await killWhoWaits();
      await expect(dying).rejects.toThrow();
    });
    expect(await offeredIn(line.group.id)).toEqual([]);
    expect((await list.freedIn(line.group.id))[0]?.settledAt).toBeNull();
    expect(await list.offer(freedPlaceId)).toMatchObject({ value: { outcome: "offered" } });
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
      const line = await list.oneHeldTwoWaiting(hub);
      await list.decline(line);
      const freedPlaceId = await list.freedPlaceOf(line.group.id);
      const next = await findNextSchool(fresh.as(hub.assistant), line.group);
      const byHand = {
        workGroupId: line.group.id,
        applicationId: next?.applicationId ?? "",
        answerBy: ANSWER_BY,
      };
      const [settled, hand] = await Promise.all([
        list.offer(freedPlaceId),
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
    await list.publish(hub);
    for (const { id, lead } of holders) await withdrawApplication(fresh.as(lead), { applicationId: id });
    const freed = [await list.freedPlaceOf(near.id), await list.freedPlaceOf(far.id)];
    const outcomes = await Promise.all(freed.map((id) => list.offer(id)));
    expect(outcomes.map((answer) => (answer.ok ? answer.value.outcome : answer.refusal.code)).sort()).toEqual(
      ["nobody", "offered"],
    );
    expect(await list.rowOf(waits.id)).toMatchObject({ placement: "offered" });
  });
});

test("a school withdraws while the hub deals with its place, and neither waits for the other for ever", async () => {
  for (let round = 0; round < 6; round += 1) {
    hub = await hubToMatch(fresh.db);
    const { group, holder, first } = await list.oneHeldTwoWaiting(hub);
    const place = { applicationId: holder.id, workGroupId: group.id };
    const after = new Date("2026-06-02T08:00:00Z");
    await Promise.all([
      withdrawApplication(fresh.as(holder.lead), { applicationId: holder.id }),
      lapsePlace(fresh.as(systemActor("lapse-places"), after), place),
    ]);
    for (const { id } of await list.freedIn(group.id)) await list.offer(id, after);
    expect((await list.rowOf(first.id)).placement).toBe("offered");
    expect(await list.freedIn(group.id)).toHaveLength(1);
  }
});
