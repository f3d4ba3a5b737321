import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { match } from "./match";
import type { MatchApplication } from "./match-input";
import {
  aGroup,
  anApplication,
  anInput,
  arbitraryInput,
  kmEast,
  resultOf,
} from "./testing/match-input-samples";

describe("findCounterfactual", () => {
  test("tells those who wait the least they could change to be placed, which is true when they do", () => {
    fc.assert(
      fc.property(arbitraryInput, (input) => {
        for (const result of match(input).results) {
          if (result.reason === "placed" || !result.wouldBePlaced) continue;
          const { group, change, ...wishes } = result.wouldBePlaced;
          const loosen = (one: MatchApplication) =>
            one.id === result.application ? { ...one, ...wishes } : one;
          const changed = match({ ...input, applications: input.applications.map(loosen) });
          expect(resultOf(changed, result.application)?.reason).toBe("placed");
          expect(["day", "distance", "neighbour_hubs", "all_three", "far"]).toContain(change);
          expect(input.groups.map(({ id }) => id)).toContain(group);
        }
      }),
    );
  });

  test.each([
    [
      "another day",
      { impossibleDays: 0b00110 },
      {},
      { change: "day", impossibleDays: 0b00100, group: "group" },
    ],
    [
      "half as far again",
      { maximumKm: 20 },
      kmEast(24.9),
      { change: "distance", maximumKm: 25, group: "group" },
    ],
    [
      "a neighbouring hub",
      { neighbourHubs: false },
      { hub: "next" },
      { change: "neighbour_hubs", neighbourHubs: true },
    ],
    [
      "all of them",
      { impossibleDays: 31, maximumKm: 20 },
      kmEast(21),
      { change: "all_three", maximumKm: 21 },
    ],
    ["a long journey", { maximumKm: 20 }, kmEast(70), { change: "far", maximumKm: 70 }],
    ["nothing", {}, { ...kmEast(90) }, null],
  ])("finds that %s would do", (_, application, group, expected) => {
    const outcome = match(anInput({ groups: [aGroup(group)], applications: [anApplication(application)] }));
    const [result] = outcome.results;
    const found = result?.reason === "nothing_eligible" ? result.wouldBePlaced : undefined;
    if (expected === null) expect(found).toBeNull();
    else expect(found).toMatchObject(expected);
  });
});
