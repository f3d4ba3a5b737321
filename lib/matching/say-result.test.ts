import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { placementExplanation } from "@/lib/applications/placement-explanation";
import { match } from "./match";
import type { MatchInput } from "./match-input";
import { resultRows } from "./result-rows";
import { sayTerms } from "./say-result";
import {
  aGroup,
  anApplication,
  anInput,
  arbitraryInput,
  aSchool,
  kmEast,
} from "./testing/match-input-samples";

const RUN = "3f2b8a1c-5f0e-4c0f-9a44-0a3c3f6d2b10";

function rowOf(input: MatchInput, id = "application") {
  const found = resultRows(RUN, input, match(input)).find((row) => row.applicationId === id);
  if (!found) throw new Error(`There is no result for ${id}`);
  return found;
}

describe("a placed school reads why this group", () => {
  test("when it is the one that is open to it", () => {
    const group = aGroup({ weekday: 1, lead: "lead", ...kmEast(7.4) });
    const application = anApplication({ preferredDays: 0b00010, previousLead: "lead" });
    expect(rowOf(anInput({ groups: [group], applications: [application] })).reason).toBe(
      "It is the one group that is open to you: 7.4 km away, on Tuesdays (one of your best days), with the lead you had last year.",
    );
  });

  test("when it is the best of several", () => {
    const groups = [aGroup({ id: "near", ...kmEast(3) }), aGroup({ id: "far", ...kmEast(9) })];
    expect(rowOf(anInput({ groups })).reason).toBe(
      "Of the 2 groups open to you this one suits you best: 3.0 km away, on Tuesdays.",
    );
  });

  test("and why not the nearer one, with what that would have cost all together", () => {
    const groups = [
      aGroup({ id: "near", capacity: 1, ...kmEast(3) }),
      aGroup({ id: "far", capacity: 1, ...kmEast(9) }),
    ];
    const schools = [aSchool(), aSchool({ id: "other", ...kmEast(-15) })];
    const applications = [anApplication(), anApplication({ id: "b", school: "other", maximumKm: 30 })];
    expect(rowOf(anInput({ groups, schools, applications })).reason).toBe(
      "Of the 2 groups open to you this is the one that suits all schools best together: 9.0 km away, on Tuesdays. The group 3.0 km away would have suited you better by as much as 6.0 km of travel, but it is full: with you there, all schools together would have lost as much as 0.4 km.",
    );
  });

  test("and that with it in the nearer one nobody would have gained", () => {
    const groups = [
      aGroup({ id: "near", capacity: 1, ...kmEast(3) }),
      aGroup({ id: "far", capacity: 1, ...kmEast(9) }),
    ];
    const applications = [anApplication({ precedence: "2" }), anApplication({ id: "b", precedence: "1" })];
    expect(rowOf(anInput({ groups, applications })).reason).toContain(
      "but it is full: with you there, all schools together would have been no better off.",
    );
  });

  test("and that the nearer one would have left a school without a place", () => {
    const groups = [
      aGroup({ id: "near", capacity: 1, ...kmEast(3) }),
      aGroup({ id: "far", capacity: 1, ...kmEast(9) }),
    ];
    const schools = [aSchool(), aSchool({ id: "other", ...kmEast(-10) })];
    const applications = [anApplication(), anApplication({ id: "b", school: "other", maximumKm: 15 })];
    expect(rowOf(anInput({ groups, schools, applications })).reason).toContain(
      "but it is full: with you there, another school would have had no place.",
    );
  });

  test("and that a nearer one had no place from the start", () => {
    const groups = [
      aGroup({ id: "near", capacity: 0, held: 6, ...kmEast(3) }),
      aGroup({ id: "far", weekday: 3, ...kmEast(9) }),
    ];
    const application = anApplication({ preferredDays: 0b00010 });
    expect(rowOf(anInput({ groups, applications: [application] })).reason).toBe(
      "Of the 2 groups open to you this is the one that suits all schools best together: 9.0 km away, on Thursdays (not one of your best days, but possible). The group 3.0 km away would have suited you better by as much as 12.0 km of travel, but it is full: its places were held before this match.",
    );
  });

  test("when the group meets online", () => {
    expect(rowOf(anInput({ groups: [aGroup({ online: true })] })).reason).toBe(
      "It is the one group that is open to you: online, on Tuesdays.",
    );
  });
});

