import { and, eq, inArray, or, type SQL, sql } from "drizzle-orm";
import { programmes } from "@/db/schema/programmes";
import { workGroups } from "@/db/schema/workgroups";
import type { Actor, Role } from "@/lib/access/actor";
import { holdsHubRole, hubScopesOf, hubStaffRoles } from "@/lib/access/scope";

/** Where a group stands: its hub, and the phase of its programme. */
export interface GroupScope {
  readonly hubId: string;
  readonly phase: string;
}

/** Roles that decide which groups there are and who leads them. */
export const groupFormingRoles = [
  "assistant_hub_lead",
  "hub_lead",
  "deputy_hub_lead",
] as const satisfies readonly Role[];

/** Plan, open, confirm and cancel groups and choose their lead. */
export function canFormGroups(actor: Actor, scope: GroupScope): boolean {
  return holdsHubRole(actor, groupFormingRoles, scope);
}

/** Whether the actor plans groups of any phase in this hub: what a list offers, before an offer is chosen. */
export function canFormGroupsOf(actor: Actor, hubId: string): boolean {
  return holdsHubRole(actor, groupFormingRoles, { hubId });
}

/** Change venues, dates and what to prepare: the project manager's work too. */
export function canArrangeGroup(actor: Actor, scope: GroupScope): boolean {
  return holdsHubRole(actor, hubStaffRoles, scope);
}

export function canSeeHubGroup(actor: Actor, scope: GroupScope): boolean {
  return holdsHubRole(actor, hubStaffRoles, scope);
}

/** Groups begin and end by their dates, through our own job, never at somebody's wish. */
export function canFollowGroupDates(actor: Actor): boolean {
  return actor.kind === "system";
}

/** The phases of programmes for which the actor may plan groups in this hub; undefined for every phase. */
export function ownPhases(actor: Actor, hubId: string): readonly ProgrammePhase[] | undefined {
  const grants = hubScopesOf(actor, groupFormingRoles).filter((grant) => grant.hubId === hubId);
  if (grants.some(({ phase }) => phase === null)) return undefined;
  return grants.flatMap(({ phase }) => phasesOfGrant[phase ?? ""] ?? []);
}

/** The groups on the actor's hub pages. A query that uses it joins `programmes`. */
export function visibleHubGroups(actor: Actor): SQL {
  const scopes = hubScopesOf(actor, hubStaffRoles).map(({ hubId, phase }) =>
    and(eq(workGroups.hubId, hubId), ofPhase(phase)),
  );
  return or(...scopes) ?? sql`false`;
}

type ProgrammePhase = (typeof programmes.$inferSelect)["phase"];
const phasesOfGrant: Readonly<Record<string, readonly ProgrammePhase[]>> = {
  primary: ["early_years", "primary", "cross_phase"],
  secondary: ["secondary", "cross_phase"],
  post16: ["post16", "cross_phase"],
};

function ofPhase(phase: string | null): SQL | undefined {
  return phase === null ? undefined : inArray(programmes.phase, phasesOfGrant[phase] ?? ["cross_phase"]);
}
