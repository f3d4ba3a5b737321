import type { AcademicYear } from "@/lib/kernel/academic-year";
import type { IsoDate } from "@/lib/kernel/dates";
import type { EligibilityFacts, OfferFacts } from "./facts";
import type { RuleCode, RuleOf } from "./rule";
import type { StatementCode } from "./statements";

/**
 * met; not_yet (a step or time meets it); never (nothing the school does meets it, such as its phase);
 * to_confirm (no record says, so the school says so when it applies).
 */
export type ConditionState = "met" | "not_yet" | "never" | "to_confirm";

export interface Condition {
  readonly code: RuleCode | "in_window" | "by_referral";
  readonly state: ConditionState;
  /** Follows "Met:", "Not yet:", "Not met:" or "To confirm:". */
  readonly sentence: string;
  /** The school's own value, never another's. */
  readonly evidence?: string;
  readonly route?: Route;
  /** What the school can tell us to settle it. */
  readonly asks?: StatementCode;
}

/** How a condition comes to be met. */
export interface Route {
  /** One sentence: "Apply for Sustaining first: applications open on Monday 1 March 2027". */
  readonly sentence: string;
  readonly steps: readonly RouteStep[];
  /** The first academic year of this programme for which the condition would be met; nothing when nobody can say. */
  readonly metFor?: AcademicYear;
}

export interface RouteStep {
  /** When it happens; the day of asking for what can be done now. */
  readonly on: IsoDate;
  readonly text: string;
  /** Set for an application that can be made today. */
  readonly apply?: { readonly offerId: string; readonly programme: string; readonly name: string };
}

/** Second person for the school's own people, third for its hub. */
export type Voice = "you" | "school";

/** The words a sentence needs in either voice. */
export interface Words {
  readonly are: string;
  readonly have: string;
  readonly teach: string;
  readonly told: string;
  readonly your: string;
  readonly You: string;
}

export const voices: Record<Voice, Words> = {
  you: {
    are: "you are",
    have: "you have",
    teach: "you teach",
    told: "You told us",
    your: "your",
    You: "You",
  },
  school: {
    are: "the school is",
    have: "the school has",
    teach: "the school teaches",
    told: "The school told us",
    your: "the school's",
    You: "The school",
  },
};

/** The way through another programme: its next offer and whether it can be applied for. */
export interface WayThrough {
  readonly sentence: string;
  readonly steps: readonly RouteStep[];
  /** The academic year in which that programme would be taken. */
  readonly year?: AcademicYear;
}

/** Everything a condition may look at. `through` looks for the way into another programme. */
export interface World {
  readonly facts: EligibilityFacts;
  readonly offer: OfferFacts;
  readonly words: Words;
  readonly nameOf: (programme: string) => string;
  readonly through: (programme: string, theme?: string) => WayThrough;
}

/** What each rule says of a world. */
export type Judges<Codes extends RuleCode> = {
  readonly [Code in Codes]: (rule: RuleOf<Code>, world: World) => Condition;
};
