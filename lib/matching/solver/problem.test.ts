import { describe, expect, test } from "vitest";
import { buildProblem, whyNotSolve } from "./problem";
import { waitingWeights } from "./weights";

const pairs = { application: [1, 0, 1], group: [0, 1, 1], cost: [4, 5, 6] };
const whole = buildProblem({
  applications: 2,
  capacity: [1, 1],
  pairs,
  waitingWeight: Float64Array.of(20, 10),
});

describe("buildProblem", () => {
  test("lays pairs out by application in the order given", () => {
    expect([...whole.firstArc]).toEqual([0, 1, 3]);
    expect([...whole.arcGroup]).toEqual([1, 0, 1]);
    expect([...whole.arcCost]).toEqual([5, 4, 6]);
  });
});

describe("whyNotSolve", () => {
  test("finds nothing wrong with a whole problem", () => {
    expect(whyNotSolve(whole)).toBeUndefined();
  });

  test.each([
    ["a missing row", { firstArc: Int32Array.of(0, 3) }, "no row for each"],
    ["rows that do not cover the arcs", { firstArc: Int32Array.of(0, 1, 2) }, "do not cover"],
    ["rows out of order", { firstArc: Int32Array.of(0, 4, 3) }, "ends before it begins"],
    ["an unknown group", { arcGroup: Int32Array.of(1, 0, 2) }, "group 2, which does not exist"],
    ["the same pair twice", { arcGroup: Int32Array.of(1, 0, 0) }, "paired twice with group 0"],
    ["a negative cost", { arcCost: Int32Array.of(5, 4, -1) }, "negative cost for group 1"],
    ["too few capacities", { capacity: Int32Array.of(1) }, "one capacity for each group"],
    ["a negative capacity", { capacity: Int32Array.of(1, -1) }, "Group 1 has a negative capacity"],
    ["too few weights", { waitingWeight: Float64Array.of(1) }, "one waiting weight for each"],
    ["half a point", { waitingWeight: Float64Array.of(1, 0.5) }, "application 1 is not a whole number"],
    ["weights beyond exact sums", { waitingWeight: Float64Array.of(2 ** 52, 2 ** 52) }, "too large"],
  ])("names %s", (_, change, sentence) => {
    expect(whyNotSolve({ ...whole, ...change })).toContain(sentence);
  });
});

test("waiting weights fall by tier in steps larger than all costs together", () => {
  expect([...waitingWeights({ tier: [0, 1, 2], tiers: 3, largestCost: 7 })]).toEqual([88, 66, 44]);
});
