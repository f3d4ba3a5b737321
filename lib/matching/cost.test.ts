import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { costTerms, isEligible, obstaclesOf, type Pair, tenthsOfKm, totalOf } from "./cost";
import type { MatchApplication, MatchGroup, MatchSchool } from "./match-input";
import { POLICY_NUMBERS } from "./policy-numbers";
import {
  aGroup,
  anApplication,
  arbitraryApplication,
  arbitraryGroup,
  arbitrarySchool,
  aSchool,
  CENTRE,
} from "./testing/match-input-samples";

const NEXT = new Set(["next"]);

function pairOf(a: Partial<MatchApplication>, g: Partial<MatchGroup>, s: Partial<MatchSchool> = {}): Pair {
  return { application: anApplication(a), school: aSchool(s), neighbours: NEXT, group: aGroup(g) };
}

function termsOf(...parts: Parameters<typeof pairOf>) {
  return costTerms(pairOf(...parts), POLICY_NUMBERS);
}

function kmEast(km: number) {
  return { easting: CENTRE.easting + 1000 * km };
}

describe("obstaclesOf", () => {
  test.each([
    ["nothing on the doorstep", pairOf({}, {}), []],
    ["an impossible day", pairOf({ impossibleDays: 0b00010 }, { weekday: 1 }), ["day"]],
    ["only that day", pairOf({ impossibleDays: 0b11101 }, { weekday: 1 }), []],
    [
      "a neighbouring hub the school does not want",
      pairOf({ neighbourHubs: false }, { hub: "next" }),
      ["hub"],
    ],
    ["a neighbouring hub that takes no guests", pairOf({}, { hub: "next", acceptsGuests: false }), ["hub"]],
    ["a welcoming neighbour", pairOf({}, { hub: "next" }), []],
    ["a hub that is no neighbour", pairOf({}, { hub: "far" }), ["hub"]],
    ["exactly the furthest it would travel", pairOf({ maximumKm: 20 }, kmEast(20)), []],
    ["100 metres more", pairOf({ maximumKm: 20 }, kmEast(20.1)), ["distance"]],
    ["99 metres more", pairOf({ maximumKm: 20 }, kmEast(20.099)), []],
    ["any distance online", pairOf({}, { ...kmEast(300), online: true }), []],
    ["an unknown school place", pairOf({}, {}, { easting: null }), ["place_unknown"]],
    ["an unknown school place, online", pairOf({}, { online: true }, { easting: null }), []],
    ["its own teacher as lead", pairOf({}, { leadSchool: "school" }), ["own_lead"]],
    [
      "several at once",
      pairOf({ impossibleDays: 31, maximumKm: 1 }, { hub: "far", ...kmEast(9) }),
      ["hub", "day", "distance"],
    ],
  ])("%s", (_, pair, obstacles) => {
    expect(obstaclesOf(pair)).toEqual(obstacles);
    expect(isEligible(pair)).toBe(obstacles.length === 0);
  });
});

describe("costTerms", () => {
  test("prices each thing on its own", () => {
    expect(totalOf(termsOf({}, {}))).toBe(0);
    expect(termsOf({}, kmEast(7.42))).toMatchObject({ travel: 74, longTravel: 0 });
    expect(termsOf({}, kmEast(30))).toMatchObject({ travel: 300, longTravel: 25 });
    expect(termsOf({ preferredDays: 0b00001 }, { weekday: 1 }).notPreferredDay).toBe(60);
    expect(termsOf({ preferredDays: 0b00011 }, { weekday: 1 }).notPreferredDay).toBe(0);
    expect(termsOf({ mode: "face_to_face" }, { online: true })).toMatchObject({ otherMode: 80, travel: 0 });
    expect(termsOf({ mode: "online" }, { online: false }).otherMode).toBe(80);
    expect(termsOf({ mode: "either" }, { online: true }).otherMode).toBe(0);
    expect(termsOf({}, { hub: "next" }).neighbourHub).toBe(150);
    expect(termsOf({ previousLead: "lead1" }, { lead: "lead1" }).previousLead).toBe(0);
    expect(termsOf({ previousLead: "lead1" }, { lead: "lead2" }).previousLead).toBe(100);
    expect(termsOf({ previousLead: "lead1" }, { lead: null }).previousLead).toBe(100);
  });

  test("rounds a distance down twice: to metres, then to tenths of a kilometre", () => {
    expect(tenthsOfKm({ easting: 0, northing: 0 }, { easting: 70, northing: 71 })).toBe(0);
    expect(tenthsOfKm({ easting: 0, northing: 0 }, { easting: 71, northing: 71 })).toBe(1);
  });

  test("agrees on random pairs with the interchange format's formula written out in one expression", () => {
    fc.assert(
      fc.property(arbitraryApplication, arbitraryGroup, arbitrarySchool, (application, group, school) => {
        const pair = { application, group, school, neighbours: NEXT };
        const expected = formula(pair);
        expect(isEligible(pair)).toBe(expected !== null);
        if (expected !== null) expect(totalOf(costTerms(pair, POLICY_NUMBERS))).toBe(expected);
      }),
      { numRuns: 2000 },
    );
  });
});

/** Points of an eligible pair by model.md sections 2.1 and 2.2, null for one that is not. */
function formula({ application: a, group: g, school: s, neighbours }: Pair): number | null {
  const across = g.hub !== s.hub;
  const metres = Math.hypot((g.easting ?? 0) - (s.easting ?? 0), (g.northing ?? 0) - (s.northing ?? 0));
  const d = g.online ? 0 : Math.floor(Math.floor(metres + 1e-9) / 100);
  const day = 2 ** g.weekday;
  if (g.leadSchool === s.id || Math.floor(a.impossibleDays / day) % 2 === 1 || d > a.maximumKm * 10)
    return null;
  if (across && !(a.neighbourHubs && g.acceptsGuests && neighbours.has(g.hub))) return null;
  return (
    d +
    (d > 200 ? Math.floor((d - 200) ** 2 / 400) : 0) +
    (a.preferredDays > 0 && Math.floor(a.preferredDays / day) % 2 === 0 ? 60 : 0) +
    ((g.online && a.mode === "face_to_face") || (!g.online && a.mode === "online") ? 80 : 0) +
    (across ? 150 : 0) +
    (a.previousLead && g.lead !== a.previousLead ? 100 : 0)
  );
}
