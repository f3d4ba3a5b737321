import fc from "fast-check";
import { expect } from "vitest";
import { buildInstance } from "../instance";
import { objectiveOf } from "../match";
import type { MatchInput } from "../match-input";
import type { PlacedInstance } from "../place-within-limits";
import { compareVectors, everyPlacement } from "./arbitrary-problem";
import { aGroup, anApplication, anInput, aSchool, kmEast } from "./match-input-samples";

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

/** So many offers, each an input of its own, and all of them in one. */
export function limitedOffers(count: number): { readonly offers: MatchInput[]; readonly whole: MatchInput } {
  const offers = fc.sample(drawnOffer, { numRuns: count, seed: 5 }).map(inputOf);
  const whole = anInput({
    schools: offers.flatMap(({ schools }) => schools),
    groups: offers.flatMap(({ groups }) => groups),
    applications: offers.flatMap(({ applications }) => applications),
  });
  return { offers, whole };
}

/** The offers for which somebody who looks at every placement finds a better one. Fails where a rule is broken or nothing so good exists. */
export function offersPlacedWorse(
  offers: readonly MatchInput[],
  { instance, groupOf }: PlacedInstance,
): MatchInput[] {
  const placed = new Map(
    instance.applications.map(({ id }, a) => [id, instance.groups[groupOf[a] ?? -1]?.id]),
  );
  return offers.filter((input) => {
    const { found, best } = compare(input, placed);
    expect(compareVectors(found, best)).toBeGreaterThanOrEqual(0);
    return compareVectors(found, best) > 0;
  });
}

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
