import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { MatchApplication } from "./match-input";
import type { SizedApplicationResult } from "./match-outcome";
import { aGroup, anApplication, anInput, arbitraryInput, aSchool } from "./testing/match-input-samples";
import { type Explained, explain, placeAnew } from "./testing/place-anew";

const three = ["a", "b", "c"].map((id) => anApplication({ id, school: id, tier: 2 }));
const schools = ["a", "b", "c"].map((id) => aSchool({ id }));

describe("a school whose groups do not run", () => {
  test("is told how many they need, how many could come and with how many it would have a place", async () => {
    const input = anInput({ schools, applications: three, groups: [aGroup({ capacity: 9, minimum: 4 })] });
    const { results } = await explain(input);
    expect(results.map(({ reason }) => reason)).toEqual([
      "group_not_viable",
      "group_not_viable",
      "group_not_viable",
    ]);
    expect(results[0]).toMatchObject({
      options: 1,
      groups: [{ group: "group", minimum: 4, couldCome: 3, ifItRan: null }],
      smallerGroup: { group: "group", schools: 3 },
    });
  });

  test("waits where another group has the school that its own would need", async () => {
    const groups = [
      aGroup({ id: "big", capacity: 3, minimum: 2 }),
      aGroup({ id: "small", capacity: 3, minimum: 2, weekday: 2 }),
    ];
    const [a, b, c] = three.map((one) => ({ ...one, tier: one.id === "c" ? 2 : 1 }));
    if (!a || !b || !c) throw new Error("There are three.");
    const applications = [{ ...a, impossibleDays: 0b00100 }, b, { ...c, impossibleDays: 0b00010 }];
    const { results } = await explain(anInput({ schools, applications, groups }));
    expect(results.map(({ reason }) => reason)).toEqual(["placed", "placed", "group_not_viable"]);
    expect(results[2]).toMatchObject({
      groups: [{ group: "small", minimum: 2, couldCome: 2, ifItRan: null }],
    });
  });
});

describe("every explanation", () => {
  test("says what placing anew confirms", async () => {
    const drawn = fc.sample(fc.tuple(arbitraryInput, fc.array(fc.nat(3), { minLength: 8, maxLength: 8 })), {
      numRuns: 40,
      seed: 5,
    });
    let checked = 0;
    for (const [input, minimum] of drawn) {
      const groups = input.groups.map((group, i) => ({
        ...group,
        minimum: Math.min(group.capacity, minimum[i] ?? 0),
      }));
      const explained = await explain({ ...input, groups });
      for (const result of explained.results) checked += contradictions(explained, result);
    }
    expect(checked).toBeGreaterThan(50);
  });
});

/** Fails when an explanation is not so; answers how many statements were tried. */
function contradictions(explained: Explained, result: SizedApplicationResult): number {
  const { instance, placement } = explained;
  const index = instance.applications.findIndex(({ id }) => id === result.application);
  const group = instance.groups[placement.groupOf[index] ?? -1];
  const change = (changes: Partial<MatchApplication>) =>
    placeAnew(explained, {
      applications: instance.input.applications.map((one) =>
        one.id === result.application ? { ...one, ...changes } : one,
      ),
    });
  expect(result.reason === "placed").toBe(group !== undefined);
  if (result.reason !== "placed") {
    if (!result.wouldBePlaced) return 0;
    const { impossibleDays, maximumKm, neighbourHubs } = result.wouldBePlaced;
    expect(change({ impossibleDays, maximumKm, neighbourHubs }).state.groupOf(index)).toBeGreaterThanOrEqual(
      0,
    );
    return 1;
  }
  expect(result.group).toBe(group?.id);
  const before = change({}).state.total;
  for (const { group: other, loss } of result.passedOver) {
    const { isHeld, state } = change({ pinnedGroup: other });
    if (loss !== null) expect([isHeld, state.total - before]).toEqual([true, loss]);
  }
  return 1 + result.passedOver.length;
}
