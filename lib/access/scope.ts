import type { Actor, Grant, Role } from "./actor";

/** Roles that see a whole hub's applications, groups and schools. */
export const hubStaffRoles = [
  "assistant_hub_lead",
  "hub_lead",
  "deputy_hub_lead",
  "project_manager",
] as const satisfies readonly Role[];
/** Roles that decide for a whole hub, over every phase. */
export const hubLeaderRoles = ["hub_lead", "deputy_hub_lead"] as const satisfies readonly Role[];
/** Roles that act for a school. */
export const schoolRoles = [
  "school_maths_lead",
  "headteacher",
  "trust_lead",
] as const satisfies readonly Role[];

function grantsOf(actor: Actor, roles: readonly Role[]): readonly Grant[] {
  return actor.kind === "user" ? actor.grants.filter((grant) => roles.includes(grant.role)) : [];
}

export function holdsRole(actor: Actor, roles: readonly Role[]): boolean {
  return grantsOf(actor, roles).length > 0;
}

/** Whether the actor holds one of the roles for this hub, and for this phase where the grant is for one phase. */
export function holdsHubRole(
  actor: Actor,
  roles: readonly Role[],
  scope: { hubId: string | null; phase?: string | null },
): boolean {
  return grantsOf(actor, roles).some(
    (grant) => grant.hubId !== null && grant.hubId === scope.hubId && coversPhase(grant, scope.phase),
  );
}

/** Whether the actor holds one of the roles for this organisation, or for the trust it belongs to. */
export function holdsSchoolRole(actor: Actor, roles: readonly Role[], organisationId: string): boolean {
  return grantsOf(actor, roles).some(
    (grant) => grant.organisationId === organisationId || grant.schoolIds.includes(organisationId),
  );
}

/** The hubs for which the actor holds one of the roles. */
export function hubIdsOf(actor: Actor, roles: readonly Role[]): string[] {
  return unique(grantsOf(actor, roles).flatMap((grant) => (grant.hubId ? [grant.hubId] : [])));
}

/** The hubs for which the actor holds one of the roles, each with the phase it is limited to (null: every phase). */
export function hubScopesOf(actor: Actor, roles: readonly Role[]): { hubId: string; phase: string | null }[] {
  return grantsOf(actor, roles).flatMap((grant) =>
    grant.hubId ? [{ hubId: grant.hubId, phase: grant.phase }] : [],
  );
}

/** The organisations for which the actor holds one of the roles, the schools of a trust included. */
export function organisationIdsOf(actor: Actor, roles: readonly Role[]): string[] {
  return unique(
    grantsOf(actor, roles).flatMap((grant) =>
      grant.organisationId ? [grant.organisationId, ...grant.schoolIds] : [],
    ),
  );
}

/** The person behind the actor, where there is one. */
export function personIdOf(actor: Actor): string | undefined {
  return actor.kind === "user" ? actor.personId : undefined;
}

function coversPhase(grant: Grant, phase: string | null | undefined): boolean {
  return (
    grant.phase === null ||
    phase === undefined ||
    phase === null ||
    phase === "cross_phase" ||
    phaseOf(phase) === grant.phase
  );
}

function phaseOf(phase: string): string {
  return phase === "early_years" ? "primary" : phase;
}

function unique(ids: readonly string[]): string[] {
  return [...new Set(ids)];
}
