import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isEligible } from "./cost";
import { buildInstance } from "./instance";
import { solve } from "./match";
import type { MatchInput, MatchLead } from "./match-input";
import { type GroupProposal, proposeGroups } from "./propose-groups";
import {
  aGroup,
  anApplication,
  anInput,
  arbitraryInput,
  aSchool,
  CENTRE,
  kmEast,
} from "./testing/match-input-samples";

const lead: MatchLead = {
  ...{ id: "lead", hub: "home", school: null, roles: ["guide"], days: 31, load: 2, hubs: ["home", "next"] },
  ...{ ...CENTRE, maximumKm: 30 },
};

function propose(input: MatchInput, minimum = 2): GroupProposal[] {
  const instance = buildInstance(input);
  const groupOf = solve(instance).placement.toGroups();
  const norms = new Map([["offer", { minimum, capacity: 4, role: "guide" }]]);
  return proposeGroups({ instance, groupOf, assignments: [], norms });
}

const schools = [0, 1, 2].map((km) => aSchool({ id: `s${km}`, ...kmEast(km) }));
const waiting = schools.map(({ id }) =>
  anApplication({ id, school: id, impossibleDays: 0b11110, mode: "face_to_face" }),
);
const nothing = anInput({ schools, applications: waiting, groups: [], leads: [lead] });

describe("a new group is proposed", () => {
  test("where schools wait, on a day they can, at the place with the shortest ways, with a free lead", () => {
    expect(propose(nothing)).toEqual([
      {
        ...{ offer: "offer", hub: "home", venueSchool: "s1", ...kmEast(1), northing: CENTRE.northing },
        ...{ online: false, weekday: 0, pattern: 0, minimum: 2, capacity: 4, lead: "lead" },
        applications: ["s0", "s1", "s2"],
      },
    ]);
  });

  test.each([
    ["too few wait", { applications: waiting.slice(0, 1) }],
    ["nobody can lead it", { leads: [{ ...lead, roles: ["other"] }] }],
    ["nobody has time left", { leads: [{ ...lead, load: 0 }] }],
    ["the only lead works at a school it would serve", { leads: [{ ...lead, school: "s1" }] }],
  ])("not when %s", (_, changes) => {
    expect(propose({ ...nothing, ...changes })).toEqual([]);
  });

  test("in any week where that is asked for, so that its lead leads nothing else that weekday", () => {
    const one = { ...aGroup({ id: "led", weekday: 0, role: "guide", pattern: 1 }) };
    const instance = buildInstance({ ...nothing, groups: [{ ...one, capacity: 0 }] });
    const norms = new Map([["offer", { minimum: 2, capacity: 4, role: "guide" }]]);
    const led = { instance, groupOf: [-1, -1, -1], norms };
    const assignments = [{ group: "led", lead: "lead", coLead: null }];
    expect(proposeGroups({ ...led, assignments })).toMatchObject([{ pattern: 0 }]);
    expect(proposeGroups({ ...led, assignments, anyWeek: true })).toEqual([]);
    expect(proposeGroups({ ...led, assignments: [], anyWeek: true })).toMatchObject([{ pattern: 0 }]);
  });

  test("online only, or face to face only, where the offer says so", () => {
    const either = waiting.map((one) => ({ ...one, mode: "either" as const }));
    const instance = buildInstance({ ...nothing, applications: either });
    const online = (meets: "online" | "face_to_face") =>
      proposeGroups({
        instance,
        groupOf: [-1, -1, -1],
        assignments: [],
        norms: new Map([["offer", { minimum: 2, capacity: 4, role: "guide", meets }]]),
      }).map((one) => one.online);
    expect(online("online")).toEqual([true]);
    expect(online("face_to_face")).toEqual([false]);
  });

  test("only for schools that are open to it, each once, and nobody leads two at a time", () => {
    fc.assert(
      fc.property(arbitraryInput, (input) => {
        const proposals = propose({ ...input, leads: [lead, { ...lead, id: "other", hub: "next" }] });
        const served = proposals.flatMap(({ applications }) => applications);
        expect(new Set(served).size).toBe(served.length);
        const weeks = proposals.map((one) => `${one.lead} ${one.weekday} ${one.pattern}`);
        expect(new Set(weeks).size).toBe(weeks.length);
        for (const proposal of proposals) checkServed(input, proposal);
      }),
      { numRuns: 60 },
    );
  });
});

function checkServed(input: MatchInput, { applications, ...proposal }: GroupProposal): void {
  expect(applications.length).toBeGreaterThanOrEqual(proposal.minimum);
  expect(applications.length).toBeLessThanOrEqual(proposal.capacity);
  const instance = buildInstance(input);
  const group = { ...proposal, id: "new", held: 0, lead: null, leadSchool: null, acceptsGuests: true };
  for (const id of applications) {
    const application = instance.applications.find((one) => one.id === id);
    expect(application && isEligible(instance.candidates.pairWith(application, group))).toBe(true);
  }
}
