import fc from "fast-check";
import type { MatchApplication, MatchGroup, MatchInput, MatchSchool } from "../match-input";
import type { ApplicationResult, MatchOutcome } from "../match-outcome";
import { POLICY_NUMBERS } from "../policy-numbers";

export const CENTRE = { easting: 430_000, northing: 433_000 };

/** A place so far to the east of the centre. */
export function kmEast(km: number) {
  return { easting: CENTRE.easting + 1000 * km };
}

export function aSchool(changes: Partial<MatchSchool> = {}): MatchSchool {
  return { id: "school", hub: "home", ...CENTRE, ...changes };
}

export function anApplication(changes: Partial<MatchApplication> = {}): MatchApplication {
  return {
    id: "application",
    school: "school",
    offer: "offer",
    tier: 1,
    precedence: "",
    impossibleDays: 0,
    preferredDays: 0,
    mode: "either",
    maximumKm: 20,
    neighbourHubs: true,
    previousLead: null,
    pinnedGroup: null,
    confirmedGroup: null,
    ...changes,
  };
}

export function aGroup(changes: Partial<MatchGroup> = {}): MatchGroup {
  return {
    id: "group",
    offer: "offer",
    hub: "home",
    weekday: 1,
    online: false,
    capacity: 2,
    lead: null,
    leadSchool: null,
    held: 0,
    acceptsGuests: true,
    ...CENTRE,
    ...changes,
  };
}

export function anInput(changes: Partial<MatchInput> = {}): MatchInput {
  return {
    policy: POLICY_NUMBERS,
    hubs: [
      { id: "home", neighbours: ["next"] },
      { id: "next", neighbours: ["home"] },
      { id: "far", neighbours: [] },
    ],
    schools: [aSchool()],
    groups: [aGroup()],
    applications: [anApplication()],
    ...changes,
  };
}

const place = fc.record({
  easting: fc.integer({ min: 400_000, max: 460_000 }),
  northing: fc.integer({ min: 400_000, max: 460_000 }),
});
const lead = fc.option(fc.constantFrom("lead1", "lead2", "lead3"));
const hub = fc.constantFrom("home", "next", "far");

export const arbitrarySchool: fc.Arbitrary<MatchSchool> = fc
  .tuple(place, hub, fc.nat(9))
  .map(([at, home, number]) => aSchool({ id: `school${number}`, hub: home, ...at }));

export const arbitraryGroup: fc.Arbitrary<MatchGroup> = fc
  .record({
    hub,
    lead,
    weekday: fc.nat(4),
    online: fc.boolean(),
    capacity: fc.nat(3),
    leadSchoolNumber: fc.nat(9),
    at: place,
  })
  .map(({ at, leadSchoolNumber, ...facts }) =>
    aGroup({ ...facts, ...at, leadSchool: facts.lead && `school${leadSchoolNumber}` }),
  );

export const arbitraryApplication: fc.Arbitrary<MatchApplication> = fc
  .record({
    tier: fc.nat(2),
    impossibleDays: fc.nat(31),
    preferredDays: fc.nat(31),
    mode: fc.constantFrom("either" as const, "face_to_face" as const, "online" as const),
    maximumKm: fc.constantFrom(20, 25, 30, 40, 60),
    neighbourHubs: fc.boolean(),
    previousLead: lead,
  })
  .map(anApplication);

/** A few schools, groups and applications of one offer, some at the same spot so that results tie. */
export const arbitraryInput: fc.Arbitrary<MatchInput> = fc
  .tuple(
    fc.array(arbitrarySchool, { minLength: 1, maxLength: 10 }),
    fc.array(arbitraryGroup, { maxLength: 8 }),
    fc.array(fc.tuple(arbitraryApplication, fc.nat(9)), { maxLength: 25 }),
  )
  .map(([schools, groups, applications]) => {
    const named = schools.map((school, i) => ({ ...school, id: `school${i}` }));
    return anInput({
      schools: named,
      groups: groups.map((group, i) => ({ ...group, id: `group${i}` })),
      applications: applications.map(([application, n], i) => {
        const school = `school${n % named.length}`;
        return {
          ...application,
          id: `application${i}`,
          school,
          impossibleDays: application.impossibleDays & 0b10101,
        };
      }),
    });
  });

/** What an outcome says of one application. */
export function resultOf(outcome: MatchOutcome, id: string): ApplicationResult | undefined {
  return outcome.results.find(({ application }) => application === id);
}
