import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { explainPlacement } from "./explain-placement";
import { match } from "./match";
import type { MatchGroup, MatchInput } from "./match-input";
import { matchSized } from "./match-sized";
import { resultRows } from "./result-rows";
import { sayResult } from "./say-result";
import {
  aGroup,
  anApplication,
  anInput,
  arbitraryInput,
  aSchool,
  kmEast,
} from "./testing/match-input-samples";

const settings = { work: 10_000 };

/** So many schools at one place, each with an application. */
function schoolsFor(groups: readonly MatchGroup[], schools: number): MatchInput {
  const ids = Array.from({ length: schools }, (_, index) => `s${index}`);
  return anInput({
    groups,
    schools: ids.map((id) => aSchool({ id })),
    applications: ids.map((id) => anApplication({ id, school: id, precedence: id })),
  });
}

/** What the school of an application reads. */
async function sentenceOf(input: MatchInput, id = "s0"): Promise<string | undefined> {
  const rows = resultRows("run", input, await matchSized(input, settings));
  return rows.find(({ applicationId }) => applicationId === id)?.reason;
}

describe("groups of enough schools or none", () => {
  test("a group with too few runs for nobody, and each school is told how many it would have had", async () => {
    const input = schoolsFor([aGroup({ capacity: 9, minimum: 6, ...kmEast(7) })], 4);
    const { groups, objective } = await matchSized(input, settings);
    expect(groups).toMatchObject([{ placed: 0, state: "does_not_run" }]);
    expect(objective.waiting).toEqual([0, 4, 0]);
    expect(await sentenceOf(input)).toBe(
      "The one group that would be open to you, 7.0 km away on Tuesdays, does not run: it would have had 4 of the 6 schools it needs.",
    );
  });

  test("schools that hold places there already count", async () => {
    const group = aGroup({ capacity: 7, minimum: 6, held: 2 });
    expect((await matchSized(schoolsFor([group], 4), settings)).groups).toMatchObject([
      { placed: 4, state: "runs" },
    ]);
    const three = schoolsFor([group], 3);
    expect((await matchSized(three, settings)).groups).toMatchObject([{ placed: 0, state: "does_not_run" }]);
    expect(await sentenceOf(three)).toContain("would have had 5 of the 6 schools it needs");
  });

  test("a group that its hub holds open runs with fewer, and says so", async () => {
    const input = schoolsFor([aGroup({ capacity: 9, minimum: 6, keptOpen: true })], 4);
    expect((await matchSized(input, settings)).groups).toMatchObject([{ placed: 4, state: "kept_open" }]);
  });

  test("a group that is full runs, and is said to be full", async () => {
    const input = schoolsFor([aGroup({ capacity: 0, minimum: 6, held: 6 })], 2);
    expect((await matchSized(input, settings)).groups).toMatchObject([{ placed: 0, state: "runs" }]);
    expect(await sentenceOf(input)).toBe(
      "The one group you could come into is full: every place was held before this match.",
    );
  });

  test("where only one of two groups can have enough, all go there", async () => {
    const near = aGroup({ id: "near", capacity: 4, minimum: 3, ...kmEast(1) });
    const far = aGroup({ id: "far", capacity: 5, minimum: 5, ...kmEast(9) });
    const { groups, objective, components } = await matchSized(schoolsFor([near, far], 5), settings);
    expect(components).toMatchObject([{ applications: 5, groups: 2, proved: true }]);
    expect(objective.waiting).toEqual([0, 0, 0]);
    expect(groups).toMatchObject([
      { group: "far", placed: 5, state: "runs" },
      { group: "near", placed: 0, state: "does_not_run" },
    ]);
  });

  test("a school whose only group could run at the cost of another reads that, and no name", async () => {
    const only = anApplication({ id: "s5", school: "s5", impossibleDays: 0b00010 });
    const groups = [
      aGroup({ id: "tuesday", capacity: 5, minimum: 5 }),
      aGroup({ id: "friday", capacity: 3, minimum: 3, weekday: 4, ...kmEast(3) }),
    ];
    const five = schoolsFor(groups, 5);
    const input = {
      ...five,
      schools: [...five.schools, aSchool({ id: "s5" })],
      applications: [...five.applications, only],
    };
    expect(await sentenceOf(input, "s5")).toBe(
      "The one group that would be open to you, 3.0 km away on Fridays, does not run: it would have had 1 of the 3 schools it needs, and more could come only from groups that would then have too few.",
    );
    const { results } = await matchSized(input, settings);
    const result = results.find(({ application }) => application === "s5");
    if (!result) throw new Error("Nothing was found of it");
    const facts = {
      application: only,
      school: aSchool({ id: "s5" }),
      groupOf: (id: string) => groups.find((group) => group.id === id) ?? aGroup(),
    };
    expect(sayResult(result, facts)).not.toMatch(/s[0-4]/);
    expect(explainPlacement(result, { ...facts, runId: "run" })).toMatchObject({
      kind: "group_not_viable",
      groupKm: 3,
      needed: 3,
      schools: 1,
      othersAreNeeded: true,
    });
  });
});

