import { describe, expect, test } from "vitest";
import { type Actor, type Grant, type Role, systemActor, visitor } from "@/lib/access/actor";
import { canOverrideEligibility, canSeeEligibility, canSeeUnpublished, canStateFacts } from "./policy";

const school = { organisationId: "school", hubId: "hub" };

function actorWith(role: Role, scope: Partial<Grant> = {}): Actor {
  const grant: Grant = {
    id: "grant",
    role,
    hubId: null,
    organisationId: null,
    schoolIds: [],
    phase: null,
    until: null,
    ...scope,
  };
  return { kind: "user", personId: "person", name: "Asha Bell", grants: [grant] };
}

const theirs = { organisationId: "school" };
const hub = { hubId: "hub" };

describe("who sees what is open to a school", () => {
  test.each<[string, Actor, boolean]>([
    ["its maths lead", actorWith("school_maths_lead", theirs), true],
    ["its headteacher", actorWith("headteacher", theirs), true],
    ["its trust's lead", actorWith("trust_lead", { organisationId: "trust", schoolIds: ["school"] }), true],
    ["somebody who takes part for it", actorWith("participant", theirs), true],
    ["another school's maths lead", actorWith("school_maths_lead", { organisationId: "other" }), false],
    ["its hub's project manager", actorWith("project_manager", hub), true],
    ["another hub's lead", actorWith("hub_lead", { hubId: "other" }), false],
    ["its hub's board", actorWith("strategic_board", hub), false],
    ["a lead of groups", actorWith("work_group_lead", hub), false],
    ["the national team", actorWith("national_team"), true],
    ["a job", systemActor("lapse offers"), true],
    ["a visitor", visitor, false],
  ])("%s: %s", (_, actor, sees) => {
    expect(canSeeEligibility(actor, school)).toBe(sees);
  });

  test("nobody sees a school without a hub by having no hub", () => {
    expect(canSeeEligibility(actorWith("hub_lead", hub), { ...school, hubId: null })).toBe(false);
  });
});

describe("who makes an exception", () => {
  const primary = { hubId: "hub", phase: "primary" };

  test.each<[string, Actor, boolean]>([
    ["the assistant lead of the phase", actorWith("assistant_hub_lead", { ...hub, phase: "primary" }), true],
    [
      "the assistant lead of another phase",
      actorWith("assistant_hub_lead", { ...hub, phase: "secondary" }),
      false,
    ],
    ["the hub lead", actorWith("hub_lead", hub), true],
    ["the deputy", actorWith("deputy_hub_lead", hub), true],
    ["the project manager", actorWith("project_manager", hub), false],
    ["another hub's lead", actorWith("hub_lead", { hubId: "other" }), false],
    ["the school itself", actorWith("headteacher", theirs), false],
    ["the national team", actorWith("national_team"), false],
    ["a job", systemActor("any"), false],
  ])("%s: %s", (_, actor, may) => {
    expect(canOverrideEligibility(actor, primary)).toBe(may);
  });
});

test("the school and its hub state facts, a participant and a visitor do not", () => {
  expect(canStateFacts(actorWith("school_maths_lead", theirs), school)).toBe(true);
  expect(canStateFacts(actorWith("project_manager", hub), school)).toBe(true);
  expect(canStateFacts(actorWith("participant", theirs), school)).toBe(false);
  expect(canStateFacts(visitor, school)).toBe(false);
});

test("only the national team sees an offer before it is published", () => {
  expect(canSeeUnpublished(actorWith("national_team"))).toBe(true);
  expect(canSeeUnpublished(actorWith("hub_lead", hub))).toBe(false);
});
