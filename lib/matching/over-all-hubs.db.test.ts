import { eq, inArray } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { applications } from "@/db/schema/applications";
import { events } from "@/db/schema/events";
import { freedPlaces } from "@/db/schema/freed-places";
import { hubNeighbours } from "@/db/schema/hubs";
import { matchRuns } from "@/db/schema/matching";
import { messages } from "@/db/schema/notifications";
import { workGroupLeads, workGroups } from "@/db/schema/workgroups";
import { anActor } from "@/db/testing/factories";
import { testContext } from "@/db/testing/test-context";
import { systemActor, type UserActor } from "@/lib/access/actor";
import { declinePlace } from "@/lib/applications/decline-place";
import { offerPlace } from "@/lib/applications/offer-place";
import { undoDecision } from "@/lib/applications/undo-decision";
import { assignLead } from "@/lib/workgroups/assign-lead";
import { changeMatchByHand } from "./change-match-by-hand";
import { chooseRepair } from "./choose-repair";
import { computeMatchRun } from "./compute-match-run";
import { discardMatchRun } from "./discard-match-run";
import { matchAgain } from "./match-again";
import { offerFreedPlace } from "./offer-freed-place";
import { planProposedGroup } from "./plan-proposed-group";
import { publishMatchRun } from "./publish-match-run";
import { listMatchGroups } from "./queries/match-groups";
import { listMatchProposals } from "./queries/match-proposals";
import { listMatchingOffers } from "./queries/matching-offers";
import { replayMatchRun } from "./replay-match-run";
import { startMatchRun } from "./start-match-run";
import { startRepair } from "./start-repair";
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
import { aSpecialist, hubForSpecialists, venueIsKnown } from "./testing/specialists";

const t = testContext();
const BY = "2026-06-01";
let here: HubToMatch;
let next: HubToMatch;
let far: HubToMatch;
let nation: { hubId: null; offerId: string; assistant: UserActor };

beforeEach(async () => {
  here = await hubForSpecialists(t.db);
  const { offerId } = here;
  next = { ...(await hubToMatch(t.db)), offerId };
  far = { ...(await hubToMatch(t.db)), offerId };
  nation = { hubId: null, offerId, assistant: await anActor(t.db, { role: "national_team" }) };
  await areNeighbours(here, next);
});

async function areNeighbours(a: HubToMatch, b: HubToMatch): Promise<void> {
  await t.db.insert(hubNeighbours).values([
    { hubId: a.hubId, neighbourId: b.hubId },
    { hubId: b.hubId, neighbourId: a.hubId },
  ]);
}

const national = () => t.as(nation.assistant);
const rowOf = async (id: string) =>
  (await t.db.select().from(applications).where(eq(applications.id, id)))[0];
const publish = (runId: string, parts: string[] | null = null) =>
  publishMatchRun(national(), { runId, answerBy: BY, parts });

describe("a match over all hubs", () => {
  test("takes schools and groups of every hub, and proves and replays as any other", async () => {
    const ids = [];
    for (const hub of [here, next, far]) {
      await aGroupAt(t.db, hub, { km: 5 });
      ids.push((await anApproved(t.db, hub)).id);
    }
    const runId = await computedRun(national(), nation);
    const results = await resultsOf(t.db, runId);
    expect([...results.keys()].sort()).toEqual(ids.sort());
    expect([...results.values()].every(({ workGroupId }) => workGroupId !== null)).toBe(true);
    expect(await findRun(t.db, runId)).toMatchObject({ hubId: null, status: "computed" });
    expect(await replayMatchRun(national(), runId)).toEqual({ sameInput: true, sameOutcome: true });
    expect((await runEventsOf(t.db, runId)).map(({ type }) => type)).toEqual([
      "match_run.started",
      "match_run.computed",
    ]);
  });

  test("places a school in another hub's group only next door, where it would go and is welcome", async () => {
    const group = await aGroupAt(t.db, next, { km: 5, maximumSchools: 9 });
    const guest = await anApproved(t.db, here, { neighbourHubs: true });
    const stays = await anApproved(t.db, here, { neighbourHubs: false });
    const stranger = await anApproved(t.db, far, { neighbourHubs: true });
    const results = await resultsOf(t.db, await computedRun(national(), nation));
    expect(results.get(guest.id)?.workGroupId).toBe(group.id);
    expect(results.get(stays.id)?.workGroupId).toBeNull();
    expect(results.get(stranger.id)?.workGroupId).toBeNull();
  });

  test("gives one place to the school of the higher priority, whichever hub is its own", async () => {
    await aGroupAt(t.db, next, { km: 5, maximumSchools: 1 });
    const own = await anApproved(t.db, next, { tier: 2 });
    const guest = await anApproved(t.db, here, { tier: 0, neighbourHubs: true });
    const results = await resultsOf(t.db, await computedRun(national(), nation));
    expect(results.get(guest.id)?.workGroupId).not.toBeNull();
    expect(results.get(own.id)?.workGroupId).toBeNull();
  });

  test("looks for a lead for each hub's groups among those who lead for that hub", async () => {
    const person = await aSpecialist(t.db, next);
    const led = await aGroupAt(t.db, next, { km: 5 });
    const unled = await aGroupAt(t.db, far, { km: 5 });
    await anApproved(t.db, next);
    await anApproved(t.db, far);
    const runId = await computedRun(national(), nation);
    const groups = await listMatchGroups(national(), { id: runId, hubId: null });
    const found = groups.map(({ id, leadFound, proposedLead }) => [id, leadFound, proposedLead]);
    expect(found).toContainEqual([led.id, "proposed", person.name]);
    expect(found).toContainEqual([unled.id, "nobody", null]);
  });
});

