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

/** Change venues, dates and what to prepare: the project manager's work too. */
export function canArrangeGroup(actor: Actor, scope: GroupScope): boolean {
  return holdsHubRole(actor, hubStaffRoles, scope);
}

export function canSeeHubGroup(actor: Actor, scope: GroupScope): boolean {
  return holdsHubRole(actor, hubStaffRoles, scope);
}

/** The groups on the actor's hub pages. A query that uses it joins `programmes`. */
export function visibleHubGroups(actor: Actor): SQL {
  const scopes = hubScopesOf(actor, hubStaffRoles).map(({ hubId, phase }) =>
    and(eq(workGroups.hubId, hubId), ofPhase(phase)),
  );
  return or(...scopes) ?? sql`false`;
}

const phasesOfGrant: Readonly<Record<string, readonly (typeof programmes.$inferSelect)["phase"][]>> = {
  primary: ["early_years", "primary", "cross_phase"],
  secondary: ["secondary", "cross_phase"],
  post16: ["post16", "cross_phase"],
};

function ofPhase(phase: string | null): SQL | undefined {
  return phase === null ? undefined : inArray(programmes.phase, phasesOfGrant[phase] ?? ["cross_phase"]);
}
