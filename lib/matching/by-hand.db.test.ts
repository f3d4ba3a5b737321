import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { applications } from "@/db/schema/applications";
import { matchChanges, matchRuns } from "@/db/schema/matching";
import { anActor, nobodysId } from "@/db/testing/factories";
import { testContext } from "@/db/testing/test-context";
import { systemActor } from "@/lib/access/actor";
import { changeMatchByHand } from "./change-match-by-hand";
import { computeMatchRun } from "./compute-match-run";
import { discardMatchRun } from "./discard-match-run";
import { matchAgain } from "./match-again";
import { publishMatchRun } from "./publish-match-run";
import { findChangeChoices } from "./queries/change-choices";
import { listHandChanges } from "./queries/hand-changes";
import { findMatchRun } from "./queries/match-run";
import { replayMatchRun } from "./replay-match-run";
import { reviewMatchRun } from "./review-match-run";
import { sayEffect } from "./say-effect";
import { computedRun, startedRun } from "./testing/computed-run";
import {
  aGroupAt,
  anApproved,
  findRun,
  type HubToMatch,
  hubToMatch,
  resultsOf,
  runEventsOf,
} from "./testing/hub-to-match";
import { undoHandChange } from "./undo-hand-change";

const t = testContext();
const BY = "2026-06-01";
let hub: HubToMatch;
const as = () => t.as(hub.assistant);

beforeEach(async () => {
  hub = await hubToMatch(t.db);
});

/** A near group of one place and a far one, and two schools of which the first has the near one. */
async function twoSchools() {
  const near = await aGroupAt(t.db, hub, { km: 5, maximumSchools: 1 });
  const far = await aGroupAt(t.db, hub, { km: 9 });
  const first = await anApproved(t.db, hub, { tier: 0, preferredDays: 0b00010 });
  const second = await anApproved(t.db, hub, { tier: 1, preferredDays: 0b00010 });
  const runId = await computedRun(as(), hub);
  return { near, far, first, second, runId };
}

/** A group that needs both of its schools, and another that needs one. */
async function twoWhoNeedEachOther() {
  const pair = await aGroupAt(t.db, hub, { km: 5, minimumSchools: 2, maximumSchools: 2 });
  const far = await aGroupAt(t.db, hub, { km: 9, maximumSchools: 1 });
  const one = await anApproved(t.db, hub);
  const other = await anApproved(t.db, hub);
  return { pair, far, one, other, runId: await computedRun(as(), hub) };
}

interface Wanted {
  readonly runId: string;
  readonly application: { readonly id: string };
  readonly group: { readonly id: string };
  readonly kind?: "put" | "keep_out";
}

const decide = ({ runId, application, group, kind = "put" }: Wanted) =>
  changeMatchByHand(as(), {
    runId,
    applicationId: application.id,
    kind,
    workGroupId: group.id,
    reason: "They share a maths lead",
  });

const groupsIn = async (runId: string) =>
  new Map([...(await resultsOf(t.db, runId))].map(([id, { workGroupId }]) => [id, workGroupId]));

