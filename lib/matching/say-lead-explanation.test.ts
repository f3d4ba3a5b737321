import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildInstance } from "./instance";
import { explainLead, type LeadExplanation } from "./lead-explanation";
import { leadGroups } from "./lead-groups";
import type { MatchGroup, MatchInput, MatchLead } from "./match-input";
import { sayLeadExplanation } from "./say-lead-explanation";
import { aGroup, anApplication, anInput, aSchool, CENTRE, kmEast } from "./testing/match-input-samples";

const explanation: LeadExplanation = {
  designation: "primary_mastery_specialist",
  weekday: 1,
  saidDay: true,
  pattern: 0,
  tenths: 84,
  maximumKm: 30,
  leads: 1,
  room: 3,
  given: 2,
  daysLeft: 18,
  schools: 6,
  ledBefore: 3,
  options: 4,
  ledElsewhere: 0,
};

const say = (changes: Partial<LeadExplanation>) =>
  Object.fromEntries(
    sayLeadExplanation({ ...explanation, ...changes }).map(({ about, says }) => [about, says]),
  );

describe("a lead reads", () => {
  test("each reason with its numbers", () => {
    expect(say({})).toEqual({
      Role: "The programme asks for a Primary Mastery Specialist, which you are.",
      Day: "It meets on Tuesdays, a day on which you said you can lead. No other group of yours met on Tuesdays.",
      "Way there": "8.4 km in a straight line from your school, within the 30 km that are counted for you.",
      "Your groups":
        "You led 1 group of the same year and had 18 days left, enough for 3 more groups. The match gives you 2.",
      "Its schools": "3 of the 6 schools placed in it had you as their lead last year.",
      Others: "Of the 4 people who could lead it, nobody would have suited it better.",
    });
  });

  test("what is otherwise with a group online, no designation, nobody else and days that were not said", () => {
    expect(
      say({
        designation: null,
        saidDay: false,
        pattern: 2,
        tenths: null,
        leads: 0,
        room: 2,
        given: 1,
        daysLeft: null,
        schools: 1,
        ledBefore: 0,
        options: 1,
      }),
    ).toEqual({
      Role: "The programme asks for no designation, so everybody who leads for the hub may lead it.",
      Day: "It meets on Tuesdays. No other group of yours met on Tuesdays of even weeks.",
      "Way there": "It meets online, so there is no journey.",
      "Your groups":
        "You led no group of the same year yet. You have not said how many days you offer, so 2 groups are counted: there was room for 2. The match gives you 1.",
      "Its schools": "The 1 school placed in it did not have you as its lead last year.",
      Others: "You were the one person who could lead it.",
    });
  });

  test("that others would suit it better and are needed elsewhere", () => {
    expect(say({ ledElsewhere: 2 }).Others).toBe(
      "Of the 4 people who could lead it, 2 would have suited it better and lead other groups of the same match: moving them would not help all groups together.",
    );
  });
});

const arbitraryLead = fc.record({
  km: fc.nat(40),
  load: fc.nat(3),
  maximumKm: fc.constantFrom(15, 30, 45),
  roles: fc.constantFrom(["guide"], ["other"], ["guide", "other"]),
  school: fc.constantFrom(null, "school0", "school1", "elsewhere"),
  daysLeft: fc.option(fc.nat(20)),
  days: fc.constantFrom(0b11111, 0b00011, 0b00101),
  busy: fc.array(fc.record({ weekday: fc.nat(2), pattern: fc.nat(2) }), { maxLength: 2 }),
});
const arbitraryLed = fc.record({
  km: fc.nat(40),
  weekday: fc.nat(2),
  pattern: fc.nat(1),
  online: fc.boolean(),
});
const arbitraryMember = fc.record({
  group: fc.nat(3),
  previousLead: fc.constantFrom(null, "lead0", "lead1"),
});

