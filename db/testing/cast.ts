import type { Queryable } from "@/db/client";
import type { workGroups } from "@/db/schema/workgroups";
import { type Actor, type Role, systemActor, type UserActor, visitor } from "@/lib/access/actor";
import { aHub, aLead, anActor, anOffer, aSchool, aWorkGroup } from "./factories";

type Hub = Awaited<ReturnType<typeof aHub>>;
type School = Awaited<ReturnType<typeof aSchool>>;
type Offer = Awaited<ReturnType<typeof anOffer>>;

/** The place in which the policy matrix acts: a hub with a primary school and a group, and a hub and school elsewhere. */
export interface World {
  readonly db: Queryable;
  readonly hub: Hub;
  readonly school: School;
  readonly offer: Offer;
  readonly group: typeof workGroups.$inferSelect;
  readonly otherHub: Hub;
  readonly otherSchool: School;
  readonly cast: Readonly<Record<CastName, Actor>>;
}

const schoolRoles = ["school_maths_lead", "headteacher", "trust_lead", "participant"] as const;
const hubRoles = [
  "work_group_lead",
  "intensive_support_partner",
  "assistant_hub_lead",
  "hub_lead",
  "deputy_hub_lead",
  "project_manager",
  "senior_leadership_link",
  "strategic_board",
] as const;
const nationalRoles = ["research_innovation_lead", "national_team", "operator"] as const;

type SchoolRole = (typeof schoolRoles)[number];
type HubRole = (typeof hubRoles)[number];
type NationalRole = (typeof nationalRoles)[number];

/** `hub_lead` stands in the world's own hub and school, `hub_lead elsewhere` in the other. */
export type CastName =
  | "visitor"
  | "system"
  | "nobody"
  | SchoolRole
  | `${SchoolRole} elsewhere`
  | HubRole
  | `${HubRole} elsewhere`
  | "assistant_hub_lead for secondary"
  | "lead of the group"
  | NationalRole;

/** Builds the world in the test's transaction. */
export async function buildWorld(db: Queryable): Promise<World> {
  const [hub, otherHub] = [await aHub(db), await aHub(db)];
  const school = await aSchool(db, { hubId: hub.id });
  const otherSchool = await aSchool(db, { hubId: otherHub.id });
  const offer = await anOffer(db);
  const group = await aWorkGroup(db, { offerId: offer.id, hubId: hub.id });
  const leader = await anActor(db, { role: "work_group_lead", hubId: hub.id });
  await aLead(db, group.id, leader.personId);
  const place = { db, hubId: hub.id, organisationId: school.id };
  const elsewhere = { db, hubId: otherHub.id, organisationId: otherSchool.id };
  const cast = {
    visitor,
    system: systemActor("policy-matrix"),
    nobody: await anActor(db),
    ...(await actorsAt(place, (role) => role)),
    ...(await actorsAt(elsewhere, (role) => `${role} elsewhere`)),
    ...(await nationalActors(db)),
    "assistant_hub_lead for secondary": await anActor(db, {
      role: "assistant_hub_lead",
      hubId: hub.id,
      phase: "secondary",
    }),
    "lead of the group": leader,
  } as Record<CastName, Actor>;
  return { db, hub, school, offer, group, otherHub, otherSchool, cast };
}

async function actorsAt(
  place: { db: Queryable; hubId: string; organisationId: string },
  name: (role: Role) => string,
): Promise<Record<string, UserActor>> {
  const actors: Record<string, UserActor> = {};
  const { db, hubId, organisationId } = place;
  for (const role of schoolRoles) actors[name(role)] = await anActor(db, { role, organisationId });
  for (const role of hubRoles)
    actors[name(role)] = await anActor(db, {
      role,
      hubId,
      ...(role === "assistant_hub_lead" ? { phase: "primary" } : {}),
    });
  return actors;
}

async function nationalActors(db: Queryable): Promise<Record<string, UserActor>> {
  const actors: Record<string, UserActor> = {};
  for (const role of nationalRoles) actors[role] = await anActor(db, { role });
  return actors;
}
