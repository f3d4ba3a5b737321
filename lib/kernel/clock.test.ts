import { expect, test } from "vitest";
import { aheadOfMachine } from "./clock";

const HOUR = 3_600_000;

test.each([
  ["in the demonstration it is as far ahead as is said", { DEMONSTRATION: "on", PRODUCTION: "off" }, HOUR],
  ["in production it is the machine's", { DEMONSTRATION: "on", PRODUCTION: "on" }, 0],
  ["and where nobody says what this is", {}, 0],
])("the clock can be moved for tests alone: %s", (_, where, ahead) => {
  expect(aheadOfMachine({ ...where, CLOCK_AHEAD_SECONDS: "3600" })).toBe(ahead);
});

test("nothing moves it unasked", () => {
  expect(aheadOfMachine({ DEMONSTRATION: "on" })).toBe(0);
});
