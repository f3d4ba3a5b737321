import { describe, expect, test } from "vitest";
import type { Effect } from "./effect-of-change";
import { sayEffect } from "./say-effect";

const before = { waiting: [0, 1, 2], placed: 20, travel: 900, cost: 1000 };
const effect = (after: Partial<Effect["after"]>, moved = 0): Effect => ({
  before,
  after: { ...before, ...after },
  moved,
});

describe("what a decision by hand costs is said", () => {
  test.each([
    [
      "nothing",
      effect({}),
      "As many schools of each priority are placed and all together travel as far as before; no other school moves.",
    ],
    [
      "travel, and what counts as travel",
      effect({ travel: 942, cost: 1102 }, 1),
      "As many schools of each priority are placed, all together travel 4.2 km more and days, leads and ways of meeting count for 6.0 km more; 1 other school moves.",
    ],
    [
      "places, by priority",
      effect({ waiting: [1, 0, 4], placed: 18, travel: 800, cost: 900 }, 3),
      "1 school more of the first priority waits, 1 school fewer of the second priority waits, 2 schools more of the third priority wait and all together travel 10.0 km less; 3 other schools move.",
    ],
    [
      "groups",
      { ...effect({ waiting: [0, 3, 2], placed: 18, travel: 800, cost: 900 }, 4), closed: 1, opened: 2 },
      "2 schools more of the second priority wait and all together travel 10.0 km less; 4 other schools move, 1 group no longer runs and 2 more groups run.",
    ],
  ])("when it is %s", (_, cost, sentence) => {
    expect(sayEffect(cost)).toBe(sentence);
  });
});
