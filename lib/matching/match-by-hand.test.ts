import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isEligible } from "./cost";
import type { HandChange } from "./hand-change";
import { buildInstance } from "./instance";
import { matchByHand } from "./match-by-hand";
import type { MatchGroup, MatchInput } from "./match-input";
import type { SizedOutcome } from "./match-outcome";
import { matchSized } from "./match-sized";
import { resultRows } from "./result-rows";
import { compareVectors } from "./testing/arbitrary-problem";
import {
  aGroup,
  anApplication,
  anInput,
  arbitraryInput,
  aSchool,
  kmEast,
} from "./testing/match-input-samples";

const settings = { work: 10_000 };

const groupsIn = ({ results }: Pick<SizedOutcome, "results">) =>
  new Map(results.map((one) => [one.application, one.reason === "placed" ? one.group : null]));
const vector = ({ objective }: Pick<SizedOutcome, "objective">) => [...objective.waiting, objective.cost];

const reasonsIn = (input: MatchInput, outcome: Pick<SizedOutcome, "results" | "groups">) =>
  resultRows("run", input, outcome).map(({ reason }) => reason);

/** Two schools with a near group of one place and a far one of two. */
function twoSchools(changes: Partial<MatchInput> = {}): MatchInput {
  return anInput({
    schools: [aSchool({ id: "s0" }), aSchool({ id: "s1", ...kmEast(2) })],
    applications: ["s0", "s1"].map((id) => anApplication({ id, school: id, precedence: id })),
    groups: [
      aGroup({ id: "near", capacity: 1, ...kmEast(1) }),
      aGroup({ id: "far", capacity: 2, ...kmEast(9) }),
    ],
    ...changes,
  });
}

const changed = async (input: MatchInput, changes: readonly HandChange[]) =>
  matchByHand(input, changes, await matchSized(input, settings));

describe("a change by hand", () => {
  test("puts a school in another group, and the others take the places that suit all best", async () => {
    const input = twoSchools();
    expect(groupsIn(await matchSized(input, settings))).toEqual(
      new Map([
        ["s0", "near"],
        ["s1", "far"],
      ]),
    );
    const outcome = await changed(input, [{ application: "s1", kind: "put", group: "near" }]);
    expect(outcome && groupsIn(outcome)).toEqual(
      new Map([
        ["s0", "far"],
        ["s1", "near"],
      ]),
    );
    expect(outcome?.certificate.proved).toBe(true);
  });

  test("keeps a school out of a group, and it waits where no other is open to it", async () => {
    const input = twoSchools({ groups: [aGroup({ id: "near", capacity: 2, ...kmEast(1) })] });
    const outcome = await changed(input, [{ application: "s0", kind: "keep_out", group: "near" }]);
    expect(outcome?.objective.waiting).toEqual([0, 1, 0]);
    const rows = outcome ? resultRows("run", input, outcome) : [];
    expect(rows.find(({ applicationId }) => applicationId === "s0")?.reason).toBe(
      "One group of this programme is open in your hub and next to it, and none is open to you: 1 is ruled out by your hub.".replace(
        "One group",
        "1 group",
      ),
    );
  });

  test("tells the school that its hub has decided, and does not say that nothing else was open", async () => {
    const input = twoSchools();
    const outcome = await changed(input, [{ application: "s0", kind: "put", group: "far" }]);
    const row =
      outcome && resultRows("run", input, outcome).find(({ applicationId }) => applicationId === "s0");
    expect(row?.reason).toBe("Your hub has decided on this group for you: 9.0 km away, on Tuesdays.");
    expect(row?.explanation).toMatchObject({ decidedBy: "person", openGroups: 2 });
  });

  test("of a lower priority is not told to those who wait as a matter of priority", async () => {
    const input = twoSchools({ groups: [aGroup({ id: "near", capacity: 1, ...kmEast(1) })] });
    const outcome = await changed(input, [{ application: "s1", kind: "put", group: "near" }]);
    const row =
      outcome && resultRows("run", input, outcome).find(({ applicationId }) => applicationId === "s0");
    expect(row?.reason).toBe("The one group you could come into is full: your hub has decided on 1 place.");
    expect(row?.explanation).toMatchObject({ byHand: 1, places: 1 });
  });

  const needsTwo = [aGroup({ id: "needs", capacity: 2, minimum: 2 }), aGroup({ id: "other", ...kmEast(3) })];

  test("that leaves a group with too few has the groups searched anew: the others go where they can", async () => {
    const input = twoSchools({ groups: needsTwo });
    const outcome = await changed(input, [{ application: "s0", kind: "put", group: "other" }]);
    expect(outcome?.groups).toMatchObject([
      { group: "needs", placed: 0, state: "does_not_run" },
      { group: "other", placed: 2, state: "runs" },
    ]);
    expect(outcome?.certificate.proved).toBe(true);
    const rows = outcome ? resultRows("run", input, outcome) : [];
    expect(rows.map(({ workGroupId }) => workGroupId)).toEqual(["other", "other"]);
  });

  test("may open a group that did not run before", async () => {
    const groups = [
      aGroup({ id: "needs", capacity: 3, minimum: 3 }),
      aGroup({ id: "spare", capacity: 2, minimum: 2, weekday: 3, ...kmEast(3) }),
    ];
    const three = ["s0", "s1", "s2"];
    const input = anInput({
      groups,
      schools: three.map((id) => aSchool({ id })),
      applications: three.map((id) => anApplication({ id, school: id, precedence: id })),
    });
    expect((await matchSized(input, settings)).groups[1]).toMatchObject({ state: "does_not_run" });
    const outcome = await changed(input, [{ application: "s0", kind: "keep_out", group: "needs" }]);
    expect(outcome?.groups.map(({ state }) => state)).toEqual(["does_not_run", "runs"]);
    expect(outcome?.objective.waiting).toEqual([0, 1, 0]);
  });

  test("may put a school in a group that did not run, which then has as many as it needs", async () => {
    const spare = { ...(needsTwo[0] as MatchGroup), id: "spare", weekday: 3, ...kmEast(4) };
    const input = twoSchools({ groups: [...needsTwo, spare] });
    const found = await matchSized(input, settings);
    expect(found.groups.find(({ group }) => group === "spare")).toMatchObject({ state: "does_not_run" });
    const outcome = await changed(input, [{ application: "s0", kind: "put", group: "spare" }]);
    expect(outcome?.groups.find(({ group }) => group === "spare")).toMatchObject({
      placed: 2,
      state: "runs",
    });
    expect(outcome?.certificate.proved).toBe(true);
  });

  test("cannot keep a school in a group that would have too few whatever else runs", async () => {
    const input = twoSchools({ groups: needsTwo });
    expect(
      await changed(input, [
        { application: "s0", kind: "put", group: "needs" },
        { application: "s1", kind: "keep_out", group: "needs" },
      ]),
    ).toBeUndefined();
  });

  test("cannot put more schools in a group than it has places", async () => {
    const put = (application: string): HandChange => ({ application, kind: "put", group: "near" });
    expect(await changed(twoSchools(), [put("s0"), put("s1")])).toBeUndefined();
  });
});