describe("on any instance", () => {
  test("without least sizes it places as the match of any size does", async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryInput, async (input) => {
        const free = { ...input, applications: input.applications.map(undecided) };
        const sized = await matchSized(free, settings);
        const whole = match(free);
        expect(sized.objective).toEqual(whole.objective);
        expect(placesOf(sized)).toEqual(placesOf(whole));
      }),
      { numRuns: 60 },
    );
  });

  test("no group runs with too few, and the same input gives the same bytes in any order of its rows", async () => {
    const sizes = fc.array(fc.nat(3), { minLength: 12, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(arbitraryInput, sizes, async (input, minimums) => {
        const groups = input.groups.map((group, index) => ({
          ...group,
          minimum: Math.min(group.capacity, minimums[index % 12] ?? 0),
        }));
        const sized = { ...input, groups, applications: input.applications.map(undecided) };
        const outcome = await matchSized(sized, settings);
        const least = new Map(groups.map(({ id, minimum }) => [id, minimum]));
        for (const { group, placed, state } of outcome.groups) {
          expect(placed === 0 || placed >= (least.get(group) ?? 0)).toBe(true);
          expect(state === "kept_open").toBe(false);
        }
        const turned = {
          ...sized,
          groups: groups.toReversed(),
          applications: sized.applications.toReversed(),
        };
        expect(JSON.stringify(await matchSized(turned, settings))).toBe(JSON.stringify(outcome));
      }),
      { numRuns: 60 },
    );
  });

  test("who has a confirmed place keeps one, also where the group they had stays with too few", async () => {
    const sizes = fc.array(fc.nat(3), { minLength: 12, maxLength: 12 });
    let tooFew = 0;
    await fc.assert(
      fc.asyncProperty(arbitraryInput, sizes, fc.nat(3), async (input, minimums, everyNth) => {
        const before = match({ ...input, applications: input.applications.map(undecided) });
        const had = new Map(
          before.results.map((result) => [
            result.application,
            result.reason === "placed" ? result.group : null,
          ]),
        );
        const applications = input.applications.map((one, index) => ({
          ...undecided(one),
          confirmedGroup: index % (everyNth + 1) === 0 ? (had.get(one.id) ?? null) : null,
        }));
        const groups = input.groups.map((group, index) => ({ ...group, minimum: minimums[index % 12] }));
        const outcome = await matchSized({ ...input, groups, applications }, settings);
        for (const { id, confirmedGroup } of applications)
          if (confirmedGroup !== null)
            expect(outcome.results.find(({ application }) => application === id)?.reason).toBe("placed");
        const decided = new Set(applications.map(({ confirmedGroup }) => confirmedGroup));
        for (const { group, state } of outcome.groups)
          if (state === "kept_open") {
            expect(decided.has(group)).toBe(true);
            tooFew += 1;
          }
      }),
      { numRuns: 60 },
    );
    expect(tooFew).toBeGreaterThan(0);
  });
});

test("a placed school reads of a nearer group that does not run, and not that it is full", async () => {
  const groups = [
    aGroup({ id: "near", capacity: 5, minimum: 4, ...kmEast(3) }),
    aGroup({ id: "far", capacity: 5, weekday: 4, ...kmEast(9) }),
    aGroup({ id: "farther", capacity: 5, weekday: 4, ...kmEast(11) }),
  ];
  const two = [anApplication({ id: "a0" }), anApplication({ id: "a1", school: "other" })];
  const input = anInput({ groups, schools: [aSchool(), aSchool({ id: "other" })], applications: two });
  const [row] = resultRows("run", input, await matchSized(input, settings));
  expect(row?.reason).toContain(
    "The group 3.0 km away would have suited you better by as much as 6.0 km of travel, but it does not run: a group needs enough schools",
  );
  expect(row?.explanation).toMatchObject({ kind: "placed", passedOver: [{ km: 3, full: false }] });
});

function undecided<Row extends MatchInput["applications"][number]>(application: Row): Row {
  return { ...application, pinnedGroup: null, confirmedGroup: null };
}

function placesOf({ results }: { readonly results: Awaited<ReturnType<typeof matchSized>>["results"] }) {
  return results.map((result) => (result.reason === "placed" ? result.group : null));
}
