import type { AcademicYear } from "@/lib/kernel/academic-year";
import type { IsoDate } from "@/lib/kernel/dates";
import type { KeyStage, LadderPhase, LadderStage, OfferRule } from "./rule";

/** What the engine knows of a school, college or trust, as it stood when it was read. */
export interface OrganisationFacts {
  readonly id: string;
  readonly name: string;
  readonly kind: "school" | "college" | "trust";
  readonly hubId: string | null;
  readonly stateFunded: boolean;
  /** Ladders it stands on. */
  readonly phases: readonly string[];
  readonly lowAge: number | null;
  readonly highAge: number | null;
  /** Of the register: "Community school", "Academy converter". */
  readonly typeName: string | null;
  readonly special: boolean;
  readonly pupils: number | null;
  readonly ofstedRating: string | null;
  /** URNs it had before, newest first. */
  readonly earlierUrns: readonly { readonly urn: number; readonly finishedOn: IsoDate | null }[];
  /** Designations of the people who work here, such as primary_mastery_specialist. */
  readonly designations: readonly string[];
  /** For a trust: its open secondary schools. */
  readonly secondarySchools: number;
}

export interface StageFact {
  readonly phase: LadderPhase;
  readonly stage: LadderStage;
  readonly startedOn: IsoDate;
  readonly finishedOn: IsoDate | null;
  /** completed, withdrew, stepped_back; null while it is open. */
  readonly outcome: string | null;
}

/** A place that was asked for, taken or finished. What was declined, withdrawn or never sent is no place. */
export interface PlaceFact {
  readonly programme: string;
  readonly theme: string | null;
  readonly offerId: string;
  readonly academicYear: AcademicYear;
  readonly endsOn: IsoDate;
  readonly progress: "asked" | "accepted" | "started" | "completed";
}

/** An application that is still alive, drafts included: a second attempt shows it. */
export interface LiveApplication {
  readonly id: string;
  readonly offerId: string;
  readonly personId: string | null;
  readonly decision: string;
  readonly placement: string;
  readonly promisedOn: IsoDate | null;
  readonly answerBy: IsoDate | null;
}

export interface StatementFact {
  readonly statement: string;
  readonly value: number;
  readonly statedOn: IsoDate;
}

export interface PersonFacts {
  readonly id: string;
  readonly name: string;
  readonly places: readonly PlaceFact[];
  readonly statements: readonly StatementFact[];
  /** Leads a group for a hub, or has a designation. */
  readonly leads: boolean;
}

export interface OverrideFact {
  readonly offerId: string;
  readonly reason: string;
  readonly grantedOn: IsoDate;
}

export interface EligibilityFacts {
  readonly today: IsoDate;
  readonly organisation: OrganisationFacts;
  readonly stages: readonly StageFact[];
  readonly places: readonly PlaceFact[];
  readonly statements: readonly StatementFact[];
  readonly applications: readonly LiveApplication[];
  readonly overrides: readonly OverrideFact[];
  /** The person to be enrolled, where the offer enrols people and one is named. */
  readonly person: PersonFacts | null;
}

/** An offer as the engine sees it: its dates, its rules, how it is called. */
export interface OfferFacts {
  readonly id: string;
  readonly programme: string;
  readonly name: string;
  readonly shortName: string;
  readonly theme: string | null;
  readonly unit: "school" | "person";
  readonly academicYear: AcademicYear;
  readonly opensOn: IsoDate;
  readonly closesOn: IsoDate;
  readonly startsOn: IsoDate;
  readonly endsOn: IsoDate;
  readonly opensToApplications: boolean;
  readonly rules: readonly OfferRule[];
}

const ages: Record<KeyStage, readonly [number, number]> = {
  EYFS: [3, 5],
  KS1: [5, 7],
  KS2: [7, 11],
  KS3: [11, 14],
  KS4: [14, 16],
  post16: [16, 19],
};

/**
 * Whether it teaches one of the key stages, by the register's age range: a school for 7 to 11 year olds teaches Key Stage 2
 * only. Without ages a college counts as post-16 and a school as its phases.
 */
export function teachesAny(organisation: OrganisationFacts, keyStages: readonly KeyStage[]): boolean {
  const { lowAge, highAge } = organisation;
  if (lowAge === null || highAge === null)
    return keyStages.some((stage) => teachesByPhase(organisation, stage));
  return keyStages.some((stage) => lowAge < ages[stage][1] && ages[stage][0] < highAge);
}

function teachesByPhase({ kind, phases }: OrganisationFacts, keyStage: KeyStage): boolean {
  if (kind === "college" || keyStage === "post16") return kind === "college" && keyStage === "post16";
  const phase = keyStage === "KS3" || keyStage === "KS4" ? "secondary" : "primary";
  return phases.includes(phase);
}

/** "EYFS" → "Early years", "KS2" → "Key Stage 2" */
export function sayKeyStage(keyStage: KeyStage): string {
  if (keyStage === "EYFS") return "early years";
  return keyStage === "post16" ? "16 to 18 year olds" : `Key Stage ${keyStage.slice(2)}`;
}
