import { and, eq, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import { matchRuns } from "@/db/schema/matching";
import { programmes } from "@/db/schema/programmes";
import type { Actor } from "@/lib/access/actor";
import { holdsHubRole, holdsRole, hubLeaderRoles, hubScopesOf, hubStaffRoles } from "@/lib/access/scope";

/** The hub that matches, or null where all hubs are matched together, and the phase of the programme. */
export interface MatchScope {
  readonly hubId: string | null;
  readonly phase: string;
}

/** Those who decide on applications decide on their places too. A project manager reads. */
const matchingRoles = ["assistant_hub_lead", ...hubLeaderRoles] as const;

/** Those who open the pages of matching: staff for their hubs, the national team for all hubs together. */
export const matchPageRoles = [...hubStaffRoles, "national_team"] as const;

/** Start, review, publish and discard runs: a hub's own people for their hub, the national team for all hubs together, and neither for the other. */
export function canRunMatch(actor: Actor, scope: MatchScope): boolean {
  return scope.hubId === null ? canMatchAllHubs(actor) : holdsHubRole(actor, matchingRoles, scope);
}

export function canMatchAllHubs(actor: Actor): boolean {
  return holdsRole(actor, ["national_team"]);
}

/** Computing runs, and the waiting list, are the work of our own jobs. */
export function canComputeMatch(actor: Actor): boolean {
  return actor.kind === "system";
}

/** The runs an actor may read, over `match_runs` joined with `programmes`. */
export function visibleMatchRuns(actor: Actor): SQL {
  const scopes = hubScopesOf(actor, hubStaffRoles).map(({ hubId, phase }) =>
    and(eq(matchRuns.hubId, hubId), ofPhase(phase)),
  );
  return or(...scopes, canMatchAllHubs(actor) ? isNull(matchRuns.hubId) : undefined) ?? sql`false`;
}

/** The programmes that the actor's grants for this hub, or for all hubs together, cover; see `holdsHubRole`. */
export function visibleProgrammes(actor: Actor, hubId: string | null): SQL {
  if (hubId === null) return canMatchAllHubs(actor) ? sql`true` : sql`false`;
  const phases = hubScopesOf(actor, hubStaffRoles).filter((scope) => scope.hubId === hubId);
  if (phases.length === 0) return sql`false`;
  return or(...phases.map(({ phase }) => ofPhase(phase) ?? sql`true`)) ?? sql`false`;
}

const phasesOfGrant: Readonly<Record<string, readonly (typeof programmes.$inferSelect)["phase"][]>> = {
  primary: ["early_years", "primary", "cross_phase"],
  secondary: ["secondary", "cross_phase"],
  post16: ["post16", "cross_phase"],
};

function ofPhase(phase: string | null): SQL | undefined {
  return phase === null ? undefined : inArray(programmes.phase, phasesOfGrant[phase] ?? ["cross_phase"]);
}
