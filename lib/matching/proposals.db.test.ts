import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { applications } from "@/db/schema/applications";
import { matchProposals } from "@/db/schema/matching";
import { offers } from "@/db/schema/programmes";
import { workGroupLeads, workGroups } from "@/db/schema/workgroups";
import { aLead, anActor, anOffer } from "@/db/testing/factories";
import { testContext } from "@/db/testing/test-context";
import { systemActor } from "@/lib/access/actor";
import { openWorkGroup } from "@/lib/workgroups/open-work-group";
import { planSessions } from "@/lib/workgroups/plan-sessions";
import { changeMatchByHand } from "./change-match-by-hand";
import { computeMatchRun } from "./compute-match-run";
import { discardMatchRun } from "./discard-match-run";
import { matchAgain } from "./match-again";
import { planProposedGroup } from "./plan-proposed-group";
import { publishMatchRun } from "./publish-match-run";
import { listHandChanges } from "./queries/hand-changes";
import { listMatchGroups } from "./queries/match-groups";
import { listMatchProposals } from "./queries/match-proposals";
import { findWhyLead } from "./queries/why-lead";
import { replayMatchRun } from "./replay-match-run";
import { reviewMatchRun } from "./review-match-run";
import { computedRun, startedRun } from "./testing/computed-run";
import {
  aGroupAt,
  anApproved,
  findRun,
  type HubToMatch,
  resultsOf,
  runEventsOf,
} from "./testing/hub-to-match";
import { aSpecialist, hubForSpecialists, venueIsKnown } from "./testing/specialists";
import { undoHandChange } from "./undo-hand-change";

const t = testContext();
let hub: HubToMatch;

beforeEach(async () => {
  hub = await hubForSpecialists(t.db);
  await t.db.update(offers).set({ minimumSchools: 3, maximumSchools: 6 }).where(eq(offers.id, hub.offerId));
});

const WEDNESDAY_ONLY = 0b11011;

/** A Tuesday group, and three schools that can come on Wednesdays only. */
async function threeOnWednesdays() {
  await aGroupAt(t.db, hub, { km: 5 });
  const waiting = [];
  for (let i = 0; i < 3; i++) waiting.push(await anApproved(t.db, hub, { impossibleDays: WEDNESDAY_ONLY }));
  return waiting;
}

const as = () => t.as(hub.assistant);
const plan = (runId: string) => planProposedGroup(as(), { runId, number: 1 });

async function planned(runId: string): Promise<string> {
  await venueIsKnown(t.db);
  const answer = await plan(runId);
  if (!answer.ok) throw new Error(answer.refusal.code);
  return answer.value.workGroupId;
}

async function computedAgain(runId: string): Promise<string> {
  const again = await matchAgain(as(), { runId });
  if (!again.ok) throw new Error(again.refusal.code);
  const ctx = { ...as(), actor: systemActor("compute-match-run") };
  expect(await computeMatchRun(ctx, again.value)).toMatchObject({ value: { status: "computed" } });
  return again.value.runId;
}

describe("a run proposes new groups", () => {
  test("on a day on which those who wait can come, with a free lead and enough schools", async () => {
    await threeOnWednesdays();
    const lead = await aSpecialist(t.db, hub);
    const runId = await computedRun(as(), hub);
    const [proposal, ...others] = await listMatchProposals(as(), runId);
    expect(others).toEqual([]);
    expect(proposal).toMatchObject({
      number: 1,
      weekday: 2,
      online: false,
      minimum: 3,
      maximum: 6,
      lead: lead.name,
      averageKm: 0,
      planned: null,
    });
    expect(proposal?.schools).toHaveLength(3);
    expect(await replayMatchRun(as(), runId)).toEqual({ sameInput: true, sameOutcome: true });
  });

  test("also where no group is open at all", async () => {
    const waiting = [];
    for (let i = 0; i < 3; i++) waiting.push(await anApproved(t.db, hub));
    await aSpecialist(t.db, hub);
    const runId = await computedRun(as(), hub);
    expect((await listMatchProposals(as(), runId)).map(({ schools }) => schools.length)).toEqual([3]);
    expect((await resultsOf(t.db, runId)).get(waiting[0]?.id ?? "")?.reason).toBe(
      "No group of this programme is open in your hub or next to it yet.",
    );
  });

  test("none without a free lead or for too few, and only ways of meeting that the offer allows", async () => {
    const waiting = await threeOnWednesdays();
    const lead = await aSpecialist(t.db, hub);
    const busy = await aGroupAt(t.db, { ...hub, offerId: (await anOffer(t.db)).id }, { km: 1, weekday: 2 });
    const led = await aLead(t.db, busy.id, lead.personId);
    const none = await computedRun(as(), hub);
    expect(await listMatchProposals(as(), none)).toEqual([]);
    await discardMatchRun(as(), { runId: none });
    await t.db.delete(workGroupLeads).where(eq(workGroupLeads.id, led.id));
    await t.db.update(offers).set({ meets: "online" }).where(eq(offers.id, hub.offerId));
    const online = await computedRun(as(), hub);
    expect(await listMatchProposals(as(), online)).toMatchObject([{ online: true, averageKm: null }]);
    await discardMatchRun(as(), { runId: online });
    await t.db
      .update(applications)
      .set({ decision: "withdrawn" })
      .where(eq(applications.id, waiting[0]?.id ?? ""));
    expect(await listMatchProposals(as(), await computedRun(as(), hub))).toEqual([]);
  });
});

