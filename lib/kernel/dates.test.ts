import { describe, expect, it } from "vitest";
import { academicYearOf, parseAcademicYear, sayAcademicYear } from "./academic-year";
import {
  addDays,
  daysBetween,
  endOfLondonDate,
  isIsoDate,
  londonDate,
  londonMoment,
  londonTime,
  sayDate,
  sayTime,
  weekdayOf,
} from "./dates";

describe("dates in England", () => {
  it("knows the date on the wall on both sides of midnight in summer", () => {
    expect(londonDate(new Date("2026-06-11T22:59:59Z"))).toBe("2026-06-11");
    expect(londonDate(new Date("2026-06-11T23:00:00Z"))).toBe("2026-06-12");
  });

  it("turns a wall time into a moment, before and after each clock change", () => {
    expect(londonMoment("2026-03-28", "13:30").toISOString()).toBe("2026-03-28T13:30:00.000Z");
    expect(londonMoment("2026-03-29", "13:30").toISOString()).toBe("2026-03-29T12:30:00.000Z");
    expect(londonMoment("2026-10-24", "09:00").toISOString()).toBe("2026-10-24T08:00:00.000Z");
    expect(londonMoment("2026-10-26", "09:00").toISOString()).toBe("2026-10-26T09:00:00.000Z");
  });

  it("ends a date at midnight in England, not in Greenwich", () => {
    expect(endOfLondonDate("2026-06-12").toISOString()).toBe("2026-06-12T22:59:59.999Z");
  });

  it("says dates and times as the service writes them", () => {
    expect(sayDate("2026-06-12")).toBe("Friday 12 June 2026");
    expect([sayTime("13:30"), sayTime("09:00"), sayTime("12:05"), sayTime("00:15")]).toEqual([
      "1.30pm",
      "9am",
      "12.05pm",
      "12.15am",
    ]);
    expect(londonTime(new Date("2026-06-12T08:05:00Z"))).toBe("09:05");
    expect(londonTime(new Date("2026-01-12T00:05:00Z"))).toBe("00:05");
  });

  it("refuses dates that do not exist", () => {
    expect(isIsoDate("2026-02-29")).toBe(false);
    expect(isIsoDate("2028-02-29")).toBe(true);
    expect(isIsoDate("12/06/2026")).toBe(false);
  });

  it("counts days across a clock change", () => {
    expect(addDays("2026-03-28", 2)).toBe("2026-03-30");
    expect(daysBetween("2026-10-20", "2026-10-30")).toBe(10);
    expect(weekdayOf("2026-06-12")).toBe(4);
  });
});

describe("the academic year", () => {
  it("begins on 1 September", () => {
    expect(academicYearOf("2026-08-31")).toBe(2025);
    expect(academicYearOf("2026-09-01")).toBe(2026);
  });

  it("is written 2026/27 and read in either form", () => {
    expect(sayAcademicYear(2026)).toBe("2026/27");
    expect(sayAcademicYear(2099)).toBe("2099/00");
    expect(parseAcademicYear("2026-27")).toBe(2026);
    expect(parseAcademicYear("2026/28")).toBeUndefined();
  });
});
