import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Candidates } from "./candidates";
import { costTerms, isEligible, totalOf } from "./cost";
import type { MatchApplication, MatchInput } from "./match-input";
import { asReachable, gainsOf, gainTogether, type ReachableGroup, withinReach } from "./reach";
import { arbitraryInput } from "./testing/match-input-samples";

const anyday = fc.nat(4);

/** What one school's page would be told of the groups of a match. */
function around(input: MatchInput, application: MatchApplication): ReachableGroup[] {
  return new Candidates(input)
    .of(application)
    .map((pair) => asReachable(pair, pair.group.capacity === 0))
    .filter((one): one is ReachableGroup => typeof one === "object");
}

function eligibleOf(input: MatchInput, application: MatchApplication) {
  return new Candidates(input).of(application).filter(isEligible);
}

function cheapest(input: MatchInput, application: MatchApplication): number {
  const costs = eligibleOf(input, application).map((pair) => totalOf(costTerms(pair, input.policy)));
  return Math.min(Number.POSITIVE_INFINITY, ...costs);
}

describe("groups within reach", () => {
  test("are as many as a match would look at for the same wishes", () => {
    fc.assert(
      fc.property(arbitraryInput, (input) => {
        for (const application of input.applications) {
          const reached = withinReach(around(input, application), application);
          expect(reached).toHaveLength(eligibleOf(input, application).length);
          expect(reached.filter(({ isFull }) => isFull)).toHaveLength(
            eligibleOf(input, application).filter(({ group }) => group.capacity === 0).length,
          );
        }
      }),
      { numRuns: 300 },
    );
  });

  test("naming one more day takes none away, adds what was said, and makes no journey dearer", () => {
    fc.assert(
      fc.property(arbitraryInput, anyday, (input, weekday) => {
        for (const application of input.applications) {
          const more = { ...application, impossibleDays: application.impossibleDays & ~(1 << weekday) };
          const [before, after] = [eligibleOf(input, application), eligibleOf(input, more)];
          const ids = new Set(after.map(({ group }) => group.id));
          expect(before.every(({ group }) => ids.has(group.id))).toBe(true);
          for (const pair of before)
            expect(costTerms({ ...pair, application: more }, input.policy)).toEqual(
              costTerms(pair, input.policy),
            );
          expect(cheapest(input, more)).toBeLessThanOrEqual(cheapest(input, application));
          const said = gainsOf(around(input, application), application).days.find(
            (day) => day.weekday === weekday,
          );
          expect(said?.groups ?? 0).toBe(after.length - before.length);
        }
      }),
      { numRuns: 300 },
    );
  });

  test("travelling farther and neighbouring hubs take none away and add what was said", () => {
    fc.assert(
      fc.property(arbitraryInput, (input) => {
        for (const application of input.applications) {
          const groups = around(input, application);
          const now = eligibleOf(input, application).length;
          const { km, neighbours } = gainsOf(groups, application);
          const guest = eligibleOf(input, { ...application, neighbourHubs: true });
          expect(guest.length - now).toBe(neighbours);
          const far = eligibleOf(input, { ...application, maximumKm: km?.km ?? 150 });
          expect(far.length - now).toBe(km?.groups ?? 0);
          if (km) expect(eligibleOf(input, { ...application, maximumKm: km.km - 1 }).length).toBe(now);
        }
      }),
      { numRuns: 300 },
    );
  });

  test("where no single wish helps, the wishes loosened together bring what was said", () => {
    let told = 0;
    fc.assert(
      fc.property(arbitraryInput, (input) => {
        for (const application of input.applications) {
          const groups = around(input, application);
          const { days, km, neighbours } = gainsOf(groups, application);
          if (withinReach(groups, application).length + days.length + neighbours > 0 || km) continue;
          const found = gainTogether(groups, application);
          expect(found === undefined).toBe(groups.length === 0);
          if (!found) continue;
          told += 1;
          const { loosened } = found;
          const wider = {
            ...application,
            impossibleDays: loosened.includes("days") ? 0 : application.impossibleDays,
            maximumKm: loosened.includes("km") ? found.km : application.maximumKm,
            neighbourHubs: application.neighbourHubs || loosened.includes("neighbours"),
          };
          expect(eligibleOf(input, wider)).toHaveLength(found.groups);
        }
      }),
      { numRuns: 300 },
    );
    expect(told).toBeGreaterThan(0);
  });
});
