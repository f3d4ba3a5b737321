import fc from "fast-check";
import { expect, test } from "vitest";
import { isEligible } from "./cost";
import { type HandChange, withHandChanges } from "./hand-change";
import { buildInstance } from "./instance";
import { objectiveOf } from "./match";
import type { MatchInput } from "./match-input";
import { matchSized } from "./match-sized";
import { placeByHand } from "./place-by-hand";
import { proveByHand } from "./prove-by-hand";
import { compareVectors, everyPlacement } from "./testing/arbitrary-problem";
import {
  aGroup,
  anApplication,
  anInput,
  arbitraryInput,
  aSchool,
  kmEast,
} from "./testing/match-input-samples";

const settings = { work: 10_000 };

/** Few schools and groups of at least two, so that every placement can be looked at. */
function tiny(drawn: MatchInput): MatchInput {
  const groups = drawn.groups
    .slice(0, 3)
    .map((group) => ({ ...group, minimum: Math.min(2, group.capacity) }));
  return { ...drawn, groups, applications: drawn.applications.slice(0, 6) };
}

/** Every school put in every group that is open to it, one at a time. */
function changesOf(input: MatchInput): HandChange[] {
  const { candidates, applications } = buildInstance(input);
  return applications.flatMap((application) =>
    candidates
      .of(application)
      .filter(isEligible)
      .map(({ group }) => ({ application: application.id, kind: "put" as const, group: group.id })),
  );
}

/** The best of all placements that keep to what was decided and to the least sizes: waiting by tier, then points. */
function bestAround(input: MatchInput, change: HandChange): number[] {
  const instance = buildInstance(withHandChanges(input, [change]));
  const { groups, applications, problem } = instance;
  const put = applications.findIndex(({ id }) => id === change.application);
  const isAllowed = (groupOf: readonly number[]) =>
    (groupOf[put] ?? -1) >= 0 &&
    groups.every(({ minimum = 0 }, g) => {
      const size = groupOf.filter((one) => one === g).length;
      return size === 0 || size >= minimum;
    });
  return Array.from(everyPlacement(problem))
    .filter(isAllowed)
    .map((groupOf) => vectorOf(objectiveOf(instance, groupOf)))
    .reduce((one, other) => (compareVectors(other, one) < 0 ? other : one));
}

const vectorOf = ({ waiting, cost }: ReturnType<typeof objectiveOf>) => [...waiting, cost];

test("around a decision by hand nothing better exists where that is said, and a gap is at least as large as what is missing", async () => {
  const tried = { proved: 0, open: 0 };
  for (const drawn of fc.sample(arbitraryInput, { numRuns: 300, seed: 9 })) {
    const input = tiny(drawn);
    const found = await matchSized(input, settings);
    for (const change of changesOf(input).slice(0, 4)) {
      const placed = placeByHand(input, [change], found);
      if (!placed) continue;
      const statuses = proveByHand(placed);
      const mine = vectorOf(objectiveOf(placed.instance, placed.placement.groupOf));
      const best = bestAround(input, change);
      const gaps = statuses.flatMap(({ gap }) => gap ?? []);
      if (gaps.length === 0) expect(mine).toEqual(best);
      const isAsMany = compareVectors(mine.slice(0, 3), best.slice(0, 3)) === 0;
      const missing = isAsMany ? (mine[3] ?? 0) - (best[3] ?? 0) : 0;
      const mayBeSaved = gaps.reduce((sum, { points }) => sum + (points ?? Number.POSITIVE_INFINITY), 0);
      expect(mayBeSaved).toBeGreaterThanOrEqual(missing);
      tried[gaps.length === 0 ? "proved" : "open"]++;
    }
  }
  expect(tried.proved).toBeGreaterThan(100);
  expect(tried.open).toBeGreaterThan(3);
});

test("where another choice of groups would be better around a decision, it says by how much", async () => {
  const groups = [
    aGroup({ id: "single", capacity: 1 }),
    aGroup({ id: "pair", capacity: 2, minimum: 2, weekday: 2, ...kmEast(11) }),
    aGroup({ id: "idle", capacity: 2, minimum: 2, weekday: 3, ...kmEast(12) }),
  ];
  const input = anInput({
    groups,
    schools: [aSchool({ id: "a" }), aSchool({ id: "b", ...kmEast(10) }), aSchool({ id: "c", ...kmEast(10) })],
    applications: ["a", "b", "c"].map((id) => anApplication({ id, school: id, precedence: id })),
  });
  const found = await matchSized(input, settings);
  const keptOut: HandChange = { application: "b", kind: "keep_out", group: "pair" };
  const [before, after] = [placeByHand(input, [], found), placeByHand(input, [keptOut], found)];
  const part = { applications: 3, groups: 3 };
  expect(before && proveByHand(before)).toEqual([{ ...part, proved: true, proof: "flow", gap: null }]);
  expect(after && proveByHand(after)).toEqual([
    { ...part, proved: false, proof: null, gap: { waiting: [0, 0, 0], points: 180 } },
  ]);
});