describe("after a publication", () => {
  const groups = [
    aGroup({ id: "near", capacity: 1, ...kmEast(5) }),
    aGroup({ id: "far", weekday: 3, capacity: 1, ...kmEast(9) }),
  ];
  const settled = anApplication({ id: "settled", tier: 2, confirmedGroup: "near" });

  test("a school that moves keeps a place and reads where it had one, and why", () => {
    const late = anApplication({ id: "late", impossibleDays: 0b01000 });
    const input = anInput({ groups, applications: [settled, late] });
    expect(rowOf(input, "settled").reason).toBe(
      "You keep a place, in another group: 9.0 km away, on Thursdays. The one you had is 5.0 km away, on Tuesdays. Your move helps to make room for a school that had no place; of all ways to do that, this is the best for all schools together.",
    );
    expect(rowOf(input, "settled").explanation).toMatchObject({ moved: { fromKm: 5 }, passedOver: [] });
    expect(rowOf(input, "late").reason).toBe(
      "It is the one group that is open to you: 5.0 km away, on Tuesdays.",
    );
  });

  test("a late one reads why not the nearer group, and no kilometres stand for a school's place", () => {
    const late = anApplication({ id: "late" });
    expect(rowOf(anInput({ groups, applications: [settled, late] }), "late").reason).toContain(
      "but it is full: with you there, another school would have had to move, or to wait.",
    );
  });

  test("one that waits does not read that a lower priority with a place was higher", () => {
    const stays = { ...settled, impossibleDays: 0b01000 };
    const late = anApplication({ id: "late", tier: 0, impossibleDays: 0b01000 });
    const row = rowOf(anInput({ groups, applications: [stays, late] }), "late");
    expect(row.reason).toBe(
      "The one group you could come into is full: each place is held by a school that had one before, or went to a school of the same or a higher priority, and no move within reach makes room.",
    );
  });

  test("who keeps its group is told nothing", () => {
    const input = anInput({ groups, applications: [settled] });
    expect(resultRows(RUN, input, match(input))).toEqual([]);
  });
});

describe("a waiting school reads one true sentence", () => {
  test("that no group is there", () => {
    expect(rowOf(anInput({ groups: [] })).reason).toBe(
      "No group of this programme is open in your hub or next to it yet.",
    );
  });

  test("which rule removes most of the groups, and the others", () => {
    const groups = [
      aGroup({ id: "a", weekday: 0 }),
      aGroup({ id: "b", weekday: 0 }),
      aGroup({ id: "c", ...kmEast(30) }),
      aGroup({ id: "d", leadSchool: "school" }),
      aGroup({ id: "e", hub: "next", acceptsGuests: false }),
      aGroup({ id: "f", easting: null }),
    ];
    const application = anApplication({ impossibleDays: 0b00001 });
    expect(rowOf(anInput({ groups, applications: [application] })).reason).toBe(
      "6 groups of this programme are open in your hub and next to it, and none is open to you: 2 are on days you cannot attend, 1 is farther than your 20 km, 1 is in a hub that takes no guests, 1 is led by somebody of your own school and 1 is at a distance we cannot measure.",
    );
  });

  test("that all it could reach is full, and by whom", () => {
    const groups = [aGroup({ capacity: 2, held: 4 })];
    const applications = ["a", "b", "c"].map((id, at) => anApplication({ id, precedence: String(at) }));
    const row = rowOf(anInput({ groups, applications }), "c");
    expect(row.reason).toBe(
      "The one group you could come into is full: 4 places were held before this match, and the other 2 places went to schools of the same or a higher priority.",
    );
    expect(row.explanation).toMatchObject({
      kind: "all_full",
      groups: 1,
      places: 6,
      heldBefore: 4,
      position: 1,
    });
  });
});

test("every result of any match has a sentence, and reasons in the shape that applications keep", () => {
  fc.assert(
    fc.property(arbitraryInput, (input) => {
      for (const row of resultRows(RUN, input, match(input))) {
        expect(row.reason).toMatch(/^[A-Z0-9].*\.$/);
        expect(row.reason).not.toMatch(/undefined|NaN|Infinity/);
        expect(placementExplanation.safeParse(row.explanation).error).toBeUndefined();
      }
    }),
  );
});

test("the hub reads each term of a cost that is not nothing", () => {
  const terms = {
    travel: 74,
    longTravel: 0,
    notPreferredDay: 60,
    otherMode: 0,
    neighbourHub: 150,
    previousLead: 0,
    move: 0,
  };
  expect(sayTerms(terms)).toEqual([
    "7.4 km to travel",
    "6.0 km for a day it did not prefer",
    "15.0 km for a neighbouring hub",
  ]);
});