test("without changes it is the run itself, sentence by sentence; with one it is proved, kept, no better than the run and the same for any order of rows", async () => {
  let tried = 0;
  for (const drawn of fc.sample(arbitraryInput, { numRuns: 100, seed: 5 })) {
    const groups = drawn.groups.map((group) => ({ ...group, minimum: Math.min(2, group.capacity) }));
    const input = { ...drawn, groups };
    const found = await matchSized(input, settings);
    const unchanged = matchByHand(input, [], found);
    expect(unchanged && groupsIn(unchanged)).toEqual(groupsIn(found));
    expect(unchanged && reasonsIn(input, unchanged)).toEqual(reasonsIn(input, found));
    const change = anyChange(input, found);
    const outcome = change && matchByHand(input, [change], found);
    if (!change || !outcome) continue;
    tried++;
    expect(outcome.certificate.proved).toBe(true);
    expect(groupsIn(outcome).get(change.application) === change.group).toBe(change.kind === "put");
    expect(compareVectors(vector(found), vector(outcome))).toBeLessThanOrEqual(0);
    const turned = {
      ...input,
      groups: groups.toReversed(),
      applications: drawn.applications.toReversed(),
      schools: drawn.schools.toReversed(),
    };
    expect(matchByHand(turned, [change], found)).toEqual(outcome);
  }
  expect(tried).toBeGreaterThan(20);
});

test("in a group that did not run it is proved, and every group that runs has enough", async () => {
  let tried = 0;
  for (const drawn of fc.sample(arbitraryInput, { numRuns: 300, seed: 11 })) {
    const groups = drawn.groups.map((group) => ({ ...group, minimum: Math.min(2, group.capacity) }));
    const input = { ...drawn, groups };
    const found = await matchSized(input, settings);
    const change = intoIdleGroup(input, found);
    const outcome = change && matchByHand(input, [change], found);
    if (!change || !outcome) continue;
    tried++;
    expect(outcome.certificate.proved).toBe(true);
    expect(groupsIn(outcome).get(change.application)).toBe(change.group);
    for (const { group, placed, state } of outcome.groups) {
      const { minimum = 0, held = 0 } = groups.find(({ id }) => id === group) ?? {};
      expect(placed === 0 || held + placed >= minimum).toBe(true);
      if (group === change.group) expect(state).toBe("runs");
    }
  }
  expect(tried).toBeGreaterThan(10);
});

function intoIdleGroup(input: MatchInput, { groups: found }: SizedOutcome): HandChange | undefined {
  const { candidates, applications } = buildInstance(input);
  const idle = new Set(found.filter(({ state }) => state === "does_not_run").map(({ group }) => group));
  for (const application of applications)
    for (const pair of candidates.of(application))
      if (isEligible(pair) && idle.has(pair.group.id))
        return { application: application.id, kind: "put", group: pair.group.id };
  return undefined;
}

/** The last application, in the dearest of its groups that run or, where that is the only one, out of it. */
function anyChange(input: MatchInput, { groups: found }: SizedOutcome): HandChange | undefined {
  const { candidates, applications } = buildInstance(input);
  const application = applications.at(-1);
  const runs = new Set(found.filter(({ state }) => state !== "does_not_run").map(({ group }) => group));
  const open = application
    ? candidates.of(application).filter((pair) => isEligible(pair) && runs.has(pair.group.id))
    : [];
  const last = open.at(-1);
  if (!application || !last) return undefined;
  return { application: application.id, kind: open.length > 1 ? "put" : "keep_out", group: last.group.id };
}
