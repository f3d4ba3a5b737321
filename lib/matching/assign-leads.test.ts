import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { assignLeads, type LeadAssignment } from "./assign-leads";
import { faultOfLeads } from "./fault-of-leads";
import type { LeadInput, LedGroup } from "./lead-input";
import { leadCost } from "./lead-rules";
import type { MatchLead } from "./match-input";
import { aGroup, CENTRE, kmEast } from "./testing/match-input-samples";

function aLead(changes: Partial<MatchLead> = {}): MatchLead {
  const lead = { id: "lead", hub: "home", school: null, roles: ["guide"], days: 31, load: 1, hubs: ["home"] };
  return { ...lead, ...CENTRE, maximumKm: 30, ...changes };
}

function aLedGroup(changes: Partial<LedGroup> = {}): LedGroup {
  const members = [{ school: "school", previousLead: null }];
  return { ...aGroup(), role: "guide", pattern: 0, members, ...changes };
}

const one = (input: LeadInput): LeadAssignment | undefined => assignLeads(input).assignments[0];

describe("a group is led", () => {
  test("by the person who was planned, unless another is nearer by more than giving the plan up costs", () => {
    const planned = aLead({ id: "planned", ...kmEast(10) });
    const near = aLead({ id: "near" });
    expect(one({ leads: [near, planned], groups: [aLedGroup({ lead: "planned" })] })?.lead).toBe("planned");
    const far = aLead({ id: "planned", ...kmEast(29), hub: "next" });
    expect(one({ leads: [near, far], groups: [aLedGroup({ lead: "planned" })] })?.lead).toBe("near");
  });

  test.each([
    ["without the role", { roles: ["other"] }],
    ["for another hub", { hubs: ["next"] }],
    ["who is busy that day", { days: 0b11101 }],
    ["of a member's school", { school: "school" }],
    ["too far away", kmEast(31)],
    ["with no time at all", { load: 0 }],
    ["who leads another group then", { busy: [{ weekday: 1, pattern: 2 }] }],
    ["of a member's school, beside another", { school: "elsewhere", otherSchools: ["school"] }],
  ])("never by somebody %s", (_, changes) => {
    expect(assignLeads({ leads: [aLead(changes)], groups: [aLedGroup()] })).toMatchObject({
      assignments: [{ group: "group", lead: null, coLead: null }],
      unled: 1,
      schoolsUnled: 1,
    });
  });

  test("by a lead and another co-lead where both are wanted; one person alone leads", () => {
    const groups = [aLedGroup({ wantsCoLead: true })];
    const both = [aLead({ id: "a", ...kmEast(3), load: 2 }), aLead({ id: "b", load: 2 })];
    expect(one({ leads: both, groups })).toEqual({ group: "group", lead: "b", coLead: "a" });
    const alone = assignLeads({ leads: [aLead({ load: 2 })], groups });
    expect(alone).toMatchObject({
      assignments: [{ lead: "lead", coLead: null }],
      missingCoLeads: 1,
      unled: 0,
    });
  });
});

const arbitraryInput: fc.Arbitrary<LeadInput> = fc
  .tuple(
    fc.array(
      fc.record({
        days: fc.nat(31),
        load: fc.nat(2),
        school: fc.constantFrom(null, "s1", "s2"),
        hub: fc.constantFrom("home", "next"),
        roles: fc.constantFrom(["guide"], ["other"], ["guide", "other"]),
        km: fc.nat(40),
        otherSchools: fc.constantFrom([], ["s3"]),
        busy: fc.array(fc.record({ weekday: fc.nat(2), pattern: fc.nat(2) }), { maxLength: 1 }),
      }),
      { maxLength: 4 },
    ),
    fc.array(
      fc.record({
        weekday: fc.nat(2),
        pattern: fc.nat(1),
        lead: fc.constantFrom(null, "0", "1"),
        wantsCoLead: fc.boolean(),
        role: fc.constantFrom("guide", "other"),
        schools: fc.array(fc.constantFrom("s1", "s2", "s3"), { minLength: 1, maxLength: 3 }),
        heldBy: fc.constantFrom([], ["s2"]),
      }),
      { maxLength: 4 },
    ),
  )
  .map(([leads, groups]) => ({
    leads: leads.map(({ km, ...lead }, i) =>
      aLead({ ...lead, ...kmEast(km), id: String(i), hubs: ["home"] }),
    ),
    groups: groups.map(({ schools, ...group }, i) =>
      aLedGroup({
        ...group,
        id: `g${i}`,
        members: schools.map((school) => ({ school, previousLead: school === "s1" ? "0" : null })),
      }),
    ),
  }));

describe("of all ways to lead the groups", () => {
  test("the best is found, keeps the rules and does not depend on the order of rows", () => {
    fc.assert(
      fc.property(arbitraryInput, (input) => {
        const found = assignLeads(input);
        expect(faultOfLeads(input, found.assignments)).toBeUndefined();
        expect([found.schoolsUnled, found.missingCoLeads, found.cost]).toEqual(bestOf(input));
        const turned = { leads: input.leads.toReversed(), groups: input.groups.toReversed() };
        expect(assignLeads(turned).assignments).toEqual(found.assignments);
      }),
      { numRuns: 80 },
    );
  });
});

/** The best [schools unled, co-leads missing, cost], found by trying every assignment that keeps the rules. */
function bestOf(input: LeadInput): number[] {
  let best: number[] | undefined;
  for (const assignments of everyAssignment(input, 0)) {
    if (faultOfLeads(input, assignments)) continue;
    const figures = [0, 0, 0];
    const add = (at: number, amount: number) => {
      figures[at] = (figures[at] ?? 0) + amount;
    };
    assignments.forEach(({ lead, coLead }, index) => {
      const group = input.groups[index];
      if (!group) return;
      if (lead === null) add(0, group.members.length);
      if (group.wantsCoLead && coLead === null) add(1, 1);
      for (const who of input.leads) if (who.id === lead || who.id === coLead) add(2, leadCost(who, group));
    });
    if (!best || isLess(figures, best)) best = figures;
  }
  return best ?? [];
}

function isLess(x: readonly number[], y: readonly number[]): boolean {
  const at = x.findIndex((value, i) => value !== y[i]);
  return at >= 0 && (x[at] ?? 0) < (y[at] ?? 0);
}

function* everyAssignment({ leads, groups }: LeadInput, from: number): Generator<LeadAssignment[]> {
  const group = groups[from];
  if (!group) return yield [];
  const ids = [null, ...leads.map(({ id }) => id)];
  for (const rest of everyAssignment({ leads, groups }, from + 1))
    for (const lead of ids)
      for (const coLead of group.wantsCoLead && lead !== null
        ? ids.filter((id) => id === null || id > lead)
        : [null])
        yield [{ group: group.id, lead, coLead }, ...rest];
}
