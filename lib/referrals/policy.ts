import { and, eq, inArray, or, type SQL, sql } from "drizzle-orm";
import { referrals, supportCases } from "@/db/schema/referrals";
import { organisations } from "@/db/schema/schools";
import type { Actor } from "@/lib/access/actor";
import {
  holdsHubRole,
  holdsRole,
  holdsSchoolRole,
  hubIdsOf,
  hubLeaderRoles,
  hubScopesOf,
  hubStaffRoles,
  organisationIdsOf,
  personIdOf,
  schoolRoles,
} from "@/lib/access/scope";

/** What a policy needs to know of a referral or a case. */
export interface ReferralSubject {
  readonly hubId: string;
  readonly organisationId: string;
  readonly phase: string;
}

export interface CaseSubject extends ReferralSubject {
  readonly partnerId: string | null;
}

const decidingRoles = ["assistant_hub_lead", ...hubLeaderRoles] as const;

/** Who refers schools of a hub; the school's own people ask on their own pages. */
export const raisingRoles = [...hubStaffRoles, "work_group_lead", "intensive_support_partner"] as const;

/** The school's own people, hub staff and the hub's leads may say that a school needs support. */
export function canRaiseReferral(actor: Actor, school: { id: string; hubId: string | null }): boolean {
  return (
    holdsSchoolRole(actor, schoolRoles, school.id) ||
    holdsHubRole(actor, raisingRoles, { hubId: school.hubId })
  );
}

/** Who asks, as the record says it: a school or a trust speaks for itself; hub staff say on whose behalf. */
export function sourceOf<Source extends string>(
  actor: Actor,
  schoolId: string,
  said: Source,
): Source | "school" | "trust" {
  if (holdsSchoolRole(actor, ["school_maths_lead", "headteacher"], schoolId)) return "school";
  return holdsSchoolRole(actor, ["trust_lead"], schoolId) ? "trust" : said;
}

/** The open schools and colleges for which the actor may raise one. */
export function referableSchools(actor: Actor): SQL {
  const hubIds = hubIdsOf(actor, raisingRoles);
  const own = organisationIdsOf(actor, schoolRoles);
  const among = or(
    hubIds.length > 0 ? inArray(organisations.hubId, hubIds) : undefined,
    own.length > 0 ? inArray(organisations.id, own) : undefined,
  );
  return among ? sql`(${organisations.open} and ${organisations.kind} <> 'trust' and ${among})` : sql`false`;
}

/** The people of the phase who judge: an assistant hub lead of it, or the hub's leaders. */
export function canTriageReferral(actor: Actor, referral: ReferralSubject): boolean {
  return holdsHubRole(actor, decidingRoles, { hubId: referral.hubId, phase: referral.phase });
}

export function canSeeReferral(actor: Actor, referral: ReferralSubject & { raisedBy: string }): boolean {
  return (
    holdsHubRole(actor, hubStaffRoles, { hubId: referral.hubId, phase: referral.phase }) ||
    holdsSchoolRole(actor, schoolRoles, referral.organisationId) ||
    personIdOf(actor) === referral.raisedBy
  );
}

export function canWithdrawReferral(actor: Actor, referral: ReferralSubject & { raisedBy: string }): boolean {
  return canTriageReferral(actor, referral) || personIdOf(actor) === referral.raisedBy;
}

/** Facts, dates and goals of a case. A project manager sees these, but not the notes. */
export function canSeeCase(actor: Actor, subject: CaseSubject): boolean {
  return (
    holdsHubRole(actor, hubStaffRoles, { hubId: subject.hubId, phase: subject.phase }) ||
    isPartner(actor, subject) ||
    holdsSchoolRole(actor, ["school_maths_lead", "headteacher"], subject.organisationId)
  );
}

/** Professional notes: the partner, those who triage, the school's head and maths lead. Nobody else, whatever their rank. */
export function canReadNotes(actor: Actor, subject: CaseSubject): boolean {
  return (
    isPartner(actor, subject) ||
    canTriageReferral(actor, subject) ||
    holdsSchoolRole(actor, ["school_maths_lead", "headteacher"], subject.organisationId)
  );
}

/** The school's own people start what follows support; those who triage may start it for them. */
export function canStartNext(actor: Actor, subject: CaseSubject): boolean {
  return (
    holdsSchoolRole(actor, ["school_maths_lead", "headteacher"], subject.organisationId) ||
    canTriageReferral(actor, subject)
  );
}

/** Who carries the case on: its partner, or those who triage. */
export function canRunCase(actor: Actor, subject: CaseSubject): boolean {
  return isPartner(actor, subject) || canTriageReferral(actor, subject);
}

export function canAssignPartner(actor: Actor, subject: ReferralSubject): boolean {
  return canTriageReferral(actor, subject);
}

function isPartner(actor: Actor, subject: CaseSubject): boolean {
  return (
    subject.partnerId !== null &&
    personIdOf(actor) === subject.partnerId &&
    holdsRole(actor, ["intensive_support_partner"])
  );
}

/** Referrals an actor may list: the hub's for its staff, the school's for its people, one's own for whoever raised it. */
export function visibleReferrals(actor: Actor): SQL {
  return either([
    ofHubStaff(actor, referrals),
    within(referrals.organisationId, organisationIdsOf(actor, schoolRoles)),
    personIdOf(actor) ? sql`${referrals.raisedBy} = ${personIdOf(actor)}` : undefined,
  ]);
}

export function visibleCases(actor: Actor): SQL {
  return either([
    ofHubStaff(actor, supportCases),
    within(supportCases.organisationId, organisationIdsOf(actor, ["school_maths_lead", "headteacher"])),
    holdsRole(actor, ["intensive_support_partner"])
      ? sql`${supportCases.partnerId} = ${personIdOf(actor)}`
      : undefined,
  ]);
}

/** What a hub's staff see: all of the hub, or the phase that their grant is for. */
function ofHubStaff(actor: Actor, table: typeof referrals | typeof supportCases): SQL | undefined {
  return or(
    ...hubScopesOf(actor, hubStaffRoles).map(({ hubId, phase }) =>
      phase === null
        ? eq(table.hubId, hubId)
        : and(eq(table.hubId, hubId), sql`${table.phase}::text = ${phase}`),
    ),
  );
}

function within(
  column: typeof referrals.organisationId | typeof supportCases.organisationId,
  ids: string[],
): SQL | undefined {
  return ids.length > 0 ? inArray(column, ids) : undefined;
}

function either(conditions: (SQL | undefined)[]): SQL {
  return or(...conditions) ?? sql`false`;
}

/** Only the link that was sent for this very referral. */
export function canAnswerConsent(actor: Actor, referral: { id: string }): boolean {
  return actor.kind === "link" && actor.purpose === "referral_consent" && actor.subjectId === referral.id;
}

/** The lead of the group that receives a school reads the summary of its support, and so does the group's hub. */
export function canReadHandover(actor: Actor, group: { hubId: string; leadIds: readonly string[] }): boolean {
  const person = personIdOf(actor);
  return (
    (person !== undefined && group.leadIds.includes(person) && holdsRole(actor, ["work_group_lead"])) ||
    holdsHubRole(actor, hubStaffRoles, { hubId: group.hubId })
  );
}
