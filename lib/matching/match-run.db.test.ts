import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { applications } from "@/db/schema/applications";
import { hubNeighbours } from "@/db/schema/hubs";
import { matchRuns } from "@/db/schema/matching";
import { messages } from "@/db/schema/notifications";
import { aHub, aLead, anActor, anEmployment, aPerson, TEST_NOW } from "@/db/testing/factories";
import { testContext } from "@/db/testing/test-context";
import { systemActor } from "@/lib/access/actor";
import { computeMatchRun } from "./compute-match-run";
import { discardMatchRun } from "./discard-match-run";
import { publishMatchRun } from "./publish-match-run";
import { replayMatchRun } from "./replay-match-run";
import { reviewMatchRun } from "./review-match-run";
import { matchNumbers } from "./rules";
import { startMatchRun } from "./start-match-run";
import { computedRun, reviewedRun, startedRun } from "./testing/computed-run";
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
const job = systemActor("compute-match-run");
let hub: HubToMatch;

beforeEach(async () => {
  hub = await hubToMatch(t.db);
});

const rowOf = async (id: string) =>
  (await t.db.select().from(applications).where(eq(applications.id, id)))[0];

describe("starting", () => {
  test("queues one run for the hub and the offer, with its job", async () => {
    await anApproved(t.db, hub);
    await aGroupAt(t.db, hub, { km: 5 });
    const runId = await startedRun(t.as(hub.assistant), hub);
    expect(await findRun(t.db, runId)).toMatchObject({ status: "queued", startedBy: hub.assistant.personId });
    expect(await runEventsOf(t.db, runId)).toMatchObject([
      { type: "match_run.started", payload: { applications: 1 } },
    ]);
    expect(await startMatchRun(t.as(hub.assistant), hub)).toMatchObject({ refusal: { code: "run_open" } });
  });

  test("needs an approved application", async () => {
    expect(await startMatchRun(t.as(hub.assistant), hub)).toMatchObject({
      refusal: { code: "nothing_to_match" },
    });
    await anApproved(t.db, hub, { decision: "submitted" });
    expect(await startMatchRun(t.as(hub.assistant), hub)).toMatchObject({
      refusal: { code: "nothing_to_match" },
    });
  });

  test("is for those who decide in the hub", async () => {
    await anApproved(t.db, hub);
    await aGroupAt(t.db, hub, { km: 5 });
    const manager = await anActor(t.db, { role: "project_manager", hubId: hub.hubId });
    expect(await startMatchRun(t.as(manager), hub)).toMatchObject({ refusal: { code: "not_found" } });
  });
});

