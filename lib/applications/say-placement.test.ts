import { describe, expect, it, test } from "vitest";
import { readExplanation } from "./placement-explanation";
import { sayPlacement } from "./say-placement";
import { allGroupsFull, anOfferOfAPlace } from "./testing/places";

describe("why a school waits", () => {
  const nothing = { kind: "nothing_eligible", runId: null, wouldBePlaced: null } as const;

  test("names the rules that keep it out of the groups that run, most first", () => {
    const removedBy = [
      { rule: "day", groups: 3 },
      { rule: "distance", groups: 1 },
    ] as const;
    expect(sayPlacement({ ...nothing, looked: 4, removedBy: [...removedBy] })).toBe(
      "4 groups run in your hub and its neighbours: 3 are on days you cannot attend and 1 is farther than you can travel.",
    );
  });

  test("says when there is no group at all", () => {
    expect(sayPlacement({ ...nothing, looked: 0, removedBy: [] })).toBe(
      "No group of this programme runs in your hub or a neighbouring hub yet.",
    );
  });

  test("says that every place is taken, and by whom", () => {
    expect(allGroupsFull.reason).toBe(
      "Every place you could come into is taken: 36 places in 3 groups, all held by schools of the same or higher priority.",
    );
  });
});

describe("why a school waits where places were held before the match", () => {
  const full = {
    ...allGroupsFull.explanation,
    kind: "all_full",
    groups: 2,
    places: 12,
    position: 1,
    worstTier: 1,
  } as const;

  test("says nothing of the priority of those who held them", () => {
    expect(sayPlacement({ ...full, heldBefore: 5 })).toBe(
      "Every place you could come into is taken: 12 places in 2 groups, 5 held before this match and the others by schools of the same or higher priority.",
    );
    expect(sayPlacement({ ...full, heldBefore: 12 })).toBe(
      "Every place you could come into is taken: 12 places in 2 groups, all held before this match.",
    );
  });
});

describe("what speaks for a group", () => {
  test("is its distance, its day and its lead", () => {
    const { explanation } = anOfferOfAPlace;
    expect(sayPlacement({ ...explanation, sameLead: true })).toBe(
      "The group is 7.4 km away, meets on one of your best days and has the same lead as this year.",
    );
    expect(sayPlacement({ ...explanation, km: null, preferredDay: false })).toBe("The group meets online.");
  });
});

it("reads what was kept, and nothing that does not fit", () => {
  expect(readExplanation(anOfferOfAPlace.explanation)).toEqual(anOfferOfAPlace.explanation);
  expect(readExplanation(null)).toBeNull();
  expect(readExplanation({ kind: "all_full", school: "Hallbeck" })).toBeNull();
});
