import { describe, expect, test } from "vitest";
import { academicYearOf } from "@/lib/kernel/academic-year";
import { weekdayOf } from "@/lib/kernel/dates";
import { parseRules } from "@/lib/programmes/eligibility/rule";
import { windowAround } from "./offer-dates";
import { allProgrammes, type OfferSpecification, offersFor } from "./programmes";

const years = [2023, 2024, 2025, 2026, 2027];
const offersOf = (year: number) => allProgrammes.flatMap((programme) => offersFor(programme, year));

describe("the programmes", () => {
  test("are 36, each with its own address and place in the order", () => {
    expect(allProgrammes).toHaveLength(36);
    expect(new Set(allProgrammes.map(({ slug }) => slug)).size).toBe(36);
  });

  test("a rule names programmes that exist", () => {
    const slugs = new Set(allProgrammes.map(({ slug }) => slug));
    const named = offersOf(2026).flatMap(({ rules }) =>
      rules.flatMap((rule) => [
        ...("programme" in rule ? [rule.programme] : []),
        ...("throughProgramme" in rule ? [rule.throughProgramme] : []),
        ...("insteadProgramme" in rule ? [rule.insteadProgramme] : []),
        ...("programmes" in rule ? rule.programmes : []),
        ...("next" in rule ? rule.next : []),
      ]),
    );
    expect(named.filter((slug) => !slugs.has(slug))).toEqual([]);
  });

  test("what one must have completed is a theme that is offered", () => {
    const themes = new Set(offersOf(2026).map(({ theme }) => theme));
    const named = offersOf(2026).flatMap(({ rules }) =>
      rules.flatMap((rule) => (rule.code === "person_completed" ? [rule.theme] : [])),
    );
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((theme) => !themes.has(theme))).toEqual([]);
  });
});

describe.each(years)("the offers of %i", (year) => {
  const offers = offersOf(year);

  test("have codes of their year, each once", () => {
    const codes = offers.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.filter((code) => !code.includes(String(year % 100)))).toEqual([]);
  });

  test("have dates in order and a deadline on a working day", () => {
    for (const offer of offers) {
      expect([offer.opensOn, offer.closesOn, offer.decisionsOn, offer.endsOn].toSorted()).toEqual([
        offer.opensOn,
        offer.closesOn,
        offer.decisionsOn,
        offer.endsOn,
      ]);
      expect(offer.startsOn < offer.endsOn).toBe(true);
      expect(weekdayOf(offer.closesOn)).toBeLessThan(5);
    }
  });

  test("have rules that can be read, and a first promise that names its cost", () => {
    for (const { rules, description } of offers) {
      expect(parseRules(rules)).toEqual(rules);
      expect(description.agrees[0]).toMatch(/\b(days?|release)\b/i);
    }
  });
});

test("themes change with the years", () => {
  const sustaining = allProgrammes.find(({ slug }) => slug === "secondary-tfm-sustaining");
  const themeB = (year: number) =>
    sustaining && offersFor(sustaining, year).find(({ code }) => code.endsWith("14b"))?.theme;
  expect(themeB(2023)).toBe("Developing coherence");
  expect(themeB(2024)).toBe("Fluency with multiplicative reasoning at Key Stage 3");
});

test("an offer that starts in the summer term is counted in the year that follows", () => {
  const early = offersOf(2026).find(({ code }) => code === "NCP26-30a");
  expect(early).toMatchObject({ academicYear: 2026, startsOn: "2026-04-27", closesOn: "2026-03-13" });
});

describe("windows around a day", () => {
  const days = Array.from({ length: 12 }, (_, month) => `2026-${String(month + 1).padStart(2, "0")}-10`);

  test.each(days)("on %s most of next year's offers are open, some soon to open", (day) => {
    const moved = offersOf(academicYearOf(day) + 1).map((offer, position) => around(day, offer, position));
    const open = moved.filter(({ opensOn, closesOn }) => opensOn <= day && day <= closesOn);
    expect(open.length).toBeGreaterThan(moved.length * 0.6);
    for (const offer of moved) {
      expect(offer.opensOn <= offer.closesOn && offer.closesOn <= offer.decisionsOn).toBe(true);
      expect(offer.closesOn <= offer.endsOn).toBe(true);
    }
  });

  test("no deadline is moved into the Christmas holidays or onto Good Friday", () => {
    const moved = ["2026-11-24", "2027-02-10"].flatMap((day) =>
      offersOf(academicYearOf(day) + 1).map((offer, position) => around(day, offer, position)),
    );
    const dates = moved.flatMap(({ closesOn, decisionsOn }) => [closesOn, decisionsOn]);
    expect(dates.filter((date) => /-12-(2[0-9]|3[01])$|-01-0[1-5]$|^2027-03-26$/.test(date))).toEqual([]);
  });

  function around(day: string, offer: OfferSpecification, position: number): OfferSpecification {
    return { ...offer, ...windowAround(day, offer, position) };
  }
});
