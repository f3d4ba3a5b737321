import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { applications } from "@/db/schema/applications";
import { matchRuns } from "@/db/schema/matching";
import { TEST_NOW } from "@/db/testing/factories";
import { testContext } from "@/db/testing/test-context";
import { hashOutcome } from "./hash-outcome";
import { match } from "./match";
import type { MatchInput } from "./match-input";
import { publishMatchRun } from "./publish-match-run";
import { listMatchGroups } from "./queries/match-groups";
import { findMatchRun } from "./queries/match-run";
import { replayMatchRun } from "./replay-match-run";
import { matchNumbers } from "./rules";
import { computedRun, reviewedRun } from "./testing/computed-run";
import {
  aGroupAt,
  anApproved,
  findRun,
  type HubToMatch,
  hubToMatch,
  resultsOf,
} from "./testing/hub-to-match";

const t = testContext();
const BY = "2026-06-01";
let hub: HubToMatch;

beforeEach(async () => {
  hub = await hubToMatch(t.db);
});

async function three() {
  return [await anApproved(t.db, hub), await anApproved(t.db, hub), await anApproved(t.db, hub)] as const;
}

describe("a run of groups with least sizes", () => {
  test("leaves a group with too few empty, and the school reads how many it would have had", async () => {
    const group = await aGroupAt(t.db, hub, { km: 5, minimumSchools: 4 });
    const [one] = await three();
    const runId = await reviewedRun(t.as(hub.assistant), hub);
    const sentence =
      "The one group that would be open to you, 5.0 km away on Tuesdays, does not run: it would have had 3 of the 4 schools it needs.";
    expect((await resultsOf(t.db, runId)).get(one.id)).toMatchObject({
      workGroupId: null,
      reason: sentence,
    });
    expect(await listMatchGroups(t.as(hub.assistant), { id: runId, hubId: hub.hubId })).toMatchObject([
      { id: group.id, proposed: 0, state: "does_not_run" },
    ]);
    expect((await findMatchRun(t.as(hub.assistant), runId))?.figures).toMatchObject({
      placed: 0,
      waiting: 3,
      averageKm: null,
    });
    expect((await publishMatchRun(t.as(hub.assistant), { runId, answerBy: BY, parts: null })).ok).toBe(true);
    const [told] = await t.db.select().from(applications).where(eq(applications.id, one.id));
    expect(told).toMatchObject({
      placement: "waiting",
      placementReason: sentence,
      placementExplanation: { kind: "group_not_viable", needed: 4, schools: 3, groupKm: 5 },
    });
  });

  test("counts the schools that hold a place there", async () => {
    const group = await aGroupAt(t.db, hub, { km: 5, minimumSchools: 4 });
    await anApproved(t.db, hub, {
      placement: "accepted",
      workGroupId: group.id,
      offeredAt: TEST_NOW,
      answerBy: BY,
    });
    await three();
    const runId = await computedRun(t.as(hub.assistant), hub);
    expect((await findRun(t.db, runId)).groups).toMatchObject([{ placed: 3, state: "runs" }]);
  });

  test("fills a group that the hub has confirmed, and says that it is kept open", async () => {
    await aGroupAt(t.db, hub, { km: 5, minimumSchools: 9, maximumSchools: 9, status: "confirmed" });
    await three();
    const runId = await computedRun(t.as(hub.assistant), hub);
    expect((await findRun(t.db, runId)).groups).toMatchObject([{ placed: 3, state: "kept_open" }]);
  });

  test("keeps what each part was shown to be, and how hard the exact solver was allowed to work", async () => {
    await aGroupAt(t.db, hub, { km: 1, minimumSchools: 3, maximumSchools: 3 });
    await aGroupAt(t.db, hub, { km: 9, minimumSchools: 2, weekday: 3 });
    await three();
    const runId = await computedRun(t.as(hub.assistant), hub);
    expect(await findRun(t.db, runId)).toMatchObject({
      exactWork: matchNumbers.exactWork,
      components: [{ applications: 3, groups: 2, proved: true, gap: null }],
    });
    expect((await findMatchRun(t.as(hub.assistant), runId))?.choice).toEqual({
      parts: 1,
      proved: 1,
      mayNotWait: 0,
      mayBeSaved: 0,
      byHand: "nothing",
    });
    expect(await replayMatchRun(t.as(hub.assistant), runId)).toEqual({ sameInput: true, sameOutcome: true });
  });

  test("a run from before groups had least sizes is replayed as it was computed", async () => {
    await aGroupAt(t.db, hub, { km: 5, minimumSchools: 4 });
    await three();
    const runId = await computedRun(t.as(hub.assistant), hub);
    const outcome = match((await findRun(t.db, runId)).input as MatchInput);
    await t.db
      .update(matchRuns)
      .set({ exactWork: null, components: null, outcomeHash: hashOutcome(outcome) })
      .where(eq(matchRuns.id, runId));
    expect(await replayMatchRun(t.as(hub.assistant), runId)).toEqual({ sameInput: true, sameOutcome: true });
  });

  test("a result without the state of its parts cannot be kept", async () => {
    await aGroupAt(t.db, hub, { km: 5 });
    await three();
    const runId = await computedRun(t.as(hub.assistant), hub);
    const without = t.db.update(matchRuns).set({ components: null }).where(eq(matchRuns.id, runId));
    await expect(without).rejects.toMatchObject({ cause: { constraint: "match_runs_components_with_work" } });
  });
});