describe("working a run out", () => {
  test("places by priority, says why, and keeps input and proof", async () => {
    const near = await aGroupAt(t.db, hub, { km: 5, maximumSchools: 1 });
    const first = await anApproved(t.db, hub, { tier: 0 });
    const second = await anApproved(t.db, hub, { tier: 2 });
    const runId = await computedRun(t.as(hub.assistant), hub);
    const run = await findRun(t.db, runId);
    expect(run).toMatchObject({
      status: "computed",
      progress: 100,
      objective: { waiting: [0, 0, 1], cost: 50 },
      certificate: { proved: true },
    });
    const results = await resultsOf(t.db, runId);
    expect(results.get(first.id)).toMatchObject({
      workGroupId: near.id,
      cost: 50,
      reason: "It is the one group that is open to you: 5.0 km away, on Tuesdays.",
      explanation: { kind: "placed", km: 5, openGroups: 1 },
    });
    expect(results.get(second.id)).toMatchObject({
      workGroupId: null,
      reason:
        "The one group you could come into is full: its 1 place went to a school of the same or a higher priority.",
      explanation: { kind: "all_full", position: 1 },
    });
    expect((await runEventsOf(t.db, runId)).at(-1)).toMatchObject({
      type: "match_run.computed",
      payload: { placed: 1, waiting: 1 },
    });
  });

  test("leaves those who have a place where they are, and what they hold off the places", async () => {
    const group = await aGroupAt(t.db, hub, { km: 5, maximumSchools: 2 });
    for (const placement of ["accepted", "offered"] as const)
      await anApproved(t.db, hub, { placement, workGroupId: group.id, offeredAt: TEST_NOW, answerBy: BY });
    const late = await anApproved(t.db, hub, { tier: 0 });
    const runId = await computedRun(t.as(hub.assistant), hub);
    const results = await resultsOf(t.db, runId);
    expect([...results.keys()]).toEqual([late.id]);
    expect(results.get(late.id)?.reason).toBe(
      "The one group you could come into is full: every place was held before this match.",
    );
  });

  test("looks at a neighbour's groups for schools that allow it, where guests are welcome", async () => {
    const [welcoming, closed] = [await aHub(t.db), await aHub(t.db, { acceptsGuests: false })];
    for (const { id } of [welcoming, closed])
      await t.db.insert(hubNeighbours).values([
        { hubId: hub.hubId, neighbourId: id },
        { hubId: id, neighbourId: hub.hubId },
      ]);
    const there = await aGroupAt(t.db, { ...hub, hubId: welcoming.id }, { km: 8 });
    await aGroupAt(t.db, { ...hub, hubId: closed.id }, { km: 1 });
    const goes = await anApproved(t.db, hub, { neighbourHubs: true });
    const stays = await anApproved(t.db, hub);
    const results = await resultsOf(t.db, await computedRun(t.as(hub.assistant), hub));
    expect(results.get(goes.id)).toMatchObject({ workGroupId: there.id, cost: 80 + 150 });
    expect(results.get(stays.id)?.reason).toBe(
      "2 groups of this programme are open in your hub and next to it, and none is open to you: 2 are in a neighbouring hub, which you did not choose.",
    );
  });

  test("puts no school into the group of its own teacher", async () => {
    const group = await aGroupAt(t.db, hub, { km: 5 });
    const own = await anApproved(t.db, hub);
    const leader = await aPerson(t.db);
    await anEmployment(t.db, leader.id, own.organisationId);
    await aLead(t.db, group.id, leader.id);
    const results = await resultsOf(t.db, await computedRun(t.as(hub.assistant), hub));
    expect(results.get(own.id)).toMatchObject({
      workGroupId: null,
      explanation: { kind: "nothing_eligible", removedBy: [{ rule: "own_lead", groups: 1 }] },
    });
  });

  test("can be replayed: the stored input gives the same bytes", async () => {
    await aGroupAt(t.db, hub, { km: 5, maximumSchools: 2 });
    await aGroupAt(t.db, hub, { km: 9, maximumSchools: 2, weekday: 3 });
    for (const tier of [0, 1, 2, 2, 1]) await anApproved(t.db, hub, { tier, preferredDays: 0b01000 });
    const runId = await computedRun(t.as(hub.assistant), hub);
    expect(await replayMatchRun(t.as(hub.assistant), runId)).toEqual({ sameInput: true, sameOutcome: true });
    const { input } = await findRun(t.db, runId);
    await t.db
      .update(matchRuns)
      .set({ input: JSON.parse(JSON.stringify(input).replace('"tier":0', '"tier":2')) })
      .where(eq(matchRuns.id, runId));
    expect(await replayMatchRun(t.as(hub.assistant), runId)).toEqual({
      sameInput: false,
      sameOutcome: false,
    });
  });

  test("a result without its proof cannot be kept as computed", async () => {
    await anApproved(t.db, hub);
    await aGroupAt(t.db, hub, { km: 5 });
    const runId = await computedRun(t.as(hub.assistant), hub);
    const unproved = t.db
      .update(matchRuns)
      .set({ certificate: { proved: false } })
      .where(eq(matchRuns.id, runId));
    await expect(unproved).rejects.toMatchObject({
      cause: { constraint: "match_runs_computed_is_proved" },
    });
  });

  test("says on the run what no further try will mend, and a new run can start", async () => {
    await anApproved(t.db, hub);
    await aGroupAt(t.db, hub, { km: 5 });
    const runId = await startedRun(t.as(hub.assistant), hub);
    await t.db
      .update(matchRuns)
      .set({ policy: { move: -1 } })
      .where(eq(matchRuns.id, runId));
    expect(await computeMatchRun(t.as(job), { runId })).toEqual({ ok: true, value: { status: "failed" } });
    const { failure } = await findRun(t.db, runId);
    expect(failure).toContain("The policy number move is not a whole number from 0 up.");
    expect((await runEventsOf(t.db, runId)).at(-1)?.type).toBe("match_run.failed");
    expect((await startMatchRun(t.as(hub.assistant), hub)).ok).toBe(true);
  });

  test("goes on after a process that died, and gives up after three", async () => {
    await anApproved(t.db, hub);
    await aGroupAt(t.db, hub, { km: 5 });
    const runId = await startedRun(t.as(hub.assistant), hub);
    const died = { status: "computing", progress: 30, tries: 1 } as const;
    await t.db.update(matchRuns).set(died).where(eq(matchRuns.id, runId));
    expect(await computeMatchRun(t.as(job), { runId })).toMatchObject({ value: { status: "computed" } });
    await discardMatchRun(t.as(hub.assistant), { runId });
    const again = await startedRun(t.as(hub.assistant), hub);
    await t.db
      .update(matchRuns)
      .set({ ...died, tries: matchNumbers.tries })
      .where(eq(matchRuns.id, again));
    expect(await computeMatchRun(t.as(job), { runId: again })).toMatchObject({ value: { status: "failed" } });
  });

  test("is for our own job", async () => {
    await anApproved(t.db, hub);
    await aGroupAt(t.db, hub, { km: 5 });
    const runId = await startedRun(t.as(hub.assistant), hub);
    expect(await computeMatchRun(t.as(hub.assistant), { runId })).toMatchObject({
      refusal: { code: "not_found" },
    });
  });
});