/** A match with leads and where each application was placed. */
const arbitraryMatch = fc
  .tuple(
    fc.array(arbitraryLead, { minLength: 1, maxLength: 5 }),
    fc.array(arbitraryLed, { minLength: 1, maxLength: 4 }),
    fc.array(arbitraryMember, { minLength: 1, maxLength: 9 }),
  )
  .map(([leads, groups, members]) => ({
    input: anInput({
      schools: members.map((_, i) => aSchool({ id: `school${i}` })),
      groups: groups.map(({ km, ...group }, i) =>
        aGroup({ ...group, ...kmEast(km), id: `group${i}`, role: "guide", heldBy: [] }),
      ),
      applications: members.map(({ previousLead }, i) =>
        anApplication({ id: `application${i}`, school: `school${i}`, previousLead }),
      ),
      leads: leads.map(({ km, ...lead }, i) => ({
        ...lead,
        ...CENTRE,
        ...kmEast(km),
        id: `lead${i}`,
        hub: "home",
        hubs: ["home"],
      })),
    }),
    placed: members.map(({ group }) => `group${group % groups.length}`),
  }));

test("every number that is said is the one found in the frozen input by counting anew", () => {
  let told = 0;
  fc.assert(
    fc.property(arbitraryMatch, ({ input, placed }) => {
      const instance = buildInstance(input);
      const leads = leadGroups(
        instance,
        instance.applications.map(({ id }) => instance.indexOfGroup(placed[Number(id.slice(11))] ?? "")),
      );
      const given = new Map(leads.results.map((result) => [result.group, result.lead]));
      for (const result of leads.results) {
        const lead = input.leads?.find(({ id }) => id === result.lead);
        const group = input.groups.find(({ id }) => id === result.group);
        if (!lead || !group) continue;
        told += 1;
        const schools = placed.filter((id) => id === group.id).length;
        const gives = leads.results.filter((one) => one.lead === lead.id).length;
        const said = sayLeadExplanation(explainLead(result, { group, lead, schools, given: gives }));
        const numbers = said.map(({ says }) => says.match(/\d+(?:\.\d)?/g)?.map(Number) ?? []);
        expect(numbers, JSON.stringify(said)).toEqual(countedAnew({ input, placed, given, lead, group }));
      }
    }),
    { numRuns: 300 },
  );
  expect(told).toBeGreaterThan(100);
});

interface Counted {
  readonly input: MatchInput;
  readonly placed: readonly string[];
  readonly given: ReadonlyMap<string, string | null>;
  readonly lead: MatchLead;
  readonly group: MatchGroup;
}

/** The numbers of each sentence in its order: role, day, way, groups, schools, others. */
function countedAnew({ input, placed, given, lead, group }: Counted): number[][] {
  const members = input.applications.filter((_, i) => placed[i] === group.id);
  const ours = members.filter(({ previousLead }) => previousLead === lead.id).length;
  const km = (one: MatchLead) => Math.abs((one.easting ?? 0) - (group.easting ?? 0)) / 1000;
  const able = (input.leads ?? []).filter(
    (one) =>
      one.roles.includes("guide") &&
      one.load > 0 &&
      one.days
        .toString(2)
        .padStart(5, "0")
        .at(-1 - group.weekday) === "1" &&
      !members.some(({ school }) => school === one.school) &&
      !one.busy?.some(
        (time) =>
          time.weekday === group.weekday &&
          (time.pattern === 0 || group.pattern === 0 || time.pattern === group.pattern),
      ) &&
      (group.online || km(one) <= one.maximumKm),
  );
  const costOf = (one: MatchLead) =>
    (group.online ? 0 : km(one) * 10 + Math.floor(Math.max(0, km(one) * 10 - 200) ** 2 / 400)) +
    40 * members.filter(({ previousLead }) => previousLead !== null && previousLead !== one.id).length;
  const better = able.filter((one) => costOf(one) < costOf(lead)).length;
  const [busy, gives] = [lead.busy?.length ?? 0, [...given.values()].filter((id) => id === lead.id).length];
  const groups =
    lead.daysLeft === null || lead.daysLeft === undefined
      ? [busy, busy + lead.load, lead.load, gives]
      : [busy, lead.daysLeft, lead.load, gives];
  const schools = members.length === 1 ? [1] : [ours, members.length];
  const others = [able.length, better];
  return [
    [],
    [],
    group.online ? [] : [km(lead), lead.maximumKm],
    groups.filter((number, i) => i > 0 || number > 0),
    members.length === 1 ? schools : schools.filter((number) => number > 0),
    able.length === 1 ? [] : others.filter((number) => number > 0),
  ];
}
