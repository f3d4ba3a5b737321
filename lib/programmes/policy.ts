import type { Actor } from "@/lib/access/actor";
import {
  holdsHubRole,
  holdsRole,
  holdsSchoolRole,
  hubLeaderRoles,
  hubStaffRoles,
  schoolRoles,
} from "@/lib/access/scope";

/** What a policy needs to know of an organisation. */
export interface OrganisationSubject {
  readonly organisationId: string;
  readonly hubId: string | null;
}

/** Those who may let a school in although a condition says not yet: the assistant hub lead of the phase and the hub's leaders. */
const exceptingRoles = ["assistant_hub_lead", ...hubLeaderRoles] as const;

/**
 * A school's history decides what is open to it, so it is seen by its own people, its hub and the national team. A job of
 * ours and the holder of a signed link come here through a deed that has judged them already.
 */
export function canSeeEligibility(actor: Actor, { organisationId, hubId }: OrganisationSubject): boolean {
  return (
    actor.kind === "system" ||
    actor.kind === "link" ||
    holdsSchoolRole(actor, [...schoolRoles, "participant"], organisationId) ||
    holdsHubRole(actor, hubStaffRoles, { hubId }) ||
    holdsRole(actor, ["national_team"])
  );
}

/** `phase` is the programme's. */
export function canOverrideEligibility(
  actor: Actor,
  subject: { hubId: string | null; phase: string },
): boolean {
  return holdsHubRole(actor, exceptingRoles, subject);
}

/** The school's people answer for it; its hub may write down what it was told. */
export function canStateFacts(actor: Actor, { organisationId, hubId }: OrganisationSubject): boolean {
  return holdsSchoolRole(actor, schoolRoles, organisationId) || holdsHubRole(actor, hubStaffRoles, { hubId });
}

/** An offer that is not published is the national team's draft. */
export function canSeeUnpublished(actor: Actor): boolean {
  return holdsRole(actor, ["national_team"]);
}
