import fc from "fast-check";
import { expect, test } from "vitest";
import { assignLeads } from "./assign-leads";
import { buildSizedProblem } from "./build-sized-problem";
import { faultOfLeads } from "./fault-of-leads";
import { buildInstance } from "./instance";
import { leadInputOf } from "./lead-input";
import { leadPlacement } from "./lead-placement";
import { objectiveOf } from "./match";
import type { MatchLead } from "./match-input";
import { placeSized } from "./place-sized";
import { arbitraryInput, CENTRE } from "./testing/match-input-samples";

const leads = ["lead1", "lead2", "lead3"].map((id, i): MatchLead => {
  const facts = { id, hub: "home", school: `school${i}`, roles: ["guide"], days: 31, load: 1 };
  return { ...facts, hubs: ["home", "next", "far"], ...CENTRE, maximumKm: 60 };
});

test("leads and placements are brought in line: no worse placement, no worse leads, the same for any order of rows", async () => {
  for (const drawn of fc.sample(arbitraryInput, { numRuns: 40, seed: 3 })) {
    const groups = drawn.groups.map((group) => ({
      ...group,
      minimum: Math.min(2, group.capacity),
      role: "guide",
    }));
    const instance = buildInstance({ ...drawn, groups, leads });
    const sized = (await placeSized(instance, { timeLimit: 20 })).placement;
    const { minimum } = buildSizedProblem(instance);
    const led = leadPlacement(instance, { ...sized, minimum });
    expect(objectiveOf(instance, led.groupOf)).toEqual(objectiveOf(instance, sized.groupOf));
    expect(faultOfLeads(leadInputOf(instance, led.groupOf), led.leads.assignments)).toBeUndefined();
    const turned = buildInstance({
      ...instance.input,
      applications: drawn.applications.toReversed(),
      groups: groups.toReversed(),
      schools: drawn.schools.toReversed(),
      leads: leads.toReversed(),
    });
    const again = (await placeSized(turned, { timeLimit: 20 })).placement;
    expect(leadPlacement(turned, { ...again, minimum })).toEqual(led);
    const before = assignLeads(leadInputOf(instance, sized.groupOf));
    expect(led.leads.schoolsUnled).toBeLessThanOrEqual(before.schoolsUnled);
    if (led.leads.schoolsUnled === before.schoolsUnled)
      expect(led.leads.cost).toBeLessThanOrEqual(before.cost);
  }
});
