import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { MatchInput, MatchLead } from "./match-input";
import type { SizedOutcome } from "./match-outcome";
import { matchSized } from "./match-sized";
import { aGroup, anApplication, anInput, aSchool, CENTRE, kmEast } from "./testing/match-input-samples";

const settings = { work: 10_000 };
const TUESDAY = 0b00010;
const FRIDAY = 0b10000;

function aLead(id: string, changes: Partial<MatchLead> = {}): MatchLead {
  const facts = { id, hub: "home", school: null, roles: ["guide"], days: 31, load: 2, hubs: ["home"] };
  return { ...facts, ...CENTRE, maximumKm: 60, ...changes };
}

/** Schools at one place, the first the earliest, with the lead that each had last year. */
function schoolsAfter(
  leads: Readonly<Record<string, string | null>>,
  changes: Partial<MatchInput>,
): MatchInput {
  const ids = Object.keys(leads);
  return anInput({
    schools: ids.map((id) => aSchool({ id })),
    applications: ids.map((id) =>
      anApplication({ id, school: id, precedence: id, previousLead: leads[id] ?? null }),
    ),
    ...changes,
  });
}

const tuesday = aGroup({ id: "a", capacity: 1, role: "guide" });
const friday = aGroup({ id: "b", capacity: 1, weekday: 4, role: "guide" });

describe("of equally good placements, the one that suits the leads is taken", () => {
  const input = schoolsAfter(
    { s0: "olga", s1: "mary" },
    {
      groups: [tuesday, friday],
      leads: [aLead("mary", { days: TUESDAY }), aLead("olga", { days: FRIDAY })],
    },
  );

  test("each school keeps the lead it had last year, and the proof stays", async () => {
    const outcome = await matchSized({ ...input, suitsLeads: true }, settings);
    expect(placesOf(outcome)).toEqual(["b", "a"]);
    expect(outcome.leads?.results).toMatchObject([
      { group: "a", lead: "mary", ledBefore: 1 },
      { group: "b", lead: "olga", ledBefore: 1 },
    ]);
    expect(outcome.certificate.proved).toBe(true);
  });

  test("a run from before this was done gives what it gave", async () => {
    expect(placesOf(await matchSized(input, settings))).toEqual(["a", "b"]);
  });

  test("it costs nobody a longer way", async () => {
    const groups = [tuesday, { ...friday, ...kmEast(1) }];
    const nearer = { ...input, groups, applications: input.applications.slice(0, 1), suitsLeads: true };
    expect(placesOf(await matchSized(nearer, settings))).toEqual(["a"]);
  });

  test("a lead does not decide who waits: the earlier application has the place", async () => {
    const two = schoolsAfter(
      { s0: "nobody", s1: "mary" },
      { groups: [tuesday], leads: [aLead("mary")], suitsLeads: true },
    );
    expect(placesOf(await matchSized(two, settings))).toEqual(["a", null]);
  });

  test("a group that has its lead keeps it, and a school comes back to that lead", async () => {
    const led = { ...friday, lead: "olga", role: undefined };
    const both = { ...input, groups: [tuesday, led], suitsLeads: true };
    const outcome = await matchSized(both, settings);
    expect(placesOf(outcome)).toEqual(["b", "a"]);
    expect(outcome.leads?.results.map(({ group }) => group)).toEqual(["a"]);
  });
});

/** Schools at one place, who had one of three leads or nobody last year, and groups on three days that need a lead. */
const withTies = fc
  .record({
    last: fc.array(fc.option(fc.constantFrom("lead0", "lead1", "lead2")), { minLength: 4, maxLength: 10 }),
    impossible: fc.array(fc.constantFrom(0, 0, 0, TUESDAY), { minLength: 10, maxLength: 10 }),
    tiers: fc.array(fc.nat(1), { minLength: 10, maxLength: 10 }),
    sizes: fc.array(fc.integer({ min: 2, max: 4 }), { minLength: 3, maxLength: 3 }),
    days: fc.array(fc.integer({ min: 1, max: 31 }), { minLength: 3, maxLength: 3 }),
    ledBy: fc.option(fc.constant("lead2")),
  })
  .map(({ last, impossible, tiers, sizes, days, ledBy }) => {
    const input = schoolsAfter(Object.fromEntries(last.map((lead, index) => [`s${index}`, lead])), {
      groups: sizes.map((capacity, index) => {
        const group = aGroup({ id: `g${index}`, capacity, minimum: 2, weekday: 1 + index, role: "guide" });
        return index === 0 && ledBy ? { ...group, lead: ledBy, role: undefined } : group;
      }),
      leads: days.map((free, index) => aLead(`lead${index}`, { days: free, load: 1, school: `s${index}` })),
      suitsLeads: true,
    });
    const applications = input.applications.map((one, index) => ({
      ...one,
      impossibleDays: impossible[index] ?? 0,
      tier: tiers[index] ?? 0,
    }));
    return { ...input, applications };
  });

test("on any instance: the same schools placed, no dearer, proved, leads no worse, the same bytes in any order", async () => {
  let changed = 0;
  for (const input of fc.sample(withTies, { numRuns: 100, seed: 7 })) {
    const suited = await matchSized(input, settings);
    const before = await matchSized({ ...input, suitsLeads: false }, settings);
    if (String(placesOf(suited)) !== String(placesOf(before))) changed += 1;
    expect(suited.objective).toEqual(before.objective);
    expect(waitingOf(suited)).toEqual(waitingOf(before));
    expect(suited.certificate.proved).toBe(true);
    expect(suited.leads?.schoolsUnled ?? 0).toBeLessThanOrEqual(before.leads?.schoolsUnled ?? 0);
    const turned = {
      ...input,
      groups: input.groups.toReversed(),
      applications: input.applications.toReversed(),
      leads: input.leads?.toReversed(),
    };
    expect(JSON.stringify(await matchSized(turned, settings))).toBe(JSON.stringify(suited));
  }
  expect(changed).toBeGreaterThan(20);
});

function waitingOf(outcome: SizedOutcome): boolean[] {
  return placesOf(outcome).map((group) => group === null);
}

function placesOf({ results }: SizedOutcome) {
  return results.map((result) => (result.reason === "placed" ? result.group : null));
}