describe("publishing it", () => {
  test("offers places, gives leads and writes to the schools, in the name of who published it", async () => {
    const person = await aSpecialist(t.db, next);
    const group = await aGroupAt(t.db, next, { km: 5, maximumSchools: 1 });
    const placed = await anApproved(t.db, here, { tier: 0, neighbourHubs: true });
    const waits = await anApproved(t.db, next, { tier: 2 });
    const runId = await reviewedRun(national(), nation);
    expect(await publish(runId)).toMatchObject({ value: { offered: 1, waiting: 1, leftOut: 0 } });
    expect(await rowOf(placed.id)).toMatchObject({ placement: "offered", workGroupId: group.id });
    expect(await rowOf(waits.id)).toMatchObject({ placement: "waiting" });
    const [lead] = await t.db.select().from(workGroupLeads).where(eq(workGroupLeads.workGroupId, group.id));
    expect(lead).toMatchObject({ personId: person.personId, assignedBy: nation.assistant.personId });
    for (const { id } of [placed, waits])
      expect(await t.db.$count(messages, eq(messages.applicationId, id))).toBe(1);
    const told = await t.db
      .select()
      .from(events)
      .where(inArray(events.type, ["application.place_offered", "application.kept_waiting"]));
    expect(told.map(({ actorId, hubId }) => [actorId, hubId]).sort()).toEqual(
      [
        [nation.assistant.personId, here.hubId],
        [nation.assistant.personId, next.hubId],
      ].sort(),
    );
    expect((await runEventsOf(t.db, runId)).at(-1)?.type).toBe("match_run.published");
  });

  test("gives nobody of the national team a say over a hub's single places, groups or runs", async () => {
    const { id: workGroupId } = await aGroupAt(t.db, here, { km: 5 });
    const { id: applicationId } = await anApproved(t.db, here);
    await publish(await reviewedRun(national(), nation));
    const late = await anApproved(t.db, here);
    const reason = "Because";
    const chosen = {
      kind: "chosen",
      decidedBy: "person",
      km: 5,
      preferredDay: true,
      sameLead: null,
    } as const;
    const refused = { refusal: { code: "not_found" } };
    expect(
      await offerPlace(national(), {
        applicationId: late.id,
        workGroupId,
        answerBy: BY,
        reason,
        explanation: chosen,
      }),
    ).toMatchObject(refused);
    expect(await undoDecision(national(), { applicationId, version: 1 })).toMatchObject(refused);
    expect(
      await assignLead(national(), { workGroupId, personId: nation.assistant.personId, reason }),
    ).toMatchObject(refused);
    expect(await startMatchRun(national(), here)).toMatchObject(refused);
  });

  test("a place that comes free afterwards is offered to the next school of the line", async () => {
    const { id: workGroupId } = await aGroupAt(t.db, next, { km: 5, maximumSchools: 1 });
    const holder = await anApproved(t.db, next, { tier: 0 });
    const waits = await anApproved(t.db, next, { tier: 2 });
    await publish(await reviewedRun(national(), nation));
    await declinePlace(t.as(holder.lead), { applicationId: holder.id, workGroupId, reason: "day" });
    const [freed] = await t.db.select().from(freedPlaces).where(eq(freedPlaces.workGroupId, workGroupId));
    const freedPlaceId = freed?.id ?? "";
    const job = t.as(systemActor("offer-freed-place"));
    expect(await offerFreedPlace(job, { freedPlaceId })).toMatchObject({ value: { outcome: "offered" } });
    expect(await rowOf(waits.id)).toMatchObject({ placement: "offered", workGroupId });
  });

  test("a school that came late is brought in over all hubs, or by its hub", async () => {
    await aGroupAt(t.db, here, { km: 5 });
    await anApproved(t.db, here);
    await publish(await reviewedRun(national(), nation));
    await anApproved(t.db, here);
    const { offerId } = nation;
    const repair = await startRepair(national(), { hubId: null, offerId });
    if (!repair.ok) throw new Error(repair.refusal.code);
    const chosen = await chooseRepair(t.as(here.assistant), repair.value);
    expect(chosen).toMatchObject({ refusal: { code: "not_found" } });
    expect(await startRepair(t.as(here.assistant), here)).toMatchObject({ refusal: { code: "run_open" } });
    const both = await t.db.select().from(matchRuns).where(eq(matchRuns.status, "queued"));
    for (const { id: runId } of both) await discardMatchRun(national(), { runId });
    expect((await startRepair(t.as(here.assistant), here)).ok).toBe(true);
  });
});

