import type { Actor, Role } from "@/lib/access/actor";
import {
  holdsHubRole,
  holdsRole,
  holdsSchoolRole,
  hubLeaderRoles,
  hubStaffRoles,
  schoolRoles,
} from "@/lib/access/scope";

/** Anybody may try to sign in; jobs do not. */
export function canSignIn(actor: Actor): boolean {
  return actor.kind !== "system";
}

/** Everybody ends their own sessions, nobody another's. */
export function canEndSession(actor: Actor, session: { personId: string }): boolean {
  return actor.kind === "user" && actor.personId === session.personId;
}

/** A role somewhere, as far as a policy looks. */
export interface AccessSubject {
  readonly role: Role;
  readonly hubId: string | null;
  readonly organisationId: string | null;
  /** The hub that the organisation belongs to. */
  readonly organisationHubId: string | null;
}

/** Which roles somebody of a hub gives and takes: its leaders all, the others those whom they work with from day to day. */
const givenByStaff = ["work_group_lead", "intensive_support_partner"] as const satisfies readonly Role[];
const givenByLeaders = [
  ...givenByStaff,
  "assistant_hub_lead",
  "hub_lead",
  "deputy_hub_lead",
  "project_manager",
  "senior_leadership_link",
  "strategic_board",
] as const satisfies readonly Role[];

/** The roles of a hub that this actor may give, for the choices of a form. */
export function hubRolesGivenBy(actor: Actor, hubId: string): readonly Role[] {
  if (holdsHubRole(actor, hubLeaderRoles, { hubId })) return givenByLeaders;
  return holdsHubRole(actor, hubStaffRoles, { hubId }) ? givenByStaff : [];
}

/**
 * The roles of a school that this actor may give. A headteacher agrees for the school, so a maths lead cannot make one.
 */
export function schoolRolesGivenBy(
  actor: Actor,
  school: { organisationId: string; organisationHubId: string | null },
): readonly Role[] {
  const { organisationId, organisationHubId } = school;
  if (
    holdsSchoolRole(actor, ["headteacher", "trust_lead"], organisationId) ||
    holdsHubRole(actor, hubStaffRoles, { hubId: organisationHubId })
  )
    return ["school_maths_lead", "headteacher"];
  return holdsSchoolRole(actor, ["school_maths_lead"], organisationId) ? ["school_maths_lead"] : [];
}

/** Who may invite somebody to a role, and take the invitation back. */
export function canInvite(actor: Actor, subject: AccessSubject): boolean {
  const { role, hubId, organisationId, organisationHubId } = subject;
  if (organisationId !== null)
    return schoolRolesGivenBy(actor, { organisationId, organisationHubId }).includes(role);
  return hubId !== null && hubRolesGivenBy(actor, hubId).includes(role);
}

/** The operator's command on the machine itself, which lets the first people of an installation in. */
export function canAppoint(actor: Actor): boolean {
  return actor.kind === "system";
}

/** Who may end a role: whoever holds it, and whoever could give it. */
export function canEndGrant(actor: Actor, grant: AccessSubject & { personId: string }): boolean {
  return canInvite(actor, grant) || (actor.kind === "user" && actor.personId === grant.personId);
}

/** Who sees the people of a school: those who act for it, and the staff of its hub. */
export function canSeeSchoolPeople(
  actor: Actor,
  school: { organisationId: string; organisationHubId: string | null },
): boolean {
  return (
    holdsSchoolRole(actor, schoolRoles, school.organisationId) ||
    holdsHubRole(actor, hubStaffRoles, { hubId: school.organisationHubId })
  );
}

/** Whoever leads Work Groups says for themselves on which weekdays they can. */
export function canChooseWeekdays(actor: Actor): boolean {
  return holdsRole(actor, ["work_group_lead"]);
}

/** The hub's staff know who works at its schools. */
export function canVouch(actor: Actor, request: { organisationHubId: string | null }): boolean {
  return holdsHubRole(actor, hubStaffRoles, { hubId: request.organisationHubId });
}

export function canSeeHubAccess(actor: Actor, hubId: string): boolean {
  return holdsHubRole(actor, hubStaffRoles, { hubId });
}

/** Whoever has the link of an invitation may take it up, signed in or not. */
export function canAcceptInvitation(actor: Actor): boolean {
  return actor.kind !== "system";
}

/** Asking to be let in is open to visitors and to people who act for another school already. */
export function canAskForAccess(actor: Actor): boolean {
  return actor.kind !== "system";
}

/** Time travel belongs to the demonstration, where it is everybody's; see `isDemonstration`. */
export function canMoveClock(actor: Actor): boolean {
  return actor.kind !== "system";
}
