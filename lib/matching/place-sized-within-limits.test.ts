import fc from "fast-check";
import { expect, test } from "vitest";
import { buildInstance } from "./instance";
import { objectiveOf } from "./match";
import type { MatchInput } from "./match-input";
import { placeSizedWithinLimits } from "./place-sized-within-limits";
import { compareVectors, everyPlacement } from "./testing/arbitrary-problem";
import { aGroup, anApplication, anInput, aSchool, kmEast } from "./testing/match-input-samples";

const drawnGroup = fc.record({
  km: fc.nat(18),
  capacity: fc.integer({ min: 1, max: 4 }),
  minimum: fc.nat(2),
  participantLimit: fc.integer({ min: 1, max: 7 }),
  weekday: fc.nat(2),
});
const drawnSchool = fc.record({
  km: fc.nat(18),
  participants: fc.integer({ min: 1, max: 3 }),
  tier: fc.nat(2),
  impossibleDays: fc.nat(7),
});
/** Three groups with limits of people and five schools, all of one offer. */
const drawnOffer = fc.record({
  groups: fc.array(drawnGroup, { minLength: 3, maxLength: 3 }),
  schools: fc.array(drawnSchool, { minLength: 5, maxLength: 5 }),
});
type Offer = ReturnType<typeof drawnOffer.generate>["value"];

const OFFERS = 40;

test("groups with limits of people are never over them, and what is said to be proved is the best there is", async () => {
  const offers = fc.sample(drawnOffer, { numRuns: OFFERS, seed: 5 }).map(inputOf);
  const whole = anInput({
    schools: offers.flatMap(({ schools }) => schools),
    groups: offers.flatMap(({ groups }) => groups),
    applications: offers.flatMap(({ applications }) => applications),
  });
  const placed = await placeSizedWithinLimits(whole, { timeLimit: 120 });
  expect(placed.placement.faults).toEqual([]);
  const groupOf = new Map(
    placed.instance.applications.map(({ id }, a) => [
      id,
      placed.instance.groups[placed.groupOf[a] ?? -1]?.id,
    ]),
  );
  const worse = offers.filter((input) => {
    const { found, best } = compare(input, groupOf);
    expect(compareVectors(found, best)).toBeGreaterThanOrEqual(0);
    return compareVectors(found, best) > 0;
  });
  const open = placed.placement.components.filter(({ proved }) => !proved);
  expect(open.length).toBeGreaterThanOrEqual(worse.length);
  for (const { gap } of open) expect(gap).not.toBeNull();
  if (open.length === 0) expect(worse).toEqual([]);
  expect(open.length).toBeLessThan(OFFERS / 4);
});

function inputOf({ groups, schools }: Offer, index: number): MatchInput {
  const offer = `offer${index}`;
  return anInput({
    schools: schools.map(({ km }, s) => aSchool({ id: `${offer}-${s}`, ...kmEast(km) })),
    groups: groups.map(({ km, ...group }, g) =>
      aGroup({ id: `${offer}-${g}`, offer, ...kmEast(km), ...group }),
    ),
    applications: schools.map(({ km: _, ...one }, s) =>
      anApplication({ id: `${offer}-${s}`, school: `${offer}-${s}`, offer, ...one }),
    ),
  });
}

/** The vector of a placement beside the best of all that keep within sizes and limits. */
function compare(input: MatchInput, groupOf: ReadonlyMap<string, string | undefined>) {
  const instance = buildInstance(input);
  const { applications, groups, problem, indexOfGroup } = instance;
  const isAllowed = (placement: ArrayLike<number>) =>
    groups.every(({ minimum = 0, participantLimit = 0 }, g) => {
      const inside = applications.filter((_, a) => placement[a] === g);
      const people = inside.reduce((sum, { participants = 1 }) => sum + participants, 0);
      return people <= participantLimit && (inside.length === 0 || inside.length >= minimum);
    });
  const vectorOf = (placement: ArrayLike<number>) => {
    const { waiting, cost } = objectiveOf(instance, placement);
    return [...waiting, cost];
  };
  const mine = applications.map(({ id }) => indexOfGroup(groupOf.get(id) ?? ""));
  expect(isAllowed(mine)).toBe(true);
  const best = Array.from(everyPlacement(problem))
    .filter(isAllowed)
    .map(vectorOf)
    .reduce((one, other) => (compareVectors(other, one) < 0 ? other : one));
  return { found: vectorOf(mine), best };
}
