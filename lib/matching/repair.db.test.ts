import { and, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { applications } from "@/db/schema/applications";
import { events } from "@/db/schema/events";
import { freedPlaces } from "@/db/schema/freed-places";
import { matchRuns } from "@/db/schema/matching";
import { messages } from "@/db/schema/notifications";
import { anActor } from "@/db/testing/factories";
import { type FreshDatabase, freshDatabase } from "@/db/testing/fresh-database";
import { systemActor } from "@/lib/access/actor";
import { acceptPlace } from "@/lib/applications/accept-place";
import { withdrawApplication } from "@/lib/applications/withdraw-application";
import { changeMatchByHand } from "./change-match-by-hand";
import { chooseRepair } from "./choose-repair";
import { computeMatchRun } from "./compute-match-run";
import { offerFreedPlace } from "./offer-freed-place";
import { publishMatchRun } from "./publish-match-run";
import { findRepair, listRepairRows } from "./queries/repair";
import { replayMatchRun } from "./replay-match-run";
import { startRepair } from "./start-repair";
import { reviewedRun } from "./testing/computed-run";
import {
  aGroupAt,
  anApproved,
  findRun,
  type HubToMatch,
  hubToMatch,
  resultsOf,
} from "./testing/hub-to-match";

const BY = "2026-06-01";
const LATER = "2026-06-15";
const TUESDAYS = 0b00010;
const THURSDAYS = 0b01000;
const ONLY_THURSDAYS = 0b10111;
let fresh: FreshDatabase;
let hub: HubToMatch;

beforeAll(async () => {
  fresh = await freshDatabase({ connections: 8 });
});
afterAll(() => fresh.drop());
beforeEach(async () => {
  hub = await hubToMatch(fresh.db);
});

const decider = () => fresh.as(hub.assistant);

async function rowOf(id: string) {
  const [row] = await fresh.db.select().from(applications).where(eq(applications.id, id));
  if (!row) throw new Error("There is no such application");
  return row;
}

async function publish(runId: string, answerBy = BY) {
  return publishMatchRun(decider(), { runId, answerBy, parts: null });
}

async function startTwo(): Promise<string> {
  const answer = await startRepair(decider(), { hubId: hub.hubId, offerId: hub.offerId });
  if (!answer.ok) throw new Error(answer.refusal.code);
  return answer.value.runId;
}

/** Both runs of a repair, worked out. */
async function computedRepair() {
  const repairId = await startTwo();
  const frozenId = (await findRun(fresh.db, repairId)).besideRunId ?? "";
  for (const runId of [frozenId, repairId])
    await computeMatchRun(fresh.as(systemActor("compute-match-run")), { runId });
  const found = await findRepair(decider(), repairId);
  if (!found) throw new Error("There is no repair");
  return { repairId, frozenId, found };
}

/** A school that accepted the near group on Tuesdays and could go to the far one on Thursdays, which is free; and one that came late and can only come on Tuesdays. */
async function settledAndLate() {
  const near = await aGroupAt(fresh.db, hub, { km: 5, maximumSchools: 1, name: "Near" });
  const settled = await anApproved(fresh.db, hub);
  expect(await publish(await reviewedRun(decider(), hub))).toMatchObject({ value: { offered: 1 } });
  await acceptPlace(fresh.as(settled.lead), { applicationId: settled.id, workGroupId: near.id });
  const far = await aGroupAt(fresh.db, hub, { km: 9, maximumSchools: 1, weekday: 3, name: "Far" });
  const late = await anApproved(fresh.db, hub, { tier: 0, impossibleDays: THURSDAYS });
  return { near, far, settled, late };
}

describe("two ways to bring in a late school", () => {
  test("stand beside each other: who gets a place, who moves from where to where, and what a move has to be worth", async () => {
    const { settled, late } = await settledAndLate();
    const { found } = await computedRepair();
    expect(found).toMatchObject({
      priceOfMove: 20_000,
      frozen: { status: "computed", placed: 0, waiting: 1, moved: 0, cost: 0 },
      repair: { status: "computed", placed: 1, waiting: 0, moved: 1, cost: 50, tooSmall: [] },
      mayRun: true,
    });
    expect((await listRepairRows(decider(), found, 1)).rows).toMatchObject([
      { applicationId: settled.id, now: "Near", frozen: null, repair: "Far", nowKm: 5, repairKm: 9 },
      { applicationId: late.id, now: null, frozen: null, repair: "Near" },
    ]);
    const stranger = await anActor(fresh.db, {
      role: "assistant_hub_lead",
      hubId: (await hubToMatch(fresh.db)).hubId,
    });
    expect(await findRepair(fresh.as(stranger), found.repair.runId)).toBeUndefined();
  });

  test("say which group a move would leave with fewer schools than it needs", async () => {
    await aGroupAt(fresh.db, hub, { km: 5, minimumSchools: 2, maximumSchools: 2, name: "Near" });
    await anApproved(fresh.db, hub);
    await anApproved(fresh.db, hub);
    await publish(await reviewedRun(decider(), hub));
    await aGroupAt(fresh.db, hub, { km: 9, weekday: 3, minimumSchools: 3, name: "Far" });
    for (const impossibleDays of [ONLY_THURSDAYS, ONLY_THURSDAYS])
      await anApproved(fresh.db, hub, { impossibleDays });
    const { found } = await computedRepair();
    expect(found.frozen).toMatchObject({ placed: 0, tooSmall: [] });
    expect(found.repair).toMatchObject({
      placed: 2,
      moved: 1,
      tooSmall: [{ name: "Near", schools: 1, minimum: 2 }],
    });
  });

  test("are kept with their input, and give the same bytes again", async () => {
    await settledAndLate();
    const { repairId, frozenId } = await computedRepair();
    for (const runId of [repairId, frozenId])
      expect(await replayMatchRun(decider(), runId)).toEqual({ sameInput: true, sameOutcome: true });
  });

  test("begin once, and only after something was published", async () => {
    await anApproved(fresh.db, hub);
    await aGroupAt(fresh.db, hub, { km: 5 });
    const about = { hubId: hub.hubId, offerId: hub.offerId };
    expect(await startRepair(decider(), about)).toMatchObject({ refusal: { code: "not_matched" } });
    await publish(await reviewedRun(decider(), hub));
    await anApproved(fresh.db, hub);
    const answers = await Promise.all([1, 2, 3].map(() => startRepair(decider(), about)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.filter((answer) => !answer.ok && answer.refusal.code === "run_open")).toHaveLength(2);
    const open = and(eq(matchRuns.hubId, hub.hubId), eq(matchRuns.status, "queued"));
    expect(await fresh.db.$count(matchRuns, open)).toBe(2);
    const manager = await anActor(fresh.db, { role: "project_manager", hubId: hub.hubId });
    expect(await startRepair(fresh.as(manager), about)).toMatchObject({ refusal: { code: "not_found" } });
  });

  test("are published only after a person chose, and the other one is discarded", async () => {
    await settledAndLate();
    const { repairId, frozenId } = await computedRepair();
    await fresh.db.update(matchRuns).set({ status: "reviewed" }).where(eq(matchRuns.id, repairId));
    expect(await publish(repairId, LATER)).toMatchObject({ refusal: { code: "choose_first" } });
    const manager = await anActor(fresh.db, { role: "project_manager", hubId: hub.hubId });
    expect(await chooseRepair(fresh.as(manager), { runId: repairId })).toMatchObject({
      refusal: { code: "not_found" },
    });
    const answers = await Promise.all(
      [repairId, frozenId].map((runId) => chooseRepair(decider(), { runId })),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const statuses = [(await findRun(fresh.db, repairId)).status, (await findRun(fresh.db, frozenId)).status];
    expect(statuses.sort()).toEqual(["discarded", "reviewed"]);
    const chosen = and(eq(events.type, "match_run.chosen"), eq(events.hubId, hub.hubId));
    expect(await fresh.db.$count(events, chosen)).toBe(1);
  });
});

describe("the way that moves nobody", () => {
  test("brings a late school in where a place is free, and every other keeps its group", async () => {
    const { near, far, settled } = await settledAndLate();
    const late = await anApproved(fresh.db, hub, { tier: 1, impossibleDays: TUESDAYS });
    const { frozenId } = await computedRepair();
    await chooseRepair(decider(), { runId: frozenId });
    expect(await publish(frozenId, LATER)).toMatchObject({ value: { offered: 1, moved: 0, waiting: 1 } });
    expect(await rowOf(settled.id)).toMatchObject({ placement: "accepted", workGroupId: near.id });
    expect(await rowOf(late.id)).toMatchObject({ placement: "offered", workGroupId: far.id });
  });
});

describe("the way that moves the fewest", () => {
  async function chosenRepair(): Promise<string> {
    const { repairId } = await computedRepair();
    const chosen = await chooseRepair(decider(), { runId: repairId });
    expect(chosen.ok).toBe(true);
    return repairId;
  }

  test("moves a school that accepted, which keeps a place and reads why, and offers its place to the late one", async () => {
    const { near, far, settled, late } = await settledAndLate();
    const runId = await chosenRepair();
    expect((await rowOf(settled.id)).workGroupId).toBe(near.id);
    expect(await publish(runId, LATER)).toMatchObject({
      value: { offered: 1, moved: 1, waiting: 0, leftOut: 0 },
    });
    expect(await rowOf(settled.id)).toMatchObject({
      placement: "accepted",
      workGroupId: far.id,
      placementReason:
        "You keep a place, in another group: 9.0 km away, on Thursdays. The one you had is 5.0 km away, on Tuesdays. Your move helps to make room for a school that had no place; of all ways to do that, this is the best for all schools together.",
      placementExplanation: { kind: "placed", moved: { fromKm: 5 }, passedOver: [] },
    });
    expect(await rowOf(late.id)).toMatchObject({
      placement: "offered",
      workGroupId: near.id,
      answerBy: LATER,
    });
    const ofSettled = and(eq(messages.applicationId, settled.id), eq(messages.purpose, "place_moved"));
    const [mail, ...more] = await fresh.db.select().from(messages).where(ofSettled);
    expect(more).toEqual([]);
    expect(mail?.body).toContain("You have nothing to do: your place is kept.");
    const told = await fresh.db.select().from(events).where(eq(events.applicationId, settled.id));
    expect(told.map(({ type }) => type)).toContain("application.place_moved");
    expect(await fresh.db.$count(freedPlaces, eq(freedPlaces.applicationId, settled.id))).toBe(0);
  });

  test("is published as it was found: nobody changes single results of it by hand", async () => {
    const { far, settled } = await settledAndLate();
    const { repairId } = await computedRepair();
    const byHand = { kind: "put", workGroupId: far.id, reason: "They asked for it" } as const;
    expect(
      await changeMatchByHand(decider(), { runId: repairId, applicationId: settled.id, ...byHand }),
    ).toMatchObject({ refusal: { code: "change_of_repair" } });
  });

  test("offers anew, with a new date, what was offered and not answered yet", async () => {
    const near = await aGroupAt(fresh.db, hub, { km: 5, maximumSchools: 1 });
    const offered = await anApproved(fresh.db, hub);
    await publish(await reviewedRun(decider(), hub));
    const far = await aGroupAt(fresh.db, hub, { km: 9, maximumSchools: 1, weekday: 3 });
    await anApproved(fresh.db, hub, { impossibleDays: THURSDAYS });
    await publish(await chosenRepair(), LATER);
    expect(near.id).not.toBe(far.id);
    expect(await rowOf(offered.id)).toMatchObject({
      placement: "offered",
      workGroupId: far.id,
      answerBy: LATER,
    });
  });

  test("moves a whole chain, whatever the order of its schools, and no group is oversold on the way", async () => {
    const groups = [];
    for (let step = 0; step < 4; step += 1)
      groups.push(await aGroupAt(fresh.db, hub, { km: 5 + step, maximumSchools: 1, weekday: step }));
    const only = (...days: number[]) => 0b11111 & ~days.reduce((bits, day) => bits | (1 << day), 0);
    const chain = [];
    for (let step = 0; step < 3; step += 1)
      chain.push(await anApproved(fresh.db, hub, { tier: 2 - step, impossibleDays: only(step, step + 1) }));
    await publish(await reviewedRun(decider(), hub));
    expect(await groupsOf(chain)).toEqual(groups.slice(0, 3).map(({ id }) => id));
    const late = await anApproved(fresh.db, hub, { tier: 0, impossibleDays: only(0) });
    expect(await publish(await chosenRepair(), LATER)).toMatchObject({
      value: { offered: 1, moved: 3, leftOut: 0 },
    });
    expect(await groupsOf([late, ...chain])).toEqual(groups.map(({ id }) => id));
  });
  const groupsOf = async (of: readonly { id: string }[]) =>
    (await Promise.all(of.map(({ id }) => rowOf(id)))).map(({ workGroupId }) => workGroupId);

  test("leaves out a school that has gone meanwhile, and the late one still gets the place that is free", async () => {
    const { near, settled, late } = await settledAndLate();
    const runId = await chosenRepair();
    expect((await withdrawApplication(fresh.as(settled.lead), { applicationId: settled.id })).ok).toBe(true);
    expect(await publish(runId, LATER)).toMatchObject({ value: { offered: 1, moved: 0, leftOut: 1 } });
    expect((await resultsOf(fresh.db, runId)).get(settled.id)?.leftOut).toBe("withdrawn");
    expect(await rowOf(late.id)).toMatchObject({ placement: "offered", workGroupId: near.id });
    const [freed] = await fresh.db.select().from(freedPlaces).where(eq(freedPlaces.workGroupId, near.id));
    const list = fresh.as(systemActor("offer-freed-place"));
    expect(await offerFreedPlace(list, { freedPlaceId: freed?.id ?? "" })).toMatchObject({
      value: { outcome: "not_free" },
    });
  });

  test("moves nobody and gives nobody the place when the other group has filled meanwhile", async () => {
    const { near, far, settled, late } = await settledAndLate();
    const runId = await chosenRepair();
    await anApproved(fresh.db, hub, {
      placement: "accepted",
      workGroupId: far.id,
      placementReason: "By hand",
    });
    expect(await publish(runId, LATER)).toMatchObject({ refusal: { code: "nothing_to_publish" } });
    expect(await rowOf(settled.id)).toMatchObject({ placement: "accepted", workGroupId: near.id });
    expect((await rowOf(late.id)).placement).toBe("unplaced");
    const { rows } = await fresh.db.execute(sql`select 1 from applications where work_group_id = ${near.id}`);
    expect(rows).toHaveLength(1);
  });
});

test("a school gives its place back while the hub publishes the move: whichever is first, nobody is left without and nothing is oversold", async () => {
  for (let round = 0; round < 6; round += 1) {
    hub = await hubToMatch(fresh.db);
    const { near, far, settled, late } = await settledAndLate();
    const { repairId } = await computedRepair();
    await chooseRepair(decider(), { runId: repairId });
    const [published, withdrawn] = await Promise.all([
      publish(repairId, LATER),
      withdrawApplication(fresh.as(settled.lead), { applicationId: settled.id }),
    ]);
    expect([published.ok, withdrawn.ok]).toEqual([true, true]);
    expect(await rowOf(late.id)).toMatchObject({ placement: "offered", workGroupId: near.id });
    expect((await rowOf(settled.id)).decision).toBe("withdrawn");
    const freed = await fresh.db.select().from(freedPlaces).where(eq(freedPlaces.applicationId, settled.id));
    expect(freed).toHaveLength(1);
    expect([near.id, far.id]).toContain(freed[0]?.workGroupId);
  }
});