describe("reviewing and discarding", () => {
  test("a run is looked through once it is worked out", async () => {
    await anApproved(t.db, hub);
    await aGroupAt(t.db, hub, { km: 5 });
    const runId = await startedRun(t.as(hub.assistant), hub);
    expect(await reviewMatchRun(t.as(hub.assistant), { runId })).toMatchObject({
      refusal: { code: "not_computed" },
    });
    await computeMatchRun(t.as(job), { runId });
    expect((await reviewMatchRun(t.as(hub.assistant), { runId })).ok).toBe(true);
    expect(await findRun(t.db, runId)).toMatchObject({
      status: "reviewed",
      reviewedBy: hub.assistant.personId,
      reviewedAt: TEST_NOW,
    });
    expect((await runEventsOf(t.db, runId)).at(-1)?.type).toBe("match_run.reviewed");
  });

  test("a discarded run leaves the applications as they were, tells nobody, and cannot be published", async () => {
    const { id } = await anApproved(t.db, hub);
    await aGroupAt(t.db, hub, { km: 5 });
    const before = await rowOf(id);
    const runId = await reviewedRun(t.as(hub.assistant), hub);
    expect((await discardMatchRun(t.as(hub.assistant), { runId })).ok).toBe(true);
    expect(await rowOf(id)).toEqual(before);
    expect(await t.db.$count(messages, eq(messages.applicationId, id))).toBe(0);
    expect((await runEventsOf(t.db, runId)).at(-1)?.type).toBe("match_run.discarded");
    expect(await publishMatchRun(t.as(hub.assistant), { runId, answerBy: BY, parts: null })).toMatchObject({
      refusal: { code: "wrong_status" },
    });
  });

  test("a run that is discarded while it is worked out stays discarded", async () => {
    await anApproved(t.db, hub);
    await aGroupAt(t.db, hub, { km: 5 });
    const runId = await startedRun(t.as(hub.assistant), hub);
    await discardMatchRun(t.as(hub.assistant), { runId });
    expect(await computeMatchRun(t.as(job), { runId })).toMatchObject({ value: { status: "discarded" } });
    expect((await resultsOf(t.db, runId)).size).toBe(0);
  });
});
