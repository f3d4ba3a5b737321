import { describe, expect, it } from "vitest";
import { proclaimedBankHolidays } from "@/db/reference/bank-holidays";
import { addWorkingDays, bankHolidays, isWorkingDay, standingBankHolidays } from "./working-days";

describe("working days in England", () => {
  it("computes every proclaimed holiday but the coronation", () => {
    for (const year of Object.keys(proclaimedBankHolidays).map(Number)) {
      const known = bankHolidays(year).filter((date) => date !== "2023-05-08");
      expect(standingBankHolidays(year)).toEqual(known);
    }
  });

  it("computes years that nobody has proclaimed yet", () => {
    expect(bankHolidays(2032)).toEqual([
      "2032-01-01",
      "2032-03-26",
      "2032-03-29",
      "2032-05-03",
      "2032-05-31",
      "2032-08-30",
      "2032-12-27",
      "2032-12-28",
    ]);
    expect(bankHolidays(2033)).toContain("2033-04-15");
  });

  it("skips weekends and bank holidays", () => {
    expect(addWorkingDays("2026-05-22", 1)).toBe("2026-05-26");
    expect(addWorkingDays("2026-12-23", 3)).toBe("2026-12-30");
    expect(addWorkingDays("2026-05-13", 15)).toBe("2026-06-04");
    expect(isWorkingDay("2026-12-28")).toBe(false);
    expect(isWorkingDay("2026-12-29")).toBe(true);
  });

  it("does not count the day it starts from", () => {
    expect(addWorkingDays("2026-05-16", 0)).toBe("2026-05-16");
    expect(addWorkingDays("2026-05-16", 1)).toBe("2026-05-18");
  });
});
