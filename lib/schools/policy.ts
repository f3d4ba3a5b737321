import { inArray, or, type SQL, sql } from "drizzle-orm";
import { localAuthorities } from "@/db/schema/hubs";
import { hubOverrides, organisations } from "@/db/schema/schools";
import type { Actor } from "@/lib/access/actor";
import { holdsHubRole, holdsRole, hubIdsOf, hubLeaderRoles, hubStaffRoles } from "@/lib/access/scope";

/** Import the national register: the machine, its operators, the national team. */
export function canImportRegister(actor: Actor): boolean {
  return actor.kind === "system" || holdsRole(actor, ["operator", "national_team"]);
}

/** Move a school to another hub: leaders of the hub that gives it away; the national team, also for a school without one. */
export function canMoveSchool(actor: Actor, school: { hubId: string | null }): boolean {
  return holdsRole(actor, ["national_team"]) || holdsHubRole(actor, hubLeaderRoles, school);
}

/** Send a moved school back: leaders of the hub it is with and of its authority's, and the national team. */
export function canEndOverride(
  actor: Actor,
  school: { hubId: string | null; authorityHubId: string | null },
): boolean {
  return (
    canMoveSchool(actor, school) || holdsHubRole(actor, hubLeaderRoles, { hubId: school.authorityHubId })
  );
}

/** Read what the register leaves open for a hub: its staff; without a hub, the national team. */
export function canSeeReviews(actor: Actor, hubId: string | null): boolean {
  return holdsRole(actor, ["national_team"]) || holdsHubRole(actor, hubStaffRoles, { hubId });
}

/** Whoever knows the schools decides: any of the hub's staff; the national team. */
export function canResolveReview(actor: Actor, review: { hubId: string | null }): boolean {
  return canSeeReviews(actor, review.hubId);
}

/** The schools whose record an actor may open: for hub staff those of the hub and those it has given away, all for the national team. */
export function visibleSchools(actor: Actor): SQL {
  if (holdsRole(actor, ["national_team"])) return sql`true`;
  const hubIds = hubIdsOf(actor, hubStaffRoles);
  if (hubIds.length === 0) return sql`false`;
  const givenAway = sql`exists (select from ${hubOverrides} join ${localAuthorities} on ${inArray(localAuthorities.hubId, hubIds)}
    where ${hubOverrides.organisationId} = ${organisations.id} and ${hubOverrides.finishedOn} is null
      and ${localAuthorities.code} = ${organisations.laCode})`;
  return or(inArray(organisations.hubId, hubIds), givenAway) ?? sql`false`;
}
