import type { IsoDate } from "@/lib/kernel/dates";

export type Role =
  | "school_maths_lead"
  | "headteacher"
  | "trust_lead"
  | "participant"
  | "work_group_lead"
  | "intensive_support_partner"
  | "research_innovation_lead"
  | "assistant_hub_lead"
  | "hub_lead"
  | "deputy_hub_lead"
  | "project_manager"
  | "senior_leadership_link"
  | "strategic_board"
  | "national_team"
  | "operator";

/** One thing a person may do, as it stands today. A trust lead's grant names the trust and carries its schools. */
export interface Grant {
  readonly id: string;
  readonly role: Role;
  readonly hubId: string | null;
  readonly organisationId: string | null;
  /** For a trust lead: the schools of the trust. Empty for everyone else. */
  readonly schoolIds: readonly string[];
  /** primary, secondary, post16; null means every phase. */
  readonly phase: string | null;
  readonly until: IsoDate | null;
}

/** Somebody who is signed in, with the grants read from the database for this request. */
export interface UserActor {
  readonly kind: "user";
  readonly personId: string;
  readonly name: string;
  readonly grants: readonly Grant[];
}

/** A job of ours, such as the one that lets offers lapse. */
export interface SystemActor {
  readonly kind: "system";
  readonly job: string;
}

/** Somebody who holds a signed link that opens one thing, such as a headteacher without an account. */
export interface LinkActor {
  readonly kind: "link";
  readonly purpose: "headteacher_agreement" | "referral_consent" | "place_offer" | "invitation" | "sign_in";
  /** The id of what the link opens. */
  readonly subjectId: string;
}

/** Nobody in particular: a visitor of the public pages. */
export interface VisitorActor {
  readonly kind: "visitor";
}

export type Actor = UserActor | SystemActor | LinkActor | VisitorActor;

export const visitor: VisitorActor = { kind: "visitor" };

export function systemActor(job: string): SystemActor {
  return { kind: "system", job };
}
