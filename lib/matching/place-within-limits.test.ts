import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildInstance } from "./instance";
import { solve } from "./match";
import type { MatchInput } from "./match-input";
import { placeWithinLimits } from "./place-within-limits";
import { aGroup, anApplication, anInput, arbitraryInput, aSchool } from "./testing/match-input-samples";

let rounds = 0;
const place = (input: MatchInput) => {
  rounds++;
  const instance = buildInstance(input);
  return { instance, groupOf: solve(instance).placement.toGroups() };
};

function peopleIn({ instance, groupOf }: ReturnType<typeof place>): number[] {
  const people = instance.groups.map(() => 0);
  instance.applications.forEach(({ participants = 1 }, index) => {
    const group = groupOf[index] ?? -1;
    if (group >= 0) people[group] = (people[group] ?? 0) + participants;
  });
  return people;
}

const schools = ["a", "b", "c", "d"].map((id) => aSchool({ id }));
const withPeople = (people: readonly number[]) =>
  schools.map(({ id }, i) => anApplication({ id, school: id, participants: people[i] ?? 1 }));

describe("a group with a limit of people", () => {
  test("takes as many schools as bring so few", async () => {
    const groups = [aGroup({ capacity: 9, participantLimit: 5 })];
    const placed = await placeWithinLimits(
      anInput({ schools, applications: withPeople([1, 1, 1, 2]), groups }),
      place,
    );
    expect(peopleIn(placed)).toEqual([5]);
  });

  test("leaves a place free rather than take one person too many", async () => {
    const groups = [aGroup({ capacity: 9, participantLimit: 5 })];
    const placed = await placeWithinLimits(
      anInput({ schools, applications: withPeople([2, 2, 2, 2]), groups }),
      place,
    );
    expect(peopleIn(placed)).toEqual([4]);
  });

  test("does not take more schools than it has places for", async () => {
    const groups = [aGroup({ capacity: 2, participantLimit: 99 })];
    const placed = await placeWithinLimits(
      anInput({ schools, applications: withPeople([1, 1, 1, 1]), groups }),
      place,
    );
    expect(peopleIn(placed)).toEqual([2]);
  });
});

test("nothing is placed twice where no group has a limit, and no limit is ever passed", async () => {
  rounds = 0;
  await placeWithinLimits(anInput(), place);
  expect(rounds).toBe(1);
  const arbitraryPeople = fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 25, maxLength: 25 });
  const arbitraryLimits = fc.array(fc.nat(6), { minLength: 8, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(arbitraryInput, arbitraryPeople, arbitraryLimits, async (drawn, people, limits) => {
      const input = {
        ...drawn,
        applications: drawn.applications.map((one, i) => ({ ...one, participants: people[i] ?? 1 })),
        groups: drawn.groups.map((group, i) => ({ ...group, participantLimit: limits[i] ?? 0 })),
      };
      const placed = await placeWithinLimits(input, place);
      peopleIn(placed).forEach((count, index) => {
        expect(count).toBeLessThanOrEqual(placed.instance.groups[index]?.participantLimit ?? 0);
      });
    }),
    { numRuns: 60 },
  );
});
