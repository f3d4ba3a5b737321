import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { match } from "./match";
import type { MatchInput } from "./match-input";
import type { MatchOutcome } from "./match-outcome";
import {
  aGroup,
  anApplication,
  anInput,
  arbitraryInput,
  aSchool,
  kmEast,
  resultOf,
} from "./testing/match-input-samples";

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

function withPlaces(
  input: MatchInput,
  groupOf: ReadonlyMap<string, string | null>,
  field: "pinnedGroup" | "confirmedGroup",
): MatchInput {
  const applications = input.applications.map((one) => ({ ...one, [field]: groupOf.get(one.id) ?? null }));
  return { ...input, applications };
}
