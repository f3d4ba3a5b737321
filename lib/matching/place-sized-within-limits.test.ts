import { expect, test } from "vitest";
import { placeSizedWithinLimits } from "./place-sized-within-limits";
import { limitedOffers, offersPlacedWorse } from "./testing/limited-offers";

const OFFERS = 40;

test("groups with limits of people are never over them, and what is said to be proved is the best there is", async () => {
  const { offers, whole } = limitedOffers(OFFERS);
  const placed = await placeSizedWithinLimits(whole, { timeLimit: 120 });
  expect(placed.placement.faults).toEqual([]);
  const worse = offersPlacedWorse(offers, placed);
  const open = placed.placement.components.filter(({ proved }) => !proved);
  expect(open.length).toBeGreaterThanOrEqual(worse.length);
  for (const { gap } of open) expect(gap).not.toBeNull();
  if (open.length === 0) expect(worse).toEqual([]);
  expect(open.length).toBeLessThan(OFFERS / 4);
});
