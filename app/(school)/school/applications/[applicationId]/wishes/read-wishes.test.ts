import { expect, test } from "vitest";
import { readWishes } from "./read-wishes";

const saved = { impossibleDays: 0b00001, maximumKm: 20, neighbourHubs: false, wishesSaved: false };
const answered = { ...saved, maximumKm: 35, neighbourHubs: true, wishesSaved: true };
const { wishesSaved: _, ...kept } = answered;

test("what is typed stands above what was saved", () => {
  expect(readWishes({ days: ["1", "3"] }, answered).wishes).toEqual({ ...kept, impossibleDays: 0b10101 });
  expect(readWishes({ days: [] }, answered).wishes.impossibleDays).toBe(0b11111);
  expect(readWishes({ maximumKm: " 12 ", neighbourHubs: "no" }, answered)).toEqual({
    wishes: { impossibleDays: 0b00001, maximumKm: 12, neighbourHubs: false },
    isKmAssumed: false,
    isHubAssumed: false,
  });
});

test("what nobody has said yet is counted with what is usual, and named as such", () => {
  expect(readWishes({}, saved)).toMatchObject({
    wishes: { maximumKm: 20, neighbourHubs: false },
    isKmAssumed: true,
    isHubAssumed: true,
  });
  expect(readWishes({}, answered)).toEqual({ wishes: kept, isKmAssumed: false, isHubAssumed: false });
});

test.each(["", "far", "0", "151", "12.5"])("a distance of %o counts as not said", (maximumKm) => {
  expect(readWishes({ maximumKm, neighbourHubs: "yes" }, answered)).toMatchObject({
    wishes: { maximumKm: 35 },
    isKmAssumed: true,
    isHubAssumed: false,
  });
});
