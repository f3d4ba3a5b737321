import { beforeEach, describe, expect, test } from "vitest";
import { buildWorld } from "@/db/testing/cast";
import { anActor } from "@/db/testing/factories";
import { testContext } from "@/db/testing/test-context";
import type { UserActor } from "@/lib/access/actor";
import { changeMatchByHand } from "./change-match-by-hand";
import { discardMatchRun } from "./discard-match-run";
import { matchAgain } from "./match-again";
import { planProposedGroup } from "./plan-proposed-group";
import { publishMatchRun } from "./publish-match-run";
import { listHandChanges } from "./queries/hand-changes";
import { findMatchRun } from "./queries/match-run";
import { listMatchRuns } from "./queries/match-runs";
import { listMatchingOffers } from "./queries/matching-offers";
import { reviewMatchRun } from "./review-match-run";
import { startMatchRun } from "./start-match-run";
import { startRepair } from "./start-repair";
import { computedRun } from "./testing/computed-run";
import { aGroupAt, anApproved, type HubToMatch, hubToMatch } from "./testing/hub-to-match";
import { undoHandChange } from "./undo-hand-change";

const t = testContext();
const BY = "2026-06-01";
let here: HubToMatch;
let nation: { hubId: null; offerId: string; assistant: UserActor };
const national = () => t.as(nation.assistant);

beforeEach(async () => {
  here = await hubToMatch(t.db);
  const assistant = await anActor(t.db, { role: "national_team" });
  nation = { hubId: null, offerId: here.offerId, assistant };
});

describe("a run over all hubs belongs to the national team", () => {
  test("who does all of it, and of everybody else nobody does any", async () => {
    const world = await buildWorld(t.db);
    const application = await anApproved(t.db, here);
    const group = await aGroupAt(t.db, here, { km: 5 });
    const runId = await computedRun(national(), nation);
    const put = {
      runId,
      applicationId: application.id,
      kind: "put",
      workGroupId: group.id,
      reason: "Asked",
    } as const;
    expect((await changeMatchByHand(national(), put)).ok).toBe(true);
    const changeId = (await listHandChanges(national(), runId))[0]?.id ?? "";
    const parts = { runId, answerBy: BY, parts: null };
    const { national_team: _, ...others } = world.cast;
    for (const [name, actor] of Object.entries(others)) {
      const ctx = t.as(actor);
      const answers = [
        await startMatchRun(ctx, nation),
        await startRepair(ctx, nation),
        await reviewMatchRun(ctx, { runId }),
        await publishMatchRun(ctx, parts),
        await discardMatchRun(ctx, { runId }),
        await matchAgain(ctx, { runId }),
        await planProposedGroup(ctx, { runId, number: 1 }),
        await changeMatchByHand(ctx, put),
        await undoHandChange(ctx, { runId, changeId }),
      ];
      const codes = answers.map((answer) => (answer.ok ? "ok" : answer.refusal.code));
      expect(new Set(codes), name).toEqual(new Set(["not_found"]));
    }
    const nationals = t.as(world.cast.national_team);
    expect((await undoHandChange(nationals, { runId, changeId })).ok).toBe(true);
    expect((await reviewMatchRun(nationals, { runId })).ok).toBe(true);
  });

  test("who sees it, and nobody of a hub does; of a hub's run its own people, and nobody of the nation", async () => {
    await anApproved(t.db, here);
    const all = await computedRun(national(), nation);
    const hubLead = await anActor(t.db, { role: "hub_lead", hubId: here.hubId });
    expect(await findMatchRun(t.as(hubLead), all)).toBeUndefined();
    expect((await listMatchRuns(t.as(hubLead), null, 1)).total).toBe(0);
    expect((await listMatchingOffers(t.as(hubLead), null, 1)).total).toBe(0);
    expect(await findMatchRun(national(), all)).toMatchObject({ hub: null, hubCode: null, mayRun: true });
    expect((await listMatchRuns(national(), null, 1)).total).toBe(1);
    for (const deed of [reviewMatchRun, discardMatchRun, matchAgain])
      expect(await deed(t.as(hubLead), { runId: all })).toMatchObject({ refusal: { code: "not_found" } });
    expect(await publishMatchRun(t.as(hubLead), { runId: all, answerBy: BY, parts: null })).toMatchObject({
      refusal: { code: "not_found" },
    });
    expect(await startMatchRun(t.as(hubLead), nation)).toMatchObject({ refusal: { code: "not_found" } });
    expect(await startRepair(t.as(hubLead), nation)).toMatchObject({ refusal: { code: "not_found" } });

    await discardMatchRun(national(), { runId: all });
    const own = await computedRun(t.as(here.assistant), here);
    expect(await findMatchRun(national(), own)).toBeUndefined();
    for (const deed of [reviewMatchRun, discardMatchRun, matchAgain])
      expect(await deed(national(), { runId: own })).toMatchObject({ refusal: { code: "not_found" } });
  });
});
