import type { AcademicYear } from "@/lib/kernel/academic-year";
import type { KeyStage, LadderPhase, LadderStage, OfferRule } from "@/lib/programmes/eligibility/rule";
import type { TermName, WindowName } from "./offer-dates";

/** What a year of a programme is like, before it has a year. */
export interface OfferDescription {
  readonly audience: string;
  readonly commitment: string;
  readonly timeNeeded: string;
  readonly meets: "face_to_face" | "online" | "both";
  readonly sessions?: number;
  readonly funding: string;
  readonly window: WindowName;
  readonly term: TermName;
  readonly allocation: "disadvantage" | "first_come" | "lottery";
  /** Fewest and most schools in a group; people where the programme enrols people. */
  readonly group: readonly [number, number];
  /** Fewest and most participants of one school. */
  readonly participants: readonly [number, number];
  readonly releaseDays: number | null;
  /** What the headteacher agrees to, a promise each, the cost in days first. */
  readonly agrees: readonly string[];
  readonly rules: readonly OfferRule[] | ((year: AcademicYear) => readonly OfferRule[]);
}

/** A theme, pathway or starting date of a programme: an offer of its own that differs in a few things. */
export interface OfferVariant extends Partial<OfferDescription> {
  readonly suffix: string;
  readonly theme: string;
  /** First and last academic year in which it is offered. */
  readonly from?: AcademicYear;
  readonly until?: AcademicYear;
}

export interface ProgrammeDescription {
  readonly slug: string;
  readonly name: string;
  readonly shortName: string;
  readonly summary: string;
  readonly keywords?: string;
  readonly phase: "early_years" | "primary" | "secondary" | "post16" | "cross_phase";
  readonly keyStages: readonly KeyStage[];
  readonly format:
    | "work_group"
    | "sktm_programme"
    | "community"
    | "riwg"
    | "bespoke_support"
    | "national_programme"
    | "llme_development"
    | "targeted_support";
  readonly unit: "school" | "person";
  readonly stage?: LadderStage;
  readonly ladderPhase?: LadderPhase;
  readonly strand: string;
  readonly leadRole: string | null;
  readonly audiences: readonly (
    | "school_teachers"
    | "individual_teachers"
    | "teaching_assistants"
    | "local_leaders"
  )[];
  readonly opensToApplications?: boolean;
  /** The code of an academic year, `yy` standing for its first year: "NCPyy-06". */
  readonly code: string;
  readonly offer: OfferDescription;
  readonly variants?: readonly OfferVariant[];
}

/** What every group of schools has in common; each programme says what differs. */
export const schoolGroup = {
  meets: "face_to_face",
  funding: "Free for state-funded schools.",
  window: "spring",
  term: "work_group",
  allocation: "disadvantage",
  group: [6, 12],
  participants: [1, 2],
} as const satisfies Partial<OfferDescription>;

/** What every programme for one person has in common. */
export const personProgramme = {
  meets: "face_to_face",
  funding: "Free for people in state-funded schools.",
  window: "spring_to_summer",
  term: "autumn_to_may",
  allocation: "disadvantage",
  group: [8, 24],
  participants: [1, 1],
} as const satisfies Partial<OfferDescription>;
