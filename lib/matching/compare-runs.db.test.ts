import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { applications } from "@/db/schema/applications";
import { testContext } from "@/db/testing/test-context";
import { discardMatchRun } from "./discard-match-run";
import { listChangedResults, listComparableRuns } from "./queries/compare-runs";
import { findMatchRun } from "./queries/match-run";
import { computedRun, startedRun } from "./testing/computed-run";
import { aGroupAt, anApproved, hubToMatch } from "./testing/hub-to-match";

const t = testContext();

test("two runs of an offer are held against each other: who moved, who came and went, and the tiers", async () => {
  const hub = await hubToMatch(t.db);
  const as = () => t.as(hub.assistant);
  const only = await aGroupAt(t.db, hub, { km: 5, maximumSchools: 1 });
  const stays = await anApproved(t.db, hub, { tier: 0, maximumKm: 6 });
  const moves = await anApproved(t.db, hub, { tier: 1 });
  const goes = await anApproved(t.db, hub, { tier: 2 });
  const before = await computedRun(as(), hub);
  await discardMatchRun(as(), { runId: before });
  const further = await aGroupAt(t.db, hub, { km: 12 });
  await t.db.update(applications).set({ decision: "withdrawn" }).where(eq(applications.id, goes.id));
  const after = await computedRun(as(), hub);

  const run = await findMatchRun(as(), after);
  expect(run?.figures).toMatchObject({ placedByTier: [1, 1, 0], waitingByTier: [0, 0, 0] });
  expect((await findMatchRun(as(), before))?.figures.waitingByTier).toEqual([0, 1, 1]);
  expect(await listComparableRuns(as(), { id: after, ...hub })).toMatchObject([
    { id: before, status: "discarded" },
  ]);
  const changed = await listChangedResults(as(), { before, after }, 1);
  expect(changed.total).toBe(2);
  expect(new Map(changed.rows.map((row) => [row.applicationId, [row.before, row.after]]))).toEqual(
    new Map([
      [
        moves.id,
        [
          { group: null, km: null },
          { group: further.name, km: 12 },
        ],
      ],
      [goes.id, [{ group: null, km: null }, null]],
    ]),
  );
  expect(changed.rows.map(({ applicationId }) => applicationId)).not.toContain(stays.id);
  expect(only.id).not.toBe(further.id);
});

test("only runs that have a result, of the same hub and offer, and only for those who may read them", async () => {
  const [hub, other] = [await hubToMatch(t.db), await hubToMatch(t.db)];
  for (const one of [hub, other]) {
    await aGroupAt(t.db, one, { km: 5 });
    await anApproved(t.db, one);
  }
  const first = await computedRun(t.as(hub.assistant), hub);
  await computedRun(t.as(other.assistant), other);
  await discardMatchRun(t.as(hub.assistant), { runId: first });
  const second = await startedRun(t.as(hub.assistant), hub);
  expect(await listComparableRuns(t.as(hub.assistant), { id: second, ...hub })).toMatchObject([
    { id: first },
  ]);
  expect(await listComparableRuns(t.as(hub.assistant), { id: first, ...hub })).toEqual([]);
  expect(await listComparableRuns(t.as(other.assistant), { id: second, ...hub })).toEqual([]);
});
