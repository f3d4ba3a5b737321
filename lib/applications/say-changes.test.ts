import { describe, expect, test } from "vitest";
import { type PlacementExplanationInput, waitingExplanation } from "./placement-explanation";
import { sayChanges } from "./say-changes";

const wishes = { impossibleDays: 0b00101, maximumKm: 20, neighbourHubs: false };

type Waiting = Extract<PlacementExplanationInput, { kind: "nothing_eligible" }>;

function said(changes: Pick<Waiting, "wouldBePlaced" | "onePlaceMore" | "oneGroupMore">) {
  const waits = { kind: "nothing_eligible", runId: null, looked: 0, removedBy: [] } as const;
  return sayChanges(waitingExplanation.parse({ ...waits, ...changes }), wishes);
}

describe("what would change a result", () => {
  test("is nothing where nothing was found, and for reasons from before it was kept", () => {
    expect(said({})).toEqual([]);
    expect(said({ wouldBePlaced: null, onePlaceMore: null, oneGroupMore: null })).toEqual([]);
  });

  test("names what the school can do first, then what its hub can", () => {
    const kinds = said({
      wouldBePlaced: { ...wishes, impossibleDays: 0b00001 },
      onePlaceMore: { km: 7.4, weekday: 1 },
      oneGroupMore: { withinKm: 0, weekday: 1, schools: 7, needed: 6 },
    }).map(({ kind }) => kind);
    expect(kinds).toEqual(["wishes", "place", "group"]);
  });

  test.each([
    [{ impossibleDays: 0b00001 }, "If you could attend on Wednesdays"],
    [{ impossibleDays: 0 }, "If you could attend on Mondays and Wednesdays"],
    [{ maximumKm: 25 }, "If you could travel 25 km instead of 20"],
    [{ neighbourHubs: true }, "If you could join a group of a neighbouring hub"],
    [
      { impossibleDays: 0b00001, maximumKm: 30, neighbourHubs: true },
      "If you could attend on Wednesdays, could travel 30 km instead of 20 and could join a group of a neighbouring hub",
    ],
  ])("says only what is looser: %j", (looser, fact) => {
    expect(said({ wouldBePlaced: { ...wishes, ...looser } })).toMatchObject([{ fact }]);
  });

  test("says which group would need one more place, by its distance and day", () => {
    expect(said({ onePlaceMore: { km: 7.4, weekday: 1 } })).toMatchObject([
      { fact: "One more place in the group 7.4 km away, on Tuesdays" },
    ]);
    expect(said({ onePlaceMore: { km: null, weekday: 3 } })).toMatchObject([
      { fact: "One more place in the online group, on Thursdays" },
    ]);
  });

  test("says how many schools a new group would have, and what it takes where these are too few", () => {
    expect(said({ oneGroupMore: { withinKm: 0, weekday: 1, schools: 7, needed: 6 } })).toEqual([
      {
        kind: "group",
        fact: "A new group close to you, on Tuesdays",
        line: "It would have 7 schools, enough to run.",
      },
    ]);
    expect(said({ oneGroupMore: { withinKm: 6, weekday: 4, schools: 4, needed: 6 } })).toEqual([
      {
        kind: "group",
        fact: "A new group within 6 km of you, on Fridays",
        line: "It would have 4 schools, and a group needs 6: your hub would have to hold it open with fewer.",
      },
    ]);
    expect(said({ oneGroupMore: { withinKm: null, weekday: 0, schools: 6, needed: 6 } })).toMatchObject([
      { fact: "A new online group, on Mondays" },
    ]);
  });
});
