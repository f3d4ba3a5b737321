import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { match } from "./match";
import { aGroup, anApplication, anInput, arbitraryInput, aSchool } from "./testing/match-input-samples";
import { whyNotMatch } from "./why-not-match";

describe("whyNotMatch", () => {
  test("finds nothing wrong with whole inputs", () => {
    fc.assert(
      fc.property(arbitraryInput, (input) => {
        expect(whyNotMatch(input)).toBeUndefined();
      }),
    );
  });

  test.each([
    [
      "Hub home is given twice",
      {
        hubs: [
          { id: "home", neighbours: [] },
          { id: "home", neighbours: [] },
        ],
      },
    ],
    ["Group group is given twice", { groups: [aGroup(), aGroup()] }],
    ["unknown neighbour moon", { hubs: [{ id: "home", neighbours: ["moon"] }] }],
    ["School school belongs to the unknown hub moon", { schools: [aSchool({ hub: "moon" })] }],
    ["Group group belongs to the unknown hub moon", { groups: [aGroup({ hub: "moon" })] }],
    ["from the unknown school moon", { applications: [anApplication({ school: "moon" })] }],
    ["pinned to the unknown group moon", { applications: [anApplication({ pinnedGroup: "moon" })] }],
    ["confirmed in the unknown group moon", { applications: [anApplication({ confirmedGroup: "moon" })] }],
    ["policy number neighbourHub", { policy: { ...anInput().policy, neighbourHub: -1 } }],
    ["longTravelDivisor is 0", { policy: { ...anInput().policy, longTravelDivisor: 0 } }],
    ["Group group has the capacity -1", { groups: [aGroup({ capacity: -1 })] }],
    ["Group group meets on the weekday 5", { groups: [aGroup({ weekday: 5 })] }],
    ["Application application has the tier 0.5", { applications: [anApplication({ tier: 0.5 })] }],
    ["days that are not five bits", { applications: [anApplication({ impossibleDays: 32 })] }],
    [
      "1 schools pinned or confirmed and 0 places",
      { groups: [aGroup({ capacity: 0 })], applications: [anApplication({ pinnedGroup: "group" })] },
    ],
  ])("%s", (sentence, changes) => {
    expect(whyNotMatch(anInput(changes))).toContain(sentence);
    expect(() => match(anInput(changes))).toThrow(sentence);
  });
});
