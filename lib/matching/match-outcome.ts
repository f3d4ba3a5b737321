import type { CostTerms, Obstacle } from "./cost";
import type { Counterfactual } from "./counterfactual";
import type { ComponentStatus } from "./exact/place-with-minimum-sizes";
import type { LeadObstacle } from "./lead-rules";
import type { GroupProposal } from "./propose-groups";
import type { Certificate } from "./solver/certificate";
import type { UnitCertificate } from "./solver/certify-units";

/** What a match run found: JSON, the same bytes for the same input. */
export interface MatchOutcome {
  readonly inputHash: string;
  /** Waiting applications by tier, then the cost of those placed in points. */
  readonly objective: { readonly waiting: readonly number[]; readonly cost: number };
  readonly certificate: Certificate;
  /** In order of application id. */
  readonly results: readonly ApplicationResult[];
  /** In order of group id. */
  readonly groups: readonly GroupResult[];
}

export interface GroupResult {
  readonly group: string;
  readonly placed: number;
  readonly capacity: number;
  /** What one more place would be worth, in points; above the cost of any journey when it would end somebody's waiting. */
  readonly price: number;
}

/** As above, where groups run with enough schools or not at all. */
export interface SizedOutcome extends Omit<MatchOutcome, "results" | "groups"> {
  readonly results: readonly SizedApplicationResult[];
  readonly groups: readonly SizedGroupResult[];
  /** Whether another choice of groups to run could be better, for each set of schools and groups that have to do with each other. */
  readonly components: readonly ComponentStatus[];
  /** Leads for groups that have none; absent where no leads were looked for. */
  readonly leads?: LeadsOutcome;
  /** New groups for schools that wait; absent where none were looked for. */
  readonly proposals?: readonly GroupProposal[];
}

export interface LeadsOutcome {
  /** In order of group id. */
  readonly results: readonly LeadResult[];
  /** Schools in groups for which nobody was found, and the cost of the others in points. */
  readonly schoolsUnled: number;
  readonly cost: number;
  readonly certificate: UnitCertificate;
}

/** Who would lead a group that runs and has no lead, and why. */
export interface LeadResult {
  readonly group: string;
  /** null: nobody. */
  readonly lead: string | null;
  /** People who lead for the hub, and those of them who could lead this group. */
  readonly people: number;
  readonly options: number;
  /** Of those who could: people who would cost less here, or anybody where nobody is given, who all lead other groups. */
  readonly ledElsewhere: number;
  /** Of the others, under the first rule that keeps each out, the rule that keeps out most first. */
  readonly removedBy: readonly { readonly obstacle: LeadObstacle; readonly people: number }[];
  /** Tenths of a kilometre; null online, and when nobody leads. */
  readonly travel: number | null;
  /** Schools of the group that this person led last year. */
  readonly ledBefore: number;
}

/** `kept_open`: it runs with fewer schools than it needs, as a person has decided so or schools have been given places there. */
export type GroupState = "runs" | "kept_open" | "does_not_run";

export interface SizedGroupResult extends GroupResult {
  readonly state: GroupState;
}

/** Parts of a result of somebody who waits. */
interface WaitingResult extends ResultOfAny {
  /** Looser wishes under which it would be placed now; null when only another group or place would help. */
  readonly wouldBePlaced: Counterfactual | null;
  /** A full group in which one more place would place it, be it there or by the moves of others; null where none would. */
  readonly onePlaceMore?: { readonly group: string } | null;
  /** A new group that would place it; null where none was found. Neither is given in runs from before this was asked. */
  readonly oneGroupMore?: OneGroupMore | null;
}

export interface OneGroupMore {
  readonly hub: string;
  /** At this school's place; of an online group, the school it was thought of for. */
  readonly venueSchool: string;
  readonly weekday: number;
  readonly online: boolean;
  /** Schools it would have; and those it needs: where it would have fewer, the hub has to hold it open. null: nothing says how many it needs. */
  readonly schools: number;
  readonly needed: number | null;
}

export type ApplicationResult = PlacedResult | NothingEligibleResult | AllFullResult | TooManyMovesResult;

/** As above, where groups run with enough schools or not at all. */
export type SizedApplicationResult = ApplicationResult | GroupNotViableResult;

interface ResultOfAny {
  readonly application: string;
  readonly tier: number;
  /** How many groups it could be placed in. */
  readonly options: number;
}

export interface PlacedResult extends ResultOfAny {
  readonly reason: "placed";
  readonly group: string;
  /** Points; 10 = 1 km. */
  readonly cost: number;
  readonly terms: CostTerms;
  readonly pinned: boolean;
  /** The group in which it had a confirmed place, when it is another one. */
  readonly movedFrom: string | null;
  /** Up to three groups that would have cost it less, the cheapest first. */
  readonly passedOver: readonly PassedOverResult[];
}

export interface PassedOverResult {
  readonly group: string;
  /** Points the school would have saved. */
  readonly saving: number;
  /** Points by which the total of all schools would have been higher; null when all places there are pinned. */
  readonly loss: number | null;
}

export interface NothingEligibleResult extends WaitingResult {
  readonly reason: "nothing_eligible";
  /** Groups of the offer in the school's hub and its neighbours. */
  readonly looked: number;
  /** The rules that keep it out, the one that removes most groups first. */
  readonly removedBy: readonly RuleCount[];
}

export interface RuleCount {
  readonly obstacle: Obstacle;
  /** Groups the rule removes, the first rule of each group counted. */
  readonly groups: number;
  /** Groups that nothing but this rule removes. */
  readonly alone: number;
}

export interface AllFullResult extends WaitingResult {
  readonly reason: "all_full";
  /**
   * Groups it could come into, directly or if the schools there moved to their other groups, with the places that were
   * free there: all filled. `held` places were taken before; `worstTier` is -1 when no other place was filled by priority.
   * `byHand`: those of `places` that a person gave, whatever the priority; not given where there is none.
   */
  readonly reach: {
    readonly groups: number;
    readonly places: number;
    readonly held: number;
    readonly worstTier: number;
    readonly byHand?: number;
  };
  /** Rank among those waiting for these groups, 1 for the next. */
  readonly position: number;
  /** Points it is from a place: how much cheaper its cheapest group would have to become. */
  readonly distance: number;
}

/** All groups that would be open do not run, as that is better for all together or not enough schools could come. */
export interface GroupNotViableResult extends WaitingResult {
  readonly reason: "group_not_viable";
  /** Up to three of them, the one that suits best first. */
  readonly groups: readonly UnviableGroup[];
  /** The first of its groups in which it would be placed if that could run with so few schools; null when there is none. */
  readonly smallerGroup: { readonly group: string; readonly schools: number } | null;
}

export interface UnviableGroup {
  readonly group: string;
  /** Schools it needs, and those it is open to. */
  readonly minimum: number;
  readonly couldCome: number;
  /** What would change for all together if it ran, found by letting it run; null when that cannot be. */
  readonly ifItRan: { readonly waiting: readonly number[]; readonly cost: number } | null;
}

/** A place is within reach, but only if more confirmed schools moved than a place is worth by the policy. */
export interface TooManyMovesResult extends WaitingResult {
  readonly reason: "too_many_moves";
  readonly position: number;
  readonly distance: number;
}
