import { and, inArray, or, type SQL, sql } from "drizzle-orm";
import { applications } from "@/db/schema/applications";
import { programmes } from "@/db/schema/programmes";
import type { Actor, Grant } from "@/lib/access/actor";
import {
  holdsHubRole,
  holdsRole,
  holdsSchoolRole,
  hubLeaderRoles,
  hubStaffRoles,
  organisationIdsOf,
  schoolRoles,
} from "@/lib/access/scope";

/** What a policy needs to know of an application. */
export interface ApplicationSubject {
  readonly organisationId: string;
  readonly hubId: string;
  /** The phase of its programme. */
  readonly phase: string;
}

/** Those who judge: the assistant hub lead of the phase and the hub's leaders. A project manager reads, and does not decide. */
const decidingRoles = ["assistant_hub_lead", ...hubLeaderRoles] as const;

/** The school's own people apply for it; a trust's lead for the schools of the trust. */
export function canApply(actor: Actor, organisationId: string): boolean {
  return holdsSchoolRole(actor, schoolRoles, organisationId);
}

/** A next application grows out of an earlier one: the school does it, its hub suggests it, or a job of ours prepares it. */
export function canStartFollowing(actor: Actor, earlier: ApplicationSubject): boolean {
  return actor.kind === "system" || canApply(actor, earlier.organisationId) || canDecide(actor, earlier);
}

/** Drafts are shared: whoever may apply for the school may change its answers, send and withdraw. */
export function canEdit(actor: Actor, application: ApplicationSubject): boolean {
  return canApply(actor, application.organisationId);
}

export function canSee(actor: Actor, application: ApplicationSubject): boolean {
  return (
    canEdit(actor, application) ||
    holdsHubRole(actor, hubStaffRoles, application) ||
    holdsRole(actor, ["national_team"])
  );
}

/** Sees it from the hub's side, with what the system checked and the staff's own timeline. */
export function canSeeAsHub(actor: Actor, application: ApplicationSubject): boolean {
  return holdsHubRole(actor, hubStaffRoles, application) || holdsRole(actor, ["national_team"]);
}

export function canDecide(actor: Actor, application: ApplicationSubject): boolean {
  return holdsHubRole(actor, decidingRoles, application);
}

/** A place is offered by those who decide, and by the waiting list: a job of ours. */
export function canOffer(actor: Actor, application: ApplicationSubject): boolean {
  return actor.kind === "system" || canDecide(actor, application);
}

/** What comes by itself: a job of ours, and nobody else, lets an offer lapse, reminds of it or deals with a place that came free. */
export function canFollowDates(actor: Actor): boolean {
  return actor.kind === "system";
}

/** Who an application is with is the hub's own arrangement: any of its staff may say. */
export function canAssign(actor: Actor, application: ApplicationSubject): boolean {
  return holdsHubRole(actor, hubStaffRoles, application);
}

/** The link that was sent for this very agreement. */
export function canAnswerByLink(actor: Actor, agreementId: string): boolean {
  return (
    actor.kind === "link" && actor.purpose === "headteacher_agreement" && actor.subjectId === agreementId
  );
}

/** A headteacher who is signed in answers without a link. */
export function canAnswerInPerson(actor: Actor, application: ApplicationSubject): boolean {
  return holdsSchoolRole(actor, ["headteacher"], application.organisationId);
}

/** The applications an actor may list, over `applications` joined with `programmes`. A draft is the school's own business. */
export function visibleApplications(actor: Actor): SQL {
  const own = organisationIdsOf(actor, schoolRoles);
  return (
    or(own.length > 0 ? inArray(applications.organisationId, own) : undefined, visibleToHub(actor)) ??
    sql`false`
  );
}

/** The part of `visibleApplications` that hub staff and the national team see: everything that was sent. */
export function visibleToHub(actor: Actor): SQL {
  const sent = sql`${applications.decision} <> 'draft'`;
  if (holdsRole(actor, ["national_team"])) return sent;
  const grants = actor.kind === "user" ? actor.grants.filter(isHubStaff) : [];
  const within = grants.map((grant) => and(sql`${applications.hubId} = ${grant.hubId}`, phaseOf(grant)));
  return and(sent, or(...within) ?? sql`false`) ?? sql`false`;
}

function isHubStaff(grant: Grant): boolean {
  return grant.hubId !== null && hubStaffRoles.some((role) => role === grant.role);
}

/** The programmes that a grant for one phase covers; see `holdsHubRole`. */
function phaseOf(grant: Grant): SQL | undefined {
  if (grant.phase === null) return undefined;
  const covered =
    grant.phase === "primary" ? ["early_years", "primary", "cross_phase"] : [grant.phase, "cross_phase"];
  return sql`${programmes.phase} in ${covered}`;
}
