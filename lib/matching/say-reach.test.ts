import { describe, expect, test } from "vitest";
import type { ReachableGroup, ReachWishes } from "./reach";
import { sayReach } from "./say-reach";

const MONDAY = 0;
const TUESDAY = 1;
const WEDNESDAY = 2;

function group(changes: Partial<ReachableGroup> = {}): ReachableGroup {
  return { weekday: TUESDAY, online: false, tenths: 50, atNeighbour: false, isFull: false, ...changes };
}

function only(days: readonly number[], changes: Partial<ReachWishes> = {}): ReachWishes {
  const impossibleDays = days.reduce((bits, day) => bits & ~(1 << day), 0b11111);
  return { impossibleDays, maximumKm: 20, neighbourHubs: false, ...changes };
}

const around = (...groups: ReachableGroup[]) => ({ groups, unmeasured: 0 });

describe("the sentence says", () => {
  test("how many are within reach, and on the question of days what a further day would add", () => {
    const there = around(
      group(),
      group({ isFull: true }),
      group({ weekday: WEDNESDAY }),
      group({ weekday: WEDNESDAY, online: true, tenths: 0 }),
      group({ tenths: 251 }),
    );
    expect(sayReach(there, only([TUESDAY]), "days")).toEqual([
      "2 Work Groups that are open now are within your reach.",
      "1 of them has no free place today.",
      "More would be within reach with Wednesday (2, 1 of them online).",
    ]);
    expect(sayReach(there, only([TUESDAY]), "travel").at(-1)).toBe(
      "More would be within reach with travel up to 26 km (1).",
    );
    expect(sayReach(there, only([TUESDAY]), "best")).toHaveLength(2);
  });

  test("by day, before a day is chosen", () => {
    const there = around(group(), group({ weekday: MONDAY }), group(), group({ tenths: 300 }));
    expect(sayReach(there, only([]), "days")).toEqual([
      "3 Work Groups that are open now could be within your reach: 1 on Mondays and 2 on Tuesdays.",
    ]);
  });

  test("how they meet, on that question", () => {
    const online = group({ online: true, tenths: 0 });
    const say = (...groups: ReachableGroup[]) => sayReach(around(...groups), only([TUESDAY]), "meeting")[1];
    expect(say(group(), online, group())).toBe("2 of them meet face to face, 1 online.");
    expect(say(group())).toBe("It meets face to face.");
    expect(say(online, online)).toBe("All meet online.");
  });

  test("what would bring some, where none is within reach", () => {
    const there = around(
      group({ weekday: WEDNESDAY, online: true, tenths: 0 }),
      group({ tenths: 214 }),
      group({ atNeighbour: true }),
    );
    expect(sayReach(there, only([TUESDAY]), "days")).toEqual([
      "No Work Group that is open now is within your reach yet.",
      "Some would be within reach with Wednesday (1, online), travel up to 22 km (1) or groups of neighbouring hubs (1).",
    ]);
  });

  test("which wishes would bring some together, where none does alone", () => {
    const there = around(group({ weekday: WEDNESDAY, tenths: 305 }));
    expect(sayReach(there, only([TUESDAY]), "days").at(-1)).toBe(
      "1 would be within reach with every weekday and travel up to 31 km together.",
    );
    expect(sayReach(there, only([]), "days").at(-1)).toBe(
      "1 would be within reach with every weekday and travel up to 31 km together.",
    );
  });

  test("that wishes count for groups to come, where none is open", () => {
    expect(sayReach(around(), only([TUESDAY]), "travel")).toEqual([
      "No Work Group that is open now is within your reach yet.",
      "Your wishes count for every group that opens before places are worked out.",
    ]);
  });

  test("which groups cannot be counted, as nobody knows where the school is", () => {
    expect(sayReach({ groups: [], unmeasured: 2 }, only([TUESDAY]), "days").at(-1)).toBe(
      "2 Work Groups that are open now cannot be counted: the register has no place for your school to measure from. Your hub can help.",
    );
  });
});