describe("planning a proposed group", () => {
  test("makes a planned group with its lead, once, and is told on the run's timeline", async () => {
    await threeOnWednesdays();
    const lead = await aSpecialist(t.db, hub);
    const runId = await computedRun(as(), hub);
    const workGroupId = await planned(runId);
    expect(await planned(runId)).toBe(workGroupId);
    const [group] = await t.db.select().from(workGroups).where(eq(workGroups.id, workGroupId));
    expect(group).toMatchObject({
      status: "planned",
      name: "Testham Wednesday",
      venuePostcode: "TE1 1ST",
      weekday: 2,
      minimumSchools: 3,
      maximumSchools: 6,
    });
    expect(
      await t.db.select().from(workGroupLeads).where(eq(workGroupLeads.workGroupId, workGroupId)),
    ).toMatchObject([{ personId: lead.personId, finishedOn: null }]);
    expect(await findWhyLead(t.as(lead), workGroupId)).toMatchObject({
      assignedBy: hub.assistant.name,
      byMatch: false,
      reason:
        "A match proposed this new group for 3 schools that waited. Of the leads who were still free on Wednesdays, nobody would have suited it better.",
    });
    expect((await runEventsOf(t.db, runId)).filter(({ type }) => type === "match_run.group_planned")).toEqual(
      [{ type: "match_run.group_planned", payload: { name: "Testham Wednesday", schools: 3 } }],
    );
    expect(await listMatchProposals(as(), runId)).toMatchObject([
      { planned: { id: workGroupId, name: "Testham Wednesday", by: hub.assistant.name } },
    ]);
  });

  test("is refused when the lead is no longer free, for a discarded run, and for those who do not decide", async () => {
    await threeOnWednesdays();
    const lead = await aSpecialist(t.db, hub);
    const runId = await computedRun(as(), hub);
    const manager = await anActor(t.db, { role: "project_manager", hubId: hub.hubId });
    expect(await planProposedGroup(t.as(manager), { runId, number: 1 })).toMatchObject({
      refusal: { code: "not_found" },
    });
    expect(await planProposedGroup(as(), { runId, number: 2 })).toMatchObject({
      refusal: { code: "not_found" },
    });
    const busy = await aGroupAt(t.db, { ...hub, offerId: (await anOffer(t.db)).id }, { km: 1, weekday: 2 });
    await aLead(t.db, busy.id, lead.personId);
    expect(await plan(runId)).toMatchObject({ refusal: { code: "proposed_lead_gone" } });
    await discardMatchRun(as(), { runId });
    expect(await plan(runId)).toMatchObject({ refusal: { code: "wrong_status" } });
    expect(await t.db.$count(matchProposals, eq(matchProposals.runId, runId))).toBe(1);
  });
});

