import { inArray, or, type SQL, sql } from "drizzle-orm";
import { organisations } from "@/db/schema/schools";
import type { Actor } from "@/lib/access/actor";
import {
  holdsHubRole,
  holdsRole,
  hubIdsOf,
  hubLeaderRoles,
  hubStaffRoles,
  organisationIdsOf,
  schoolRoles,
} from "@/lib/access/scope";

/** Import the national register: the machine, its operators, the national team. */
export function canImportRegister(actor: Actor): boolean {
  return actor.kind === "system" || holdsRole(actor, ["operator", "national_team"]);
}

/** Move a school to another hub or back: leaders of either hub, and the national team. */
export function canMoveSchool(
  actor: Actor,
  hubs: { fromHubId: string | null; toHubId: string | null },
): boolean {
  if (holdsRole(actor, ["national_team"])) return true;
  return [hubs.fromHubId, hubs.toHubId].some(
    (hubId) => hubId !== null && holdsHubRole(actor, hubLeaderRoles, { hubId }),
  );
}

/** Read and resolve what the register leaves open: staff of the hub; without a hub, the national team. */
export function canResolveReview(actor: Actor, review: { hubId: string | null }): boolean {
  return holdsRole(actor, ["national_team"]) || holdsHubRole(actor, hubStaffRoles, { hubId: review.hubId });
}

/** The schools whose record an actor may open: its hubs' for hub staff, its own for a school, all for the national team. */
export function visibleOrganisations(actor: Actor): SQL {
  if (holdsRole(actor, ["national_team", "operator"])) return sql`true`;
  const hubIds = hubIdsOf(actor, hubStaffRoles);
  const ownIds = organisationIdsOf(actor, schoolRoles);
  return (
    or(
      hubIds.length > 0 ? inArray(organisations.hubId, hubIds) : undefined,
      ownIds.length > 0 ? inArray(organisations.id, ownIds) : undefined,
    ) ?? sql`false`
  );
}