describe("a decision by hand", () => {
  test("shows beforehand what each would do to all together", async () => {
    const { near, far, second, runId } = await twoSchools();
    const found = await findChangeChoices(as(), { runId, applicationId: second.id });
    expect(found?.now).toBe(far.id);
    expect(
      found?.choices.map(({ kind, group, effect }) => [kind, group.id, effect && sayEffect(effect)]),
    ).toEqual([
      [
        "put",
        far.id,
        "As many schools of each priority are placed and all together travel as far as before; no other school moves.",
      ],
      [
        "keep_out",
        far.id,
        "As many schools of each priority are placed and all together travel as far as before; 1 other school moves.",
      ],
      [
        "put",
        near.id,
        "As many schools of each priority are placed and all together travel as far as before; 1 other school moves.",
      ],
    ]);
  });

  test("moves the school, places the others around it, and keeps who, why and the cost", async () => {
    const { near, far, first, second, runId } = await twoSchools();
    expect((await decide({ runId, application: second, group: near })).ok).toBe(true);
    expect(await groupsIn(runId)).toEqual(
      new Map([
        [first.id, far.id],
        [second.id, near.id],
      ]),
    );
    expect((await resultsOf(t.db, runId)).get(second.id)).toMatchObject({
      reason: "Your hub has decided on this group for you: 5.0 km away, on Tuesdays (one of your best days).",
      explanation: { decidedBy: "person" },
    });
    expect(await listHandChanges(as(), runId)).toMatchObject([
      {
        kind: "put",
        group: near.name,
        reason: "They share a maths lead",
        madeBy: hub.assistant.name,
        effect: { moved: 1 },
      },
    ]);
    expect((await runEventsOf(t.db, runId)).at(-1)).toMatchObject({
      type: "match_run.changed_by_hand",
      payload: { group: near.name, kind: "put", reason: "They share a maths lead" },
    });
    expect((await findRun(t.db, runId)).certificate).toMatchObject({ proved: true });
    expect(await replayMatchRun(as(), runId)).toEqual({ sameInput: true, sameOutcome: true });
  });

  test("is part of what is published", async () => {
    const { near, second, runId } = await twoSchools();
    await decide({ runId, application: second, group: near });
    await reviewMatchRun(as(), { runId });
    expect(await publishMatchRun(as(), { runId, answerBy: BY, parts: null })).toMatchObject({
      value: { offered: 2 },
    });
    const [row] = await t.db.select().from(applications).where(eq(applications.id, second.id));
    expect(row).toMatchObject({
      placement: "offered",
      workGroupId: near.id,
      placementExplanation: { decidedBy: "person" },
    });
    const [change] = await listHandChanges(as(), runId);
    expect(await undoHandChange(as(), { runId, changeId: change?.id ?? "" })).toMatchObject({
      refusal: { code: "published" },
    });
    expect(await decide({ runId, application: second, group: near })).toMatchObject({
      refusal: { code: "published" },
    });
  });

  test("can be undone, each by itself; with the last one the run is what it was", async () => {
    const { near, far, first, second, ...made } = await twoSchools();
    await discardMatchRun(as(), made);
    await anApproved(t.db, hub, { tier: 2 });
    const runId = await computedRun(as(), hub);
    const before = await resultsOf(t.db, runId);
    await decide({ runId, application: second, group: near });
    await decide({ runId, application: first, group: far, kind: "keep_out" });
    expect((await groupsIn(runId)).get(first.id)).toBeNull();
    expect((await groupsIn(runId)).get(second.id)).toBe(near.id);
    const changes = await listHandChanges(as(), runId);
    const [one, other] = [
      changes.find(({ kind }) => kind === "put"),
      changes.find(({ kind }) => kind === "keep_out"),
    ];
    expect((await undoHandChange(as(), { runId, changeId: other?.id ?? "" })).ok).toBe(true);
    expect((await groupsIn(runId)).get(first.id)).toBe(far.id);
    expect((await undoHandChange(as(), { runId, changeId: one?.id ?? "" })).ok).toBe(true);
    expect(await resultsOf(t.db, runId)).toEqual(before);
    expect(await findRun(t.db, runId)).toMatchObject({ changedHash: null });
    expect((await runEventsOf(t.db, runId)).at(-1)?.type).toBe("match_run.change_undone");
    expect(await undoHandChange(as(), { runId, changeId: one?.id ?? "" })).toMatchObject({
      refusal: { code: "not_found" },
    });
  });

  test("that leaves a group with too few has the groups searched anew, and undone they run again", async () => {
    const { pair, far, one, other, runId } = await twoWhoNeedEachOther();
    const before = await resultsOf(t.db, runId);
    const found = await findChangeChoices(as(), { runId, applicationId: one.id });
    const keepOut = found?.choices.find(({ kind }) => kind === "keep_out");
    expect(keepOut?.effect && sayEffect(keepOut.effect)).toBe(
      "1 school more of the second priority waits and all together travel 1.0 km less; 1 other school moves, 1 group no longer runs and 1 more group runs.",
    );
    expect((await decide({ runId, application: one, group: pair, kind: "keep_out" })).ok).toBe(true);
    expect([...(await groupsIn(runId)).values()].toSorted()).toEqual([far.id, null].toSorted());
    expect((await findRun(t.db, runId)).groups?.find(({ group }) => group === pair.id)?.state).toBe(
      "does_not_run",
    );
    expect((await findMatchRun(as(), runId))?.choice).toMatchObject({
      byHand: "looked_at",
      parts: 1,
      proved: 1,
    });
    expect(await replayMatchRun(as(), runId)).toEqual({ sameInput: true, sameOutcome: true });
    const [change] = await listHandChanges(as(), runId);
    expect((await undoHandChange(as(), { runId, changeId: change?.id ?? "" })).ok).toBe(true);
    expect(await resultsOf(t.db, runId)).toEqual(before);
    expect(other.id).not.toBe(one.id);
  });

  test("gives way to a later one about the same school", async () => {
    const { near, far, second, runId } = await twoSchools();
    await decide({ runId, application: second, group: near });
    await decide({ runId, application: second, group: far });
    expect(await listHandChanges(as(), runId)).toMatchObject([{ group: far.name }]);
    await decide({ runId, application: second, group: far, kind: "keep_out" });
    expect(await listHandChanges(as(), runId)).toMatchObject([{ kind: "keep_out" }]);
    expect(await t.db.$count(matchChanges, eq(matchChanges.runId, runId))).toBe(3);
  });
});

