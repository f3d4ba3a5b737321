import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { applications } from "@/db/schema/applications";
import { messages } from "@/db/schema/notifications";
import { workGroups } from "@/db/schema/workgroups";
import { TEST_NOW } from "@/db/testing/factories";
import { testContext } from "@/db/testing/test-context";
import { withdrawApplication } from "@/lib/applications/withdraw-application";
import { discardMatchRun } from "./discard-match-run";
import { publishMatchRun } from "./publish-match-run";
import { reviewMatchRun } from "./review-match-run";
import { usualAnswerDate } from "./rules";
import { startMatchRun } from "./start-match-run";
import { computedRun, reviewedRun } from "./testing/computed-run";
import {
  aGroupAt,
  anApproved,
  findRun,
  type HubToMatch,
  hubToMatch,
  resultsOf,
  runEventsOf,
} from "./testing/hub-to-match";

const t = testContext();
const BY = "2026-06-01";
let hub: HubToMatch;

beforeEach(async () => {
  hub = await hubToMatch(t.db);
});

const rowOf = async (id: string) =>
  (await t.db.select().from(applications).where(eq(applications.id, id)))[0];

describe("publishing", () => {
  test("offers the places with the reason and the date, tells those who wait why, and records it", async () => {
    const group = await aGroupAt(t.db, hub, { km: 5, maximumSchools: 1 });
    const first = await anApproved(t.db, hub, { tier: 0 });
    const second = await anApproved(t.db, hub, { tier: 2 });
    const runId = await reviewedRun(t.as(hub.assistant), hub);
    expect(await t.db.$count(messages, eq(messages.hubId, hub.hubId))).toBe(0);
    expect(await publishMatchRun(t.as(hub.assistant), { runId, answerBy: BY, parts: null })).toEqual({
      ok: true,
      value: { runId, offered: 1, moved: 0, waiting: 1, leftOut: 0 },
    });
    expect(await rowOf(first.id)).toMatchObject({
      placement: "offered",
      workGroupId: group.id,
      answerBy: BY,
      placementReason: "It is the one group that is open to you: 5.0 km away, on Tuesdays.",
      placementExplanation: { kind: "placed", runId },
    });
    expect(await rowOf(second.id)).toMatchObject({
      placement: "waiting",
      workGroupId: null,
      placementExplanation: { kind: "all_full", runId },
    });
    expect(await t.db.$count(messages, eq(messages.hubId, hub.hubId))).toBe(2);
    expect(await findRun(t.db, runId)).toMatchObject({
      status: "published",
      publishedBy: hub.assistant.personId,
    });
    expect((await runEventsOf(t.db, runId)).at(-1)).toMatchObject({
      type: "match_run.published",
      payload: { offered: 1, waiting: 1, leftOut: 0, answerBy: BY },
    });
  });

  test("asks for a review first, and for a date that a school can keep", async () => {
    await anApproved(t.db, hub);
    await aGroupAt(t.db, hub, { km: 5 });
    const runId = await computedRun(t.as(hub.assistant), hub);
    const publish = (answerBy: string, parts: string[] | null = null) =>
      publishMatchRun(t.as(hub.assistant), { runId, answerBy, parts });
    expect(await publish(BY)).toMatchObject({ refusal: { code: "not_reviewed" } });
    await reviewMatchRun(t.as(hub.assistant), { runId });
    expect(await publish("2026-05-13")).toMatchObject({ refusal: { code: "answer_by_past" } });
    expect(await publish("2027-05-13")).toMatchObject({ refusal: { code: "answer_by_far" } });
    expect(await publish(BY, [])).toMatchObject({ refusal: { code: "nothing_chosen" } });
    expect(usualAnswerDate("2026-05-13")).toBe("2026-05-28");
  });

  test("by group leaves the others for later, until a newer run", async () => {
    const [tuesday, thursday] = [
      await aGroupAt(t.db, hub, { km: 5 }),
      await aGroupAt(t.db, hub, { km: 5, weekday: 3 }),
    ];
    const a = await anApproved(t.db, hub, { impossibleDays: 0b11101 });
    const b = await anApproved(t.db, hub, { impossibleDays: 0b10111 });
    const c = await anApproved(t.db, hub, { impossibleDays: 0b11111 });
    const runId = await reviewedRun(t.as(hub.assistant), hub);
    const publish = (parts: string[] | null) =>
      publishMatchRun(t.as(hub.assistant), { runId, answerBy: BY, parts });
    expect(await publish([tuesday.id])).toMatchObject({ value: { offered: 1, waiting: 0 } });
    expect([(await rowOf(a.id))?.placement, (await rowOf(b.id))?.placement]).toEqual(["offered", "unplaced"]);
    expect(await publish(["waiting"])).toMatchObject({ value: { offered: 0, waiting: 1 } });
    expect((await rowOf(c.id))?.placement).toBe("waiting");
    expect(await publish([tuesday.id])).toMatchObject({ refusal: { code: "nothing_to_publish" } });
    expect(await discardMatchRun(t.as(hub.assistant), { runId })).toMatchObject({
      refusal: { code: "published" },
    });
    const later = new Date(TEST_NOW.getTime() + 60_000);
    const newer = await startMatchRun(t.as(hub.assistant, later), hub);
    if (!newer.ok) throw new Error(newer.refusal.code);
    expect(await publish([thursday.id])).toMatchObject({ refusal: { code: "newer_run" } });
    await discardMatchRun(t.as(hub.assistant), newer.value);
    expect(await publish(null)).toMatchObject({ value: { offered: 1 } });
  });

  test("leaves out and names what has changed since the run, and sends the rest", async () => {
    const group = await aGroupAt(t.db, hub, { km: 5, maximumSchools: 6 });
    const far = await aGroupAt(t.db, hub, { km: 5, weekday: 3 });
    const only = (day: number) => ({ impossibleDays: 0b11111 & ~(1 << day) });
    const withdrawn = await anApproved(t.db, hub, only(1));
    const stays = await anApproved(t.db, hub, only(1));
    const undone = await anApproved(t.db, hub, only(1));
    const elsewhere = await anApproved(t.db, hub, only(1));
    const wished = await anApproved(t.db, hub, only(1));
    const moved = await anApproved(t.db, hub, only(3));
    const runId = await reviewedRun(t.as(hub.assistant), hub);
    await withdrawApplication(t.as(withdrawn.lead), { applicationId: withdrawn.id });
    const change = (id: string, values: Partial<typeof applications.$inferInsert>) =>
      t.db.update(applications).set(values).where(eq(applications.id, id));
    await change(undone.id, { decision: "submitted" });
    await change(elsewhere.id, { placement: "accepted", workGroupId: far.id });
    await change(wished.id, { maximumKm: 3 });
    await t.db.update(workGroups).set({ weekday: 4 }).where(eq(workGroups.id, far.id));
    expect(await publishMatchRun(t.as(hub.assistant), { runId, answerBy: BY, parts: null })).toMatchObject({
      value: { offered: 1, waiting: 0, leftOut: 5 },
    });
    expect(await rowOf(stays.id)).toMatchObject({ placement: "offered", workGroupId: group.id });
    const results = await resultsOf(t.db, runId);
    const reasons = [withdrawn, undone, elsewhere, wished, moved].map(({ id }) => results.get(id)?.leftOut);
    expect(reasons).toEqual([
      "withdrawn",
      "decided_otherwise",
      "has_a_place",
      "wishes_changed",
      "group_changed",
    ]);
    expect((await rowOf(withdrawn.id))?.decision).toBe("withdrawn");
  });

  test("offers no more places than the group has now, those of the higher priority first", async () => {
    const group = await aGroupAt(t.db, hub, { km: 5, maximumSchools: 2 });
    const last = await anApproved(t.db, hub, { tier: 2 });
    const first = await anApproved(t.db, hub, { tier: 0 });
    const runId = await reviewedRun(t.as(hub.assistant), hub);
    await t.db
      .update(workGroups)
      .set({ minimumSchools: 1, maximumSchools: 1 })
      .where(eq(workGroups.id, group.id));
    await publishMatchRun(t.as(hub.assistant), { runId, answerBy: BY, parts: null });
    expect((await rowOf(first.id))?.placement).toBe("offered");
    expect((await rowOf(last.id))?.placement).toBe("unplaced");
    expect((await resultsOf(t.db, runId)).get(last.id)?.leftOut).toBe("group_full");
  });
});
