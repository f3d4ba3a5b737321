import { describe, expect, it } from "vitest";
import { bankHoliday } from "./bank-holidays";
import { addDays } from "./dates";

/** As published by GOV.UK for England and Wales. */
const published: Readonly<Record<string, string>> = {
  "2023": "01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26",
  "2024": "01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26",
  "2025": "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26",
  "2026": "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28",
  "2027": "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28",
  "2028": "01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26",
};

describe("bank holidays of England", () => {
  for (const [year, days] of Object.entries(published))
    it(`are those published for ${year}, and no other day`, () => {
      const found: string[] = [];
      for (let day = `${year}-01-01`; day.startsWith(year); day = addDays(day, 1))
        if (bankHoliday(day)) found.push(day.slice(5));
      expect(found.join(" ")).toBe(days);
    });

  it("have names, and say when a day stands in for a weekend", () => {
    expect(bankHoliday("2026-04-03")).toBe("Good Friday");
    expect(bankHoliday("2026-12-28")).toBe("Boxing Day (substitute day)");
    expect(bankHoliday("2026-12-26")).toBeUndefined();
  });

  it("leave out the days that a single year moved", () => {
    expect(bankHoliday("2022-05-30")).toBeUndefined();
    expect(bankHoliday("2022-06-02")).toBe("Spring bank holiday");
  });
});
