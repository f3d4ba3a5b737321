import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { match } from "./match";
import type { MatchInput } from "./match-input";
import {
  aGroup,
  anApplication,
  anInput,
  arbitraryInput,
  aSchool,
  CENTRE,
  resultOf,
} from "./testing/match-input-samples";

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
      reach: { groups: 2, places: 3, held: 0, worstTier: 1 },
      position: 1,
      distance: 0,
      wouldBePlaced: null,
    });
    expect(resultOf(outcome, "e")).toMatchObject({ reason: "all_full", position: 2 });
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

  test("an input without applications or groups has an empty result", () => {
    expect(match(anInput({ applications: [], groups: [] }))).toMatchObject({
      objective: { waiting: [0, 0, 0], cost: 0 },
      results: [],
      groups: [],
    });
  });
});

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
