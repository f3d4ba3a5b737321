import { describe, expect, test } from "vitest";
import { weekdayOf } from "@/lib/kernel/dates";
import { isBankHoliday } from "@/lib/kernel/working-days";
import { usualSchoolHoliday } from "./holiday-rules";
import {
  firstDate,
  mayBecome,
  proposeDates,
  statusByDates,
  warningsForDate,
  weekNumber,
  workGroupStatuses,
  workGroupTransitions,
} from "./rules";

describe("what a group may become", () => {
  test.each(workGroupStatuses)("from %s", (from) => {
    for (const to of workGroupStatuses)
      expect(mayBecome(from, to)).toBe(workGroupTransitions[from].includes(to));
    expect(mayBecome(from, from)).toBe(false);
  });

  test("nothing leads out of finished and cancelled", () => {
    for (const over of ["finished", "cancelled"] as const)
      for (const to of workGroupStatuses) expect(mayBecome(over, to)).toBe(false);
  });

  test("only a confirmed group begins by its dates", () => {
    const dates = { first: "2026-10-06", last: "2027-05-04" };
    expect(statusByDates("recruiting", dates, "2027-07-01")).toBe("recruiting");
    expect(statusByDates("confirmed", dates, "2026-10-06")).toBe("running");
    expect(statusByDates("cancelled", dates, "2026-10-06")).toBe("cancelled");
  });
});

describe("the usual school holidays", () => {
  test.each([
    ["2026-10-26", "October half term"],
    ["2026-10-30", "October half term"],
    ["2026-12-21", "Christmas holiday"],
    ["2027-01-02", "Christmas holiday"],
    ["2027-02-15", "February half term"],
    ["2026-03-30", "Easter holiday"],
    ["2026-04-10", "Easter holiday"],
    ["2026-05-25", "May half term"],
    ["2027-08-31", "summer holiday"],
  ])("%s lies in the %s", (date, name) => {
    expect(usualSchoolHoliday(date)).toBe(name);
  });

  test.each(["2026-10-23", "2026-11-02", "2027-01-05", "2027-02-22", "2026-06-02", "2027-09-01"])(
    "%s lies in term",
    (date) => {
      expect(usualSchoolHoliday(date)).toBeUndefined();
    },
  );
});

describe("proposed dates", () => {
  test("keep their distance, stay on the weekday, and leave out holidays", () => {
    const dates = proposeDates({ firstOn: "2026-10-06", sessions: 6, weeksBetween: 5, weekPattern: "every" });
    expect(dates).toEqual([
      "2026-10-06",
      "2026-11-10",
      "2026-12-15",
      "2027-01-19",
      "2027-02-23",
      "2027-04-06",
    ]);
  });

  test.each(["odd", "even"] as const)(
    "in %s weeks only, none twice, however close they are",
    (weekPattern) => {
      for (const weeksBetween of [1, 2, 3, 7]) {
        const firstOn = firstDate({ weekday: 3, weekPattern }, "2026-09-01");
        const dates = proposeDates({ firstOn, sessions: 12, weeksBetween, weekPattern });
        expect(new Set(dates).size).toBe(12);
        expect([...dates].sort()).toEqual(dates);
        for (const date of dates) {
          expect(weekdayOf(date)).toBe(3);
          expect(weekNumber(date) % 2).toBe(weekPattern === "odd" ? 1 : 0);
          expect(usualSchoolHoliday(date) ?? isBankHoliday(date)).toBe(false);
        }
      }
    },
  );

  test("count weeks as the calendar on the wall does", () => {
    expect(weekNumber("2026-01-01")).toBe(1);
    expect(weekNumber("2026-12-31")).toBe(53);
    expect(weekNumber("2027-01-03")).toBe(53);
    expect(weekNumber("2027-01-04")).toBe(1);
  });
});

describe("warnings about a date", () => {
  const group = { weekday: 1, weekPattern: "every", startsOn: "2026-09-01", endsOn: "2027-07-23" } as const;

  test("none on the group's own day in term", () => {
    expect(warningsForDate("2026-10-06", group)).toEqual([]);
  });

  test.each([
    ["2027-05-03", "This is a bank holiday."],
    ["2026-10-27", "Most schools are closed: October half term."],
    ["2026-10-10", "This is a Saturday."],
    ["2026-10-07", "This is a Wednesday; the group meets on Tuesdays."],
    ["2027-09-07", "This is outside the dates of the programme."],
  ])("%s: %s", (date, warning) => {
    expect(warningsForDate(date, group)).toContain(warning);
  });

  test("of a week that is not the group's", () => {
    expect(warningsForDate("2026-10-06", { ...group, weekPattern: "even" })).toEqual([
      "This is week 41; the group meets in even weeks.",
    ]);
  });
});
