import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { GroupNorm, MatchInput } from "./match-input";
import type { SizedApplicationResult } from "./match-outcome";
import {
  aGroup,
  anApplication,
  anInput,
  arbitraryInput,
  aSchool,
  kmEast,
} from "./testing/match-input-samples";
import { type Explained, explain, placeAnew, weightsOverAll } from "./testing/place-anew";

const norm: GroupNorm = { minimum: 3, capacity: 4, role: "MS-P" };
const told = { tellsHubChanges: true, norm } as const;

/** So many schools around one place, each with an application. */
function schoolsFor(count: number, changes: Partial<MatchInput>): MatchInput {
  const ids = Array.from({ length: count }, (_, index) => `s${index}`);
  return anInput({
    schools: ids.map((id, index) => aSchool({ id, ...kmEast(index) })),
    applications: ids.map((id) => anApplication({ id, school: id, precedence: id })),
    ...told,
    ...changes,
  });
}

async function waitingIn(input: MatchInput) {
  const { results } = await explain(input);
  return results.flatMap((result) => (result.reason === "placed" ? [] : [result]));
}

describe("who waits for a full group", () => {
  test("reads that one more place there is its own, if it is the next", async () => {
    const waiting = await waitingIn(schoolsFor(4, { groups: [aGroup({ capacity: 2 })] }));
    expect(waiting.map(({ application, onePlaceMore }) => [application, onePlaceMore])).toEqual([
      ["s2", { group: "group" }],
      ["s3", null],
    ]);
  });

  test("reads it also of a group that is not open to it, where another would move there", async () => {
    const groups = [
      aGroup({ id: "monday", capacity: 1, weekday: 0 }),
      aGroup({ id: "friday", capacity: 1, weekday: 4 }),
    ];
    const input = schoolsFor(3, { groups });
    const [first, second, third] = input.applications;
    if (!first || !second || !third) throw new Error("There are three.");
    const onlyMonday = { ...third, impossibleDays: 0b11110 };
    const applications = [first, { ...second, preferredDays: 0b00001, tier: 0 }, onlyMonday];
    const [waiting] = await waitingIn({ ...input, applications });
    expect(waiting).toMatchObject({ application: "s2", onePlaceMore: { group: "monday" } });
  });

  test("reads nothing where another that waits would be as good", async () => {
    const same = { school: "s0", precedence: "" };
    const applications = ["a", "b", "c"].map((id) => anApplication({ id, ...same }));
    const input = { ...schoolsFor(1, { groups: [aGroup({ capacity: 1 })] }), applications };
    expect((await waitingIn(input)).map(({ onePlaceMore }) => onePlaceMore)).toEqual([null, null]);
  });
});

test("one more place is none where more people than a group may have would come", async () => {
  const input = schoolsFor(3, { groups: [aGroup({ capacity: 2, participantLimit: 4 })] });
  const sending = (people: number) => input.applications.map((one) => ({ ...one, participants: people }));
  const [fits] = await waitingIn({ ...input, applications: sending(1) });
  const [tooMany] = await waitingIn({ ...input, applications: sending(2) });
  expect([fits?.onePlaceMore, tooMany?.onePlaceMore]).toEqual([{ group: "group" }, null]);
});

describe("who waits without a group", () => {
  test("reads that a new one would have enough schools", async () => {
    const [first] = await waitingIn(schoolsFor(3, { groups: [] }));
    expect(first?.oneGroupMore).toEqual({
      hub: "home",
      venueSchool: "s0",
      weekday: 0,
      online: false,
      schools: 3,
      needed: 3,
    });
  });

  test("reads with how few it would be held open where not enough wait", async () => {
    const [first] = await waitingIn(schoolsFor(2, { groups: [] }));
    expect(first?.oneGroupMore).toMatchObject({ schools: 2, needed: 3 });
  });

  test("reads nothing of a group that it would have to itself", async () => {
    const [first] = await waitingIn(schoolsFor(1, { groups: [] }));
    expect(first).toMatchObject({ onePlaceMore: null, oneGroupMore: null });
  });

  test("reads of an online group only where the programme meets online", async () => {
    const far = (meets: GroupNorm["meets"]) => {
      const input = schoolsFor(3, { groups: [], norm: { ...norm, meets } });
      const schools = input.schools.map((school, index) => ({ ...school, ...kmEast(90 * index) }));
      return waitingIn({ ...input, schools });
    };
    expect((await far("either"))[0]?.oneGroupMore).toMatchObject({ online: true, schools: 3 });
    expect((await far("face_to_face"))[0]?.oneGroupMore).toBeNull();
  });
});

test("runs from before this was told say nothing of it", async () => {
  const input = { ...schoolsFor(3, { groups: [] }), tellsHubChanges: undefined };
  for (const result of await waitingIn(input)) {
    expect(result).not.toHaveProperty("onePlaceMore");
    expect(result).not.toHaveProperty("oneGroupMore");
  }
});

test("everything that is told comes true when all are placed anew with it, and nobody loses a confirmed place", async () => {
  const drawn = fc.sample(
    fc.tuple(arbitraryInput, fc.array(fc.nat(3), { minLength: 8, maxLength: 8 }), fc.nat(3)),
    { numRuns: 200, seed: 7 },
  );
  const checked = { places: 0, groups: 0 };
  for (const [input, minimum, everyNth] of drawn) {
    const groups = input.groups.map((group, i) => ({
      ...group,
      minimum: Math.min(group.capacity, minimum[i] ?? 0),
    }));
    const before = await explain({ ...input, groups });
    const confirmed = new Map(
      before.results.flatMap((result, index) =>
        result.reason === "placed" && index % (everyNth + 2) === 0
          ? [[result.application, result.group] as const]
          : [],
      ),
    );
    const applications = input.applications.map((one) => ({
      ...one,
      confirmedGroup: confirmed.get(one.id) ?? null,
    }));
    const explained = await explain({ ...input, ...told, groups, applications });
    for (const result of explained.results) expectTrue(explained, result, checked);
  }
  expect(checked.places).toBeGreaterThan(20);
  expect(checked.groups).toBeGreaterThan(50);
});

function expectTrue(
  explained: Explained,
  result: SizedApplicationResult,
  checked: { places: number; groups: number },
): void {
  if (result.reason === "placed") return;
  const { onePlaceMore, oneGroupMore } = result;
  const { input } = explained.instance;
  if (onePlaceMore) {
    const groups = input.groups.map((group) =>
      group.id === onePlaceMore.group ? { ...group, capacity: group.capacity + 1 } : group,
    );
    expectPlaced(explained, result.application, { groups });
    checked.places++;
  }
  if (oneGroupMore) {
    const { venueSchool, hub, weekday, online, schools, needed } = oneGroupMore;
    const venue = input.schools.find(({ id }) => id === venueSchool);
    const minimum = Math.min(schools, needed ?? 2) < norm.minimum ? 2 : norm.minimum;
    const { capacity } = norm;
    const group = aGroup({ ...venue, id: "new", hub, weekday, online, minimum, capacity });
    expectPlaced(explained, result.application, { groups: [...input.groups, group] });
    checked.groups++;
  }
}

function expectPlaced(explained: Explained, id: string, changed: Partial<MatchInput>): void {
  const { isHeld, state } = placeAnew(explained, changed, weightsOverAll(explained));
  expect(isHeld).toBe(true);
  explained.instance.applications.forEach((application, index) => {
    if (application.id === id || application.confirmedGroup !== null)
      expect(state.groupOf(index)).toBeGreaterThanOrEqual(0);
  });
}
