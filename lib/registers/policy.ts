import type { Actor } from "@/lib/access/actor";
import {
  holdsHubRole,
  holdsRole,
  holdsSchoolRole,
  hubStaffRoles,
  personIdOf,
  schoolRoles,
} from "@/lib/access/scope";

export interface GroupSubject {
  readonly hubId: string;
  /** The phase of its programme. */
  readonly phase: string;
  /** People who lead the group now, co-leads included. */
  readonly leadIds: readonly string[];
}

/** The group's leads take its registers; hub staff of its phase may mend them. */
export function canTakeRegister(actor: Actor, group: GroupSubject): boolean {
  return isLead(actor, group) || holdsHubRole(actor, hubStaffRoles, group);
}

/** What a lead sees of a group: people, sessions, registers. */
export function canSeeGroupAsLead(actor: Actor, group: GroupSubject): boolean {
  return canTakeRegister(actor, group);
}

/** A school sees the group in which it has a place; a participant the group in which they take part. */
export function canSeeGroupAsSchool(
  actor: Actor,
  group: { organisationIds: readonly string[]; participantIds: readonly string[] },
): boolean {
  const person = personIdOf(actor);
  return (
    group.organisationIds.some((id) => holdsSchoolRole(actor, schoolRoles, id)) ||
    (person !== undefined &&
      group.participantIds.includes(person) &&
      holdsRole(actor, ["participant", ...schoolRoles]))
  );
}

/** One's own calendar, or that of a school one acts for. */
export function canOpenCalendarFeed(actor: Actor, feed: { organisationId: string | undefined }): boolean {
  if (personIdOf(actor) === undefined) return false;
  return feed.organisationId === undefined || holdsSchoolRole(actor, schoolRoles, feed.organisationId);
}

export function canCloseCalendarFeed(actor: Actor, feed: { personId: string }): boolean {
  return personIdOf(actor) === feed.personId;
}

function isLead(actor: Actor, group: GroupSubject): boolean {
  const person = personIdOf(actor);
  return person !== undefined && group.leadIds.includes(person) && holdsRole(actor, ["work_group_lead"]);
}