describe("after a decision by hand", () => {
  const servedBy = async (runId: string) =>
    (await listMatchProposals(as(), runId)).map(({ number, schools }) => [number, schools.length]);

  /** Two schools in the Tuesday group, of which one could come on Wednesdays too and is kept out, and three that wait. */
  async function fourOnWednesdays() {
    await threeOnWednesdays();
    await anApproved(t.db, hub, { impossibleDays: 0b11101 });
    const fourth = await anApproved(t.db, hub, { impossibleDays: 0b11001 });
    await aSpecialist(t.db, hub);
    const runId = await computedRun(as(), hub);
    const placed = (await resultsOf(t.db, runId)).get(fourth.id)?.workGroupId ?? "";
    const keepOut = () =>
      changeMatchByHand(as(), {
        runId,
        applicationId: fourth.id,
        kind: "keep_out",
        workGroupId: placed,
        reason: "The head asked for a Wednesday",
      });
    return { runId, keepOut };
  }

  test("new groups are worked out anew, and again once it is undone", async () => {
    const { runId, keepOut } = await fourOnWednesdays();
    expect(await servedBy(runId)).toEqual([[1, 3]]);
    expect((await keepOut()).ok).toBe(true);
    expect(await servedBy(runId)).toEqual([[2, 4]]);
    await venueIsKnown(t.db);
    expect(await plan(runId)).toMatchObject({ refusal: { code: "not_found" } });
    const [change] = await listHandChanges(as(), runId);
    expect((await undoHandChange(as(), { runId, changeId: change?.id ?? "" })).ok).toBe(true);
    expect(await servedBy(runId)).toEqual([[3, 3]]);
  });

  test("a group that has been planned stays, and its schools are not counted again", async () => {
    const { runId, keepOut } = await fourOnWednesdays();
    await planned(runId);
    expect((await keepOut()).ok).toBe(true);
    expect(await servedBy(runId)).toEqual([[1, 3]]);
  });

  test("matching again begins with them as they are then", async () => {
    const { runId, keepOut } = await fourOnWednesdays();
    await keepOut();
    const again = await computedAgain(runId);
    expect((await servedBy(again)).map(([, schools]) => schools)).toEqual([4]);
  });
});

describe("matching again", () => {
  test("discards the run that nobody has published and places the schools in the planned group", async () => {
    const waiting = await threeOnWednesdays();
    await aSpecialist(t.db, hub);
    const runId = await computedRun(as(), hub);
    const workGroupId = await planned(runId);
    const again = await computedAgain(runId);
    expect((await findRun(t.db, runId)).status).toBe("discarded");
    const results = await resultsOf(t.db, again);
    expect(waiting.map(({ id }) => results.get(id)?.workGroupId)).toEqual([
      workGroupId,
      workGroupId,
      workGroupId,
    ]);
    const groups = await listMatchGroups(as(), { id: again, hubId: hub.hubId });
    expect(groups.find(({ id }) => id === workGroupId)).toMatchObject({ planned: true, proposed: 3 });
  });

  test("its places are offered once it has dates and is open", async () => {
    await threeOnWednesdays();
    await aSpecialist(t.db, hub);
    const workGroupId = await planned(await computedRun(as(), hub));
    const [{ runId = "" } = {}] = await t.db
      .select({ runId: matchProposals.runId })
      .from(matchProposals)
      .where(eq(matchProposals.workGroupId, workGroupId));
    const again = await computedAgain(runId);
    await reviewMatchRun(as(), { runId: again });
    const publish = () => publishMatchRun(as(), { runId: again, answerBy: "2026-06-01", parts: null });
    expect(await publish()).toMatchObject({ refusal: { code: "groups_planned" } });
    const dates = await planSessions(as(), {
      workGroupId,
      sessions: [{ heldOn: "2026-10-07", startsAt: "13:30", endsAt: "15:30", title: "" }],
    });
    expect(dates.ok).toBe(true);
    expect((await openWorkGroup(as(), { workGroupId })).ok).toBe(true);
    expect(await publish()).toMatchObject({ value: { offered: 3, leftOut: 0 } });
  });

  test("waits for a run that is being worked out, and is for those who decide", async () => {
    await threeOnWednesdays();
    const runId = await startedRun(as(), hub);
    expect(await matchAgain(as(), { runId })).toMatchObject({ refusal: { code: "not_computed" } });
    const manager = await anActor(t.db, { role: "project_manager", hubId: hub.hubId });
    expect(await matchAgain(t.as(manager), { runId })).toMatchObject({ refusal: { code: "not_found" } });
  });
});
