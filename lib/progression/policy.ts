import { and, eq, or, type SQL, sql } from "drizzle-orm";
import { stageRecommendations } from "@/db/schema/progression";
import type { Actor } from "@/lib/access/actor";
import {
  holdsHubRole,
  holdsRole,
  holdsSchoolRole,
  hubLeaderRoles,
  hubScopesOf,
  hubStaffRoles,
  personIdOf,
  schoolRoles,
} from "@/lib/access/scope";

/** People who lead the group now, co-leads included. */
export interface Led {
  readonly leadIds: readonly string[];
}

/** What a policy needs to know of a recommendation. */
export interface RecommendationSubject extends Led {
  readonly organisationId: string;
  readonly hubId: string;
  readonly phase: string;
}

const decidingRoles = ["assistant_hub_lead", ...hubLeaderRoles] as const;

/** Who has worked with the school all year writes its review: the group's own leads. */
export function canReview(actor: Actor, { leadIds }: Led): boolean {
  const person = personIdOf(actor);
  return person !== undefined && leadIds.includes(person) && holdsRole(actor, ["work_group_lead"]);
}

export function canSeeReviews(actor: Actor, group: Led & { hubId: string; phase: string }): boolean {
  return canReview(actor, group) || holdsHubRole(actor, hubStaffRoles, group);
}

/** The school's word that it continues comes from the school itself: its maths lead or its headteacher. */
export function canConfirm(actor: Actor, { organisationId }: { organisationId: string }): boolean {
  return holdsSchoolRole(actor, ["school_maths_lead", "headteacher"], organisationId);
}

/** The assistant hub lead of the phase and the hub's leaders. */
export function canDecideStage(actor: Actor, { hubId, phase }: { hubId: string; phase: string }): boolean {
  return holdsHubRole(actor, decidingRoles, { hubId, phase });
}

/** The lead takes back what they wrote; the hub what should not have been written. */
export function canTakeBack(actor: Actor, subject: RecommendationSubject): boolean {
  return canReview(actor, subject) || canDecideStage(actor, subject);
}

/** The school sees every word, and so do its trust, its leads and its hub. */
export function canSeeRecommendation(actor: Actor, subject: RecommendationSubject): boolean {
  return (
    holdsSchoolRole(actor, schoolRoles, subject.organisationId) ||
    canSeeReviews(actor, subject) ||
    holdsRole(actor, ["national_team"])
  );
}

/** The next application is the school's to start; the hub may start it for the school. */
export function canStartNext(actor: Actor, subject: RecommendationSubject): boolean {
  return holdsSchoolRole(actor, schoolRoles, subject.organisationId) || canDecideStage(actor, subject);
}

/** `hubIds`: the school's hub and those it applied to. */
export function canSeeJourney(
  actor: Actor,
  school: { organisationId: string; hubIds: readonly string[] },
): boolean {
  return (
    holdsSchoolRole(actor, [...schoolRoles, "participant"], school.organisationId) ||
    school.hubIds.some((hubId) => holdsHubRole(actor, hubStaffRoles, { hubId })) ||
    holdsRole(actor, ["national_team"])
  );
}

/** That a school has Targeted Support is for those who act for it and for its hub, not for everybody who takes part. */
export function canSeeSupport(
  actor: Actor,
  school: { organisationId: string; hubIds: readonly string[] },
): boolean {
  return (
    holdsSchoolRole(actor, schoolRoles, school.organisationId) ||
    school.hubIds.some((hubId) => holdsHubRole(actor, hubStaffRoles, { hubId }))
  );
}

/** The calendar moves stage periods, never a person. */
export function canFollowYear(actor: Actor): boolean {
  return actor.kind === "system";
}

/** Recommendations a hub's staff may list: all of the hub, or the phase that their grant is for. */
export function visibleRecommendations(actor: Actor): SQL {
  const scopes = hubScopesOf(actor, hubStaffRoles).map(({ hubId, phase }) =>
    phase === null
      ? eq(stageRecommendations.hubId, hubId)
      : and(eq(stageRecommendations.hubId, hubId), sql`${stageRecommendations.phase}::text = ${phase}`),
  );
  return or(...scopes) ?? sql`false`;
}
