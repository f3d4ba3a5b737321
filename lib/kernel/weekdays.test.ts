import { expect, test } from "vitest";
import { bitsOf, daysOf, EVERY_DAY, sayWeekdays } from "./weekdays";

test("weekdays are bits, Monday first", () => {
  expect(bitsOf(["0", "4"])).toBe(0b10001);
  expect(daysOf(0b10001)).toEqual([0, 4]);
  expect(daysOf(bitsOf([]))).toEqual([]);
  expect(daysOf(EVERY_DAY)).toEqual([0, 1, 2, 3, 4]);
});

test("weekdays are said in the order of the week", () => {
  expect(sayWeekdays(0b00010)).toBe("Tuesdays");
  expect(sayWeekdays(0b10011)).toBe("Mondays, Tuesdays and Fridays");
});