describe("in its review", () => {
  test("a school is put by hand in a group of the hub next door", async () => {
    const other = await aGroupAt(t.db, next, { km: 9 });
    await aGroupAt(t.db, here, { km: 5 });
    await anApproved(t.db, next);
    await anApproved(t.db, here);
    const { id: applicationId } = await anApproved(t.db, here, { neighbourHubs: true });
    const runId = await computedRun(national(), nation);
    const put = { runId, applicationId, kind: "put" as const, workGroupId: other.id, reason: "They asked" };
    expect((await changeMatchByHand(national(), put)).ok).toBe(true);
    expect((await resultsOf(t.db, runId)).get(applicationId)?.workGroupId).toBe(other.id);
    expect((await runEventsOf(t.db, runId)).at(-1)?.type).toBe("match_run.changed_by_hand");
  });

  test("a proposed group is planned in the hub whose schools wait, with a lead of that hub", async () => {
    await venueIsKnown(t.db);
    const person = await aSpecialist(t.db, far);
    for (let school = 0; school < 8; school += 1) await anApproved(t.db, far);
    const runId = await computedRun(national(), nation);
    const [proposal] = await listMatchProposals(national(), runId);
    expect(proposal).toMatchObject({ lead: person.name });
    const planned = await planProposedGroup(national(), { runId, number: proposal?.number ?? 0 });
    if (!planned.ok) throw new Error(planned.refusal.code);
    const [group] = await t.db.select().from(workGroups).where(eq(workGroups.id, planned.value.workGroupId));
    expect(group).toMatchObject({ hubId: far.hubId, status: "planned" });
    const again = await matchAgain(national(), { runId });
    if (!again.ok) throw new Error(again.refusal.code);
    await computeMatchRun(t.as(systemActor("compute-match-run")), again.value);
    const placed = [...(await resultsOf(t.db, again.value.runId)).values()];
    expect(placed.every(({ workGroupId }) => workGroupId === group?.id)).toBe(true);
  });
});

describe("a hub's run and one over all hubs", () => {
  test("are never open at once, and the next may start when the first is discarded", async () => {
    await anApproved(t.db, here);
    const { hubId, offerId } = here;
    const own = await startMatchRun(t.as(here.assistant), { hubId, offerId });
    if (!own.ok) throw new Error(own.refusal.code);
    expect(await startMatchRun(national(), { hubId: null, offerId })).toMatchObject({
      refusal: { code: "run_open" },
    });
    const [listed] = (await listMatchingOffers(national(), null, 1)).rows;
    expect(listed).toMatchObject({ unplaced: 1, hubs: 1, inTheWay: 1 });
    await discardMatchRun(t.as(here.assistant), own.value);
    const all = await startMatchRun(national(), { hubId: null, offerId });
    expect(all.ok).toBe(true);
    expect(await startMatchRun(t.as(here.assistant), { hubId, offerId })).toMatchObject({
      refusal: { code: "run_open" },
    });
    expect((await listMatchingOffers(t.as(here.assistant), hubId, 1)).rows).toMatchObject([{ inTheWay: 1 }]);
  });

  test("of two the older one is not published: nobody gets an old result", async () => {
    await aGroupAt(t.db, here, { km: 5 });
    await anApproved(t.db, here);
    const old = await reviewedRun(t.as(here.assistant), here);
    await publishMatchRun(t.as(here.assistant), { runId: old, answerBy: BY, parts: null });
    await anApproved(t.db, here);
    const later = t.as(nation.assistant);
    const run = await startMatchRun({ ...later, now: new Date(later.now.getTime() + 60_000) }, nation);
    expect(run.ok).toBe(true);
    expect(
      await publishMatchRun(t.as(here.assistant), { runId: old, answerBy: BY, parts: null }),
    ).toMatchObject({ refusal: { code: "newer_run" } });
  });
});
