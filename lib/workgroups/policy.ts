import { and, eq, inArray, or, type SQL, sql } from "drizzle-orm";
import { programmes } from "@/db/schema/programmes";
import { workGroups } from "@/db/schema/workgroups";
import type { Actor, Role } from "@/lib/access/actor";
import { holdsHubRole, hubStaffRoles } from "@/lib/access/scope";

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
  const grants = actor.kind === "user" ? actor.grants : [];
  const scopes = grants.flatMap((grant) =>
    (hubStaffRoles as readonly Role[]).includes(grant.role) && grant.hubId
      ? [and(eq(workGroups.hubId, grant.hubId), ofPhase(grant.phase))]
      : [],
  );
  return or(...scopes) ?? sql`false`;
}

function ofPhase(phase: string | null): SQL | undefined {
  if (phase === null) return undefined;
  const phases = (["early_years", "primary", "secondary", "post16", "cross_phase"] as const).filter(
    (candidate) =>
      candidate === "cross_phase" ||
      (candidate === "early_years" ? "primary" : candidate) === phase,
  );
  return inArray(programmes.phase, phases);
}
