import { expect, test } from "vitest";
import { buildInstance } from "./instance";
import { solve } from "./match";
import type { MatchInput } from "./match-input";
import { placeWholeWithinLimits } from "./place-whole-within-limits";
import { limitedOffers, offersPlacedWorse } from "./testing/limited-offers";
import { anInput } from "./testing/match-input-samples";

const OFFERS = 40;
const place = (input: MatchInput) => {
  const instance = buildInstance(input);
  return { instance, groupOf: solve(instance).placement.toGroups() };
};

/** As the offers are, but that any number of schools will do. */
function ofAnySize(input: MatchInput): MatchInput {
  return { ...input, groups: input.groups.map((group) => ({ ...group, minimum: 0 })) };
}

test("groups of any size with limits of people say what could be better, and what is said to be proved is the best there is", async () => {
  const { offers, whole } = limitedOffers(OFFERS);
  const { placed, components = [] } = await placeWholeWithinLimits(whole, { timeLimit: 120 }, place);
  const worse = offersPlacedWorse(offers.map(ofAnySize), placed);
  const open = components.filter(({ proved }) => !proved);
  expect(components.length).toBeGreaterThan(OFFERS / 2);
  expect(open.length).toBeGreaterThanOrEqual(worse.length);
  for (const { gap } of open) expect(gap).not.toBeNull();
  if (open.length === 0) expect(worse).toEqual([]);
  expect(open.length).toBeLessThan(OFFERS / 4);
});

test("nothing is said where no group has a limit", async () => {
  const { components } = await placeWholeWithinLimits(anInput(), { timeLimit: 1 }, place);
  expect(components).toBeUndefined();
});
