import { describe, expect, test } from "vitest";
import { allProgrammes, offersFor } from "@/db/reference/programmes";
import { arrangeCatalogue } from "./catalogue-rules";
import { catalogueFilters } from "./input";
import type { CatalogueOffer } from "./queries/offers";
import { facts, open, placeIn, SPRING, secondary, stageIn } from "./testing/facts";

const offers: readonly CatalogueOffer[] = [2025, 2026, 2027].flatMap((year) =>
  allProgrammes.flatMap((programme, index) =>
    offersFor(programme, year).map(({ description, ...offer }) => ({
      ...offer,
      ...description,
      ...programme,
      stage: programme.stage ?? null,
      ladderPhase: programme.ladderPhase ?? null,
      keywords: programme.keywords ?? "",
      opensToApplications: programme.opensToApplications ?? true,
      programme: programme.slug,
      position: index,
      id: offer.code,
      code: offer.code,
    })),
  ),
);

function arrange(address: string, school?: Parameters<typeof facts>[0], today = SPRING) {
  const fields = new URLSearchParams(address);
  const given = Object.fromEntries([...new Set(fields.keys())].map((key) => [key, fields.getAll(key)]));
  const single = {
    ...given,
    ...(given.q ? { q: given.q[0] } : {}),
    ...(given.year ? { year: given.year[0] } : {}),
  };
  return arrangeCatalogue({
    offers,
    filters: catalogueFilters.parse(single),
    today,
    ...(school ? { facts: facts({ ...school, today }) } : {}),
  });
}

const slugs = (view: ReturnType<typeof arrange>) => view.entries.map(({ offer }) => offer.programme);

describe("for a visitor", () => {
  test("every programme once, open ones first by deadline, then those that open later", () => {
    const view = arrange("");
    expect(view).toMatchObject({ matching: 36, all: 36 });
    const open = view.entries
      .filter(({ standing }) => standing === "open")
      .map(({ offer }) => offer.closesOn);
    expect(open.length).toBeGreaterThan(20);
    expect(open).toEqual(open.toSorted());
    expect(view.entries.at(-1)?.standing).toBe("by_referral");
  });

  test("the next chance counts: in autumn the programmes of the next year", () => {
    const view = arrange("", undefined, "2026-11-24");
    const years = new Map(view.entries.map(({ offer }) => [offer.programme, offer.academicYear]));
    expect(years.get("primary-tfm-development")).toBe(2027);
    expect(years.get("mastering-number-embedding-communities")).toBe(2026);
    expect(years.get("sktm-secondary-non-specialists")).toBe(2027);
  });

  test("a year shows that year, closed or not", () => {
    const view = arrange("year=2026-27", undefined, "2026-11-24");
    expect(new Set(view.entries.map(({ offer }) => offer.academicYear))).toEqual(new Set([2026]));
    expect(view.entries.find(({ offer }) => offer.programme === "primary-tfm-development")?.standing).toBe(
      "closed",
    );
  });

  test("a programme with themes is one entry that knows how many there are", () => {
    const entry = arrange("").entries.find(({ offer }) => offer.programme === "secondary-tfm-sustaining");
    expect(entry?.choices).toBe(4);
  });
});

describe("filters", () => {
  test("narrow by phase, audience, kind and meeting; values of one name widen", () => {
    expect(slugs(arrange("phase=early_years"))).toEqual(["sktm-early-years"]);
    expect(arrange("phase=primary&phase=secondary").matching).toBe(
      arrange("phase=primary").matching + arrange("phase=secondary").matching,
    );
    expect(slugs(arrange("who=teaching_assistants&phase=primary"))).toEqual(["sktm-primary-tas"]);
    expect(slugs(arrange("kind=support")).toSorted()).toEqual([
      "secondary-tfm-embedding",
      "tsm-enhanced",
      "tsm-intensive",
    ]);
    expect(arrange("meet=both").entries.every(({ offer }) => offer.meets === "both")).toBe(true);
  });

  test("an address that nobody made asks for nothing", () => {
    expect(arrange("phase=Primary&open=soon&year=next&kind=").matching).toBe(36);
  });

  test.each([
    [
      "mastering number",
      ["mastering-number-r-ks1", "mastering-number-ks2", "mastering-number-embedding-communities"],
    ],
    ["TAs", ["sktm-primary-tas", "sktm-secondary-tas"]],
    ["TA", ["sktm-primary-tas", "sktm-secondary-tas"]],
    ["rekenrek ks2", ["mastering-number-ks2"]],
    ["ncp26-06", ["mastering-number-ks2"]],
    ["mixed-age", ["riwg"]],
    ["nothing like this", []],
  ])("text %s", (text, found) => {
    expect(slugs(arrange(`q=${text}`)).toSorted()).toEqual(found.toSorted());
  });
});

describe("for a school", () => {
  const school = { stages: [stageIn("development", [2025, 2025], open)] };

  test("what is open comes first, then what is not yet by when it could start, then what is for others", () => {
    const standings = arrange("", school).entries.map(({ standing }) => standing);
    expect(standings).toEqual(
      standings.toSorted((one, other) => sections.indexOf(one) - sections.indexOf(other)),
    );
    expect(slugs(arrange("open=now", school))).toEqual(
      expect.arrayContaining(["primary-tfm-embedding", "primary-tfm-sustaining", "mastering-number-r-ks1"]),
    );
    expect(slugs(arrange("open=now", school))).not.toContain("primary-tfm-development");
    expect(slugs(arrange("open=not-yet", school))).toContain("mastering-number-ks2");
  });

  test("an application stands first and says so, but not one for a person", () => {
    const applied = {
      id: "application",
      personId: null,
      decision: "submitted",
      placement: "unplaced",
      promisedOn: "2026-06-12",
      answerBy: null,
    };
    const view = arrange("", {
      places: [placeIn("NCP26-10", "asked")],
      applications: [
        { ...applied, offerId: "NCP26-10" },
        { ...applied, id: "other", personId: "person", offerId: "NCP26-27" },
      ],
      ...school,
    });
    expect(view.entries[0]).toMatchObject({ standing: "applied", application: { id: "application" } });
    expect(view.entries.find(({ offer }) => offer.programme === "sktm-primary-tas")?.standing).toBe("open");
  });

  test("the theme that is open speaks for its programme", () => {
    const view = arrange("q=research", { school: secondary });
    expect(view.entries[0]?.offer.theme).not.toBe("Mixed-age classes");
  });
});

const sections = ["applied", "open", "not_yet", "later", "by_referral", "closed", "not_for_you"];