describe("a decision by hand is refused", () => {
  test("for a group that is not open to the school, and says why", async () => {
    const { far, runId } = await twoSchools();
    await discardMatchRun(as(), { runId });
    const cannot = await anApproved(t.db, hub, { impossibleDays: 0b00010, maximumKm: 3 });
    const next = await computedRun(as(), hub);
    expect(await decide({ runId: next, application: cannot, group: far })).toMatchObject({
      refusal: {
        code: "change_not_open",
        detail: {
          why: "it meets on a day on which the school cannot attend and it is farther than the school travels",
        },
      },
    });
  });

  test("for a group whose places are all kept by hand, one that does not run, and where another would have too few", async () => {
    const { near, first, second, runId } = await twoSchools();
    await decide({ runId, application: first, group: near });
    expect(await decide({ runId, application: second, group: near })).toMatchObject({
      refusal: { code: "change_group_full" },
    });
    await discardMatchRun(as(), { runId });
    const idle = await aGroupAt(t.db, hub, { km: 2, minimumSchools: 6 });
    const next = await computedRun(as(), hub);
    expect(await decide({ runId: next, application: first, group: idle })).toMatchObject({
      refusal: { code: "change_group_idle" },
    });
  });

  test("where a school is kept in a group that would have fewer schools than it needs", async () => {
    const { pair, one, other, runId } = await twoWhoNeedEachOther();
    expect((await decide({ runId, application: one, group: pair })).ok).toBe(true);
    expect(await decide({ runId, application: other, group: pair, kind: "keep_out" })).toMatchObject({
      refusal: { code: "change_too_few" },
    });
    expect(await listHandChanges(as(), runId)).toHaveLength(1);
  });

  test("before the run is worked out, once it is discarded, for a run from before, and to those who do not decide", async () => {
    const group = await aGroupAt(t.db, hub, { km: 5 });
    const application = await anApproved(t.db, hub);
    const runId = await startedRun(as(), hub);
    expect(await decide({ runId, application, group })).toMatchObject({ refusal: { code: "not_computed" } });
    await computeMatchRun({ ...as(), actor: systemActor("compute-match-run") }, { runId });
    expect(await decide({ runId, application: { id: nobodysId() }, group })).toMatchObject({
      refusal: { code: "not_found" },
    });
    const manager = await anActor(t.db, { role: "project_manager", hubId: hub.hubId });
    const input = {
      runId,
      applicationId: application.id,
      kind: "put" as const,
      workGroupId: group.id,
      reason: "So",
    };
    expect(await changeMatchByHand(t.as(manager), input)).toMatchObject({ refusal: { code: "not_found" } });
    expect(await undoHandChange(t.as(manager), { runId, changeId: runId })).toMatchObject({
      refusal: { code: "not_found" },
    });
    await t.db.update(matchRuns).set({ outcome: null }).where(eq(matchRuns.id, runId));
    expect(await decide({ runId, application, group })).toMatchObject({
      refusal: { code: "change_not_kept" },
    });
    await discardMatchRun(as(), { runId });
    expect(await decide({ runId, application, group })).toMatchObject({ refusal: { code: "wrong_status" } });
  });
});

describe("matching again", () => {
  const again = async (runId: string) => {
    const answer = await matchAgain(as(), { runId });
    if (!answer.ok) throw new Error(answer.refusal.code);
    await computeMatchRun({ ...as(), actor: systemActor("compute-match-run") }, answer.value);
    return answer.value.runId;
  };

  test("keeps what was decided by hand", async () => {
    const { near, second, runId } = await twoSchools();
    await decide({ runId, application: second, group: near });
    const next = await again(runId);
    expect((await groupsIn(next)).get(second.id)).toBe(near.id);
    expect(await listHandChanges(as(), next)).toMatchObject([
      { group: near.name, madeBy: hub.assistant.name },
    ]);
    expect(await replayMatchRun(as(), next)).toEqual({ sameInput: true, sameOutcome: true });
  });

  test("undoes and tells what can no longer be", async () => {
    const { near, far, second, runId } = await twoSchools();
    await decide({ runId, application: second, group: near });
    await t.db
      .update(applications)
      .set({ impossibleDays: 0b00010, preferredDays: 0 })
      .where(eq(applications.id, second.id));
    const next = await again(runId);
    expect(await listHandChanges(as(), next)).toEqual([]);
    expect((await runEventsOf(t.db, next)).map(({ type }) => type)).toContain("match_run.change_undone");
    expect((await groupsIn(next)).get(second.id)).toBeNull();
    expect(far.id).not.toBe(near.id);
  });
});
