import { expect, test } from "vitest";
import { SAMPLE_INSTANCE } from "../../lib/matching/testing/sample-instance";
import { checkExplanations } from "./check-explanations";

/** School 2 waits for group 0, in which school 1 has the one place; nobody else may go to its own lead's group 1. */
const placement = "0,1\n1,0\n2,-1\n";
const waits = {
  application: "2",
  tier: 2,
  options: 1,
  reason: "all_full",
  reach: { groups: 2, places: 2, held: 0, worstTier: 2 },
  position: 1,
  distance: 0,
  wouldBePlaced: null,
};
const group = { hub: "0", venueSchool: "2", weekday: 0, online: false, schools: 1, needed: 1 };

function contradicted(changes: object, instance = SAMPLE_INSTANCE): number {
  return checkExplanations(instance, placement, `${JSON.stringify({ ...waits, ...changes })}\n`).contradicted;
}

test("what a hub could do is held against placing anew", () => {
  expect(contradicted({ onePlaceMore: { group: "0" } })).toBe(0);
  expect(contradicted({ onePlaceMore: { group: "1" } })).toBe(0);
  expect(contradicted({ oneGroupMore: { ...group, schools: 2 } })).toBe(0);
});

test("a place in a group that is not full, or that goes to a higher priority, is contradicted", () => {
  const { applications, groups } = SAMPLE_INSTANCE;
  const wide = { ...SAMPLE_INSTANCE, groups: groups.map((one) => ({ ...one, cap: one.cap + 1 })) };
  expect(contradicted({ onePlaceMore: { group: "1" } }, wide)).toBeGreaterThan(0);
  const [first] = applications;
  if (!first) throw new Error("There are three.");
  const ahead = { ...SAMPLE_INSTANCE, applications: [...applications, { ...first, id: 3, tier: 1 }] };
  expect(contradicted({ onePlaceMore: { group: "0" } }, ahead)).toBe(1);
});

test("a new group on a day it cannot attend, or of another size than its programme's, is contradicted", () => {
  const busy = SAMPLE_INSTANCE.applications.map((one) => ({ ...one, cantDays: one.id === 2 ? 0b10000 : 0 }));
  const instance = { ...SAMPLE_INSTANCE, applications: busy };
  expect(contradicted({ oneGroupMore: { ...group, schools: 2, weekday: 4 } }, instance)).toBe(1);
  expect(contradicted({ oneGroupMore: { ...group, schools: 2, needed: 6 } })).toBe(1);
});
