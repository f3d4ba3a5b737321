import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hashMatchInput } from "./input-hash";
import { match } from "./match";
import type { MatchApplication, MatchInput } from "./match-input";
import type { ApplicationResult, MatchOutcome } from "./match-outcome";
import {
  aGroup,
  anApplication,
  anInput,
  arbitraryInput,
  aSchool,
  CENTRE,
} from "./testing/match-input-samples";
import { whyNotMatch } from "./why-not-match";

describe("match", () => {
  test("gives the same bytes whatever the order of its rows", () => {
    fc.assert(
      fc.property(arbitraryInput, fc.infiniteStream(fc.nat()), (input, numbers) => {
        const next = () => numbers.next().value;
        expect(JSON.stringify(match(shuffled(input, next)))).toBe(JSON.stringify(match(input)));
      }),
    );
  });

  test("says something of every application, and nothing that does not survive JSON", () => {
    fc.assert(
      fc.property(arbitraryInput, (input) => {
        const outcome = match(input);
        expect(outcome.certificate).toMatchObject({ proved: true, faults: [] });
        expect(outcome.results).toHaveLength(input.applications.length);
        expect(JSON.parse(JSON.stringify(outcome))).toEqual(outcome);
        const waiting = outcome.results.filter((result) => result.reason !== "placed").length;
        expect(outcome.objective.waiting.reduce((sum, n) => sum + n, 0)).toBe(waiting);
        for (const { placed, capacity } of outcome.groups) expect(placed).toBeLessThanOrEqual(capacity);
      }),
    );
  });

  test("tells the group, its cost in parts and the cheaper group that went to others", () => {
    const near = aGroup({ id: "near", capacity: 1 });
    const far = aGroup({ id: "far", easting: CENTRE.easting + 5000 });
    const first = anApplication({ id: "a", school: "east", preferredDays: 0b00001 });
    const second = anApplication({ id: "b", school: "school" });
    const schools = [aSchool(), aSchool({ id: "east", easting: CENTRE.easting + 1000 })];
    const outcome = match(anInput({ schools, groups: [near, far], applications: [first, second] }));
    expect(resultOf(outcome, "a")).toEqual({
      application: "a",
      tier: 1,
      options: 2,
      reason: "placed",
      group: "far",
      cost: 100,
      terms: {
        travel: 40,
        longTravel: 0,
        notPreferredDay: 60,
        otherMode: 0,
        neighbourHub: 0,
        previousLead: 0,
        move: 0,
      },
      pinned: false,
      movedFrom: null,
      passedOver: [{ group: "near", saving: 30, loss: 20 }],
    });
    expect(resultOf(outcome, "b")).toMatchObject({ group: "near", cost: 0, passedOver: [] });
    expect(outcome.objective).toEqual({ waiting: [0, 0, 0], cost: 100 });
    expect(outcome.groups).toEqual([
      { group: "far", placed: 1, capacity: 2, price: 0 },
      { group: "near", placed: 1, capacity: 1, price: 30 },
    ]);
  });

  test("tells those for whom nothing is eligible which rule removes most groups", () => {
    const groups = [
      aGroup({ id: "1", weekday: 0 }),
      aGroup({ id: "2", weekday: 0, leadSchool: "school" }),
      aGroup({ id: "3", easting: CENTRE.easting + 30_000 }),
      aGroup({ id: "4", hub: "far" }),
      aGroup({ id: "5", offer: "another" }),
    ];
    const outcome = match(anInput({ groups, applications: [anApplication({ impossibleDays: 1 })] }));
    expect(outcome.results).toEqual([
      {
        application: "application",
        tier: 1,
        options: 0,
        reason: "nothing_eligible",
        looked: 3,
        removedBy: [
          { obstacle: "day", groups: 2, alone: 1 },
          { obstacle: "distance", groups: 1, alone: 1 },
        ],
        wouldBePlaced: { change: "day", impossibleDays: 0, maximumKm: 20, neighbourHubs: true, group: "1" },
      },
    ]);
  });

  test("tells those who wait because all is full how much is full and where they stand", () => {
    const groups = [aGroup({ id: "g", capacity: 2 }), aGroup({ id: "h", weekday: 3, capacity: 1 })];
    const applications = [
      anApplication({ id: "a", tier: 0 }),
      anApplication({ id: "b", tier: 1, precedence: "2026-05-01" }),
      anApplication({ id: "c", tier: 1, precedence: "2026-05-02" }),
      anApplication({ id: "d", tier: 1, precedence: "2026-05-03", impossibleDays: 0b01000 }),
      anApplication({ id: "e", tier: 2 }),
    ];
    const outcome = match(anInput({ groups, applications }));
    expect(outcome.objective.waiting).toEqual([0, 1, 1]);
    expect(resultOf(outcome, "d")).toEqual({
      application: "d",
      tier: 1,
      options: 1,
      reason: "all_full",
      reach: { groups: 2, places: 3, worstTier: 1 },
      position: 1,
      distance: 0,
      wouldBePlaced: null,
    });
    expect(resultOf(outcome, "e")).toMatchObject({ reason: "all_full", position: 2 });
  });

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

  test("keeps a pinned application in its group, even against its wishes and a higher priority", () => {
    const groups = [aGroup({ id: "g", capacity: 1 })];
    const applications = [
      anApplication({ id: "a", tier: 0 }),
      anApplication({ id: "b", tier: 2, impossibleDays: 31, pinnedGroup: "g" }),
    ];
    const outcome = match(anInput({ groups, applications }));
    expect(resultOf(outcome, "b")).toMatchObject({ group: "g", pinned: true, options: 1 });
    expect(resultOf(outcome, "a")).toMatchObject({ reason: "all_full", reach: { worstTier: -1 } });
  });

  describe("after confirmation", () => {
    const groups = [aGroup({ id: "g", capacity: 1 }), aGroup({ id: "h", weekday: 3, capacity: 1 })];
    const settled = anApplication({ id: "a", preferredDays: 0b00010, confirmedGroup: "g" });
    const late = anApplication({ id: "b", tier: 0, impossibleDays: 0b01000 });

    test("a school moves when that lets a late one in, and is told from where", () => {
      const outcome = match(anInput({ groups, applications: [settled, late] }));
      expect(resultOf(outcome, "a")).toMatchObject({
        group: "h",
        movedFrom: "g",
        cost: 20_060,
        terms: { move: 20_000 },
      });
      expect(resultOf(outcome, "b")).toMatchObject({ group: "g", movedFrom: null });
    });

    test("no school loses its place to a higher priority, nor moves for a cheaper one", () => {
      const policy = anInput().policy;
      const stays = { ...settled, impossibleDays: 0b01000 };
      expect(resultOf(match(anInput({ groups, applications: [stays, late] })), "b")).toMatchObject({
        reason: "all_full",
        reach: { groups: 1, worstTier: -1 },
      });
      const dear = { ...settled, preferredDays: 0b01000 };
      expect(resultOf(match(anInput({ policy, groups, applications: [dear] })), "a")).toMatchObject({
        group: "g",
        movedFrom: null,
      });
    });

    test("says so when too many schools would have to move", () => {
      const length = 102;
      const chain = Array.from({ length }, (_, i) => aGroup({ id: `g${i}`, capacity: 1, ...kmEast(3 * i) }));
      const schools = chain.map((group, i) => aSchool({ id: `s${i}`, easting: group.easting }));
      const confirmed = chain
        .slice(0, -1)
        .map((group, i) =>
          anApplication({ id: `a${i}`, school: `s${i}`, maximumKm: 4, confirmedGroup: group.id }),
        );
      const last = anApplication({ id: "late", school: "s0", maximumKm: 1 });
      const applications = [...confirmed, { ...last, tier: 2 }];
      const outcome = match(anInput({ groups: chain, schools, applications }));
      expect(resultOf(outcome, "late")).toMatchObject({ reason: "too_many_moves", position: 1 });
      expect(
        match(anInput({ groups: chain, schools, applications: applications.slice(1) })).objective.waiting,
      ).toEqual([0, 0, 0]);
    });

    test("nobody who is confirmed ever waits, and what is frozen never moves", () => {
      fc.assert(
        fc.property(arbitraryInput, fc.nat(24), (input, split) => {
          const early = match({ ...input, applications: input.applications.slice(split) });
          const groupOf = new Map(
            early.results.map((r) => [r.application, r.reason === "placed" ? r.group : null]),
          );
          const repaired = match(withPlaces(input, groupOf, "confirmedGroup"));
          for (const result of repaired.results) {
            if (groupOf.get(result.application)) expect(result.reason).toBe("placed");
          }
          const frozen = match(withPlaces(input, groupOf, "pinnedGroup"));
          for (const result of frozen.results) {
            const before = groupOf.get(result.application);
            if (before) expect(result).toMatchObject({ group: before });
          }
          const waiting = (outcome: MatchOutcome) => outcome.objective.waiting.reduce((sum, n) => sum + n, 0);
          expect(waiting(repaired)).toBeLessThanOrEqual(waiting(frozen));
        }),
      );
    });
  });

  test("an input without applications or groups has an empty result", () => {
    expect(match(anInput({ applications: [], groups: [] }))).toMatchObject({
      objective: { waiting: [0, 0, 0], cost: 0 },
      results: [],
      groups: [],
    });
  });
});

describe("hashMatchInput", () => {
  test("depends on what is said, not on the order", () => {
    const input = anInput({ groups: [aGroup({ id: "a" }), aGroup({ id: "b" })] });
    const turned = { ...input, groups: input.groups.toReversed(), policy: turnedKeys(input.policy) };
    expect(hashMatchInput(turned)).toBe(hashMatchInput(input));
    expect(hashMatchInput({ ...input, groups: [aGroup({ id: "a" })] })).not.toBe(hashMatchInput(input));
    expect(hashMatchInput(input)).toMatch(/^[0-9a-f]{64}$/);
  });
});

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

function resultOf(outcome: MatchOutcome, id: string): ApplicationResult | undefined {
  return outcome.results.find(({ application }) => application === id);
}

function shuffled(input: MatchInput, next: () => number): MatchInput {
  const shuffle = <Row>(rows: readonly Row[]) =>
    rows
      .map((row) => ({ row, key: next() }))
      .sort((x, y) => x.key - y.key)
      .map(({ row }) => row);
  return {
    policy: input.policy,
    hubs: shuffle(input.hubs),
    schools: shuffle(input.schools),
    groups: shuffle(input.groups),
    applications: shuffle(input.applications),
  };
}

function kmEast(km: number) {
  return { easting: CENTRE.easting + 1000 * km };
}

function withPlaces(
  input: MatchInput,
  groupOf: ReadonlyMap<string, string | null>,
  field: "pinnedGroup" | "confirmedGroup",
): MatchInput {
  const applications = input.applications.map((one) => ({ ...one, [field]: groupOf.get(one.id) ?? null }));
  return { ...input, applications };
}

function turnedKeys<Value extends object>(value: Value): Value {
  return Object.fromEntries(Object.entries(value).reverse()) as Value;
}
