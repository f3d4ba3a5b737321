import { Candidates } from "./candidates";
import { compareText } from "./compare-text";
import { costTerms, isEligible, type Pair, totalOf } from "./cost";
import type { MatchApplication, MatchGroup, MatchInput } from "./match-input";
import { buildProblem, type Problem } from "./solver/problem";
import { waitingWeights } from "./solver/weights";

/** How many confirmed schools may move for one more place, at least; the weights of large runs allow more. */
const MOVES_WORTH_A_PLACE = 100;

/** Eligible pairs by index, with their cost in points. */
export interface IndexedPairs {
  readonly application: number[];
  readonly group: number[];
  readonly cost: number[];
}

/** A match input laid out for the solver: index i of the problem is element i of `applications` or `groups`. */
export interface Instance {
  readonly input: MatchInput;
  readonly applications: readonly MatchApplication[];
  readonly groups: readonly MatchGroup[];
  readonly tier: readonly number[];
  /** One more than the largest tier, at least 3. */
  readonly tiers: number;
  readonly candidates: Candidates;
  readonly pairs: IndexedPairs;
  readonly problem: Problem;
  /** The largest cost of a pair without the price of a move, and the least that a step between tiers weighs: points. */
  readonly largestCost: number;
  readonly smallestStep: number;
  /** -1 for an id that is not among the groups. */
  readonly indexOfGroup: (id: string) => number;
}

/**
 * Numbers applications by tier, precedence and id and groups by id, all compared by code unit, so that neither the
 * order of rows nor the language of the machine has a part in the result; then finds and prices the eligible pairs.
 */
export function buildInstance(input: MatchInput): Instance {
  const applications = input.applications.toSorted(
    (x, y) => x.tier - y.tier || compareText(x.precedence, y.precedence) || compareText(x.id, y.id),
  );
  const groups = input.groups.toSorted((x, y) => compareText(x.id, y.id));
  const candidates = new Candidates({ ...input, groups });
  const indexes = new Map(groups.map((group, index) => [group.id, index]));
  const indexOfGroup = (id: string) => indexes.get(id) ?? -1;
  const { pairs, largestCost } = pairsOf(input, { applications, groups, candidates, indexOfGroup });
  const tier = applications.map((application) => application.tier);
  const tiers = tier.reduce((most, t) => Math.max(most, t + 1), 3);
  const smallestStep = (MOVES_WORTH_A_PLACE / 2) * input.policy.move;
  const waitingWeight = weightsOf(applications, { tier, tiers, largestCost, smallestStep });
  const capacity = groups.map((group) => group.capacity);
  const problem = buildProblem({ applications: applications.length, capacity, pairs, waitingWeight });
  const weights = { largestCost, smallestStep };
  return { input, applications, groups, tier, tiers, candidates, pairs, problem, ...weights, indexOfGroup };
}

/** In order of application and group. `largestCost` leaves the price of a move out: that a move is dear is no reason to leave more schools waiting. */
function pairsOf(
  { policy }: MatchInput,
  {
    applications,
    groups,
    candidates,
    indexOfGroup,
  }: Pick<Instance, "applications" | "groups" | "candidates" | "indexOfGroup">,
): { pairs: IndexedPairs; largestCost: number } {
  const pairs: IndexedPairs = { application: [], group: [], cost: [] };
  let largestCost = 0;
  const groupById = (id: string) => groups[indexOfGroup(id)];
  applications.forEach((application, index) => {
    const open = openPairs(application, candidates, groupById).map((pair) => ({
      ...pair,
      index: indexOfGroup(pair.group.id),
    }));
    for (const pair of open.sort((x, y) => x.index - y.index)) {
      pairs.application.push(index);
      pairs.group.push(pair.index);
      const terms = costTerms(pair, policy);
      pairs.cost.push(totalOf(terms));
      largestCost = Math.max(largestCost, totalOf(terms) - terms.move);
    }
  });
  return { pairs, largestCost };
}

/**
 * The eligible pairs of an application. A person's decision stands above the rules: of one that is pinned, only the
 * pair it is pinned to; of one with a confirmed place, that pair too.
 */
function openPairs(
  application: MatchApplication,
  candidates: Candidates,
  groupById: (id: string) => MatchGroup | undefined,
): Pair[] {
  const { id, pinnedGroup, confirmedGroup } = application;
  const decided = pinnedGroup ?? confirmedGroup;
  const eligible = pinnedGroup === null ? candidates.of(application).filter(isEligible) : [];
  if (decided === null || eligible.some(({ group }) => group.id === decided)) return eligible;
  const group = groupById(decided);
  if (!group) throw new Error(`Application ${id} is pinned to or confirmed in an unknown group.`);
  return [candidates.pairWith(application, group), ...eligible];
}

/** Whoever is pinned or confirmed has to be placed. A place in the last tier is worth at least MOVES_WORTH_A_PLACE moves. */
function weightsOf(
  applications: readonly MatchApplication[],
  {
    tier,
    tiers,
    largestCost,
    smallestStep,
  }: Pick<Instance, "tier" | "tiers" | "largestCost" | "smallestStep">,
): Float64Array {
  const weights = waitingWeights({ tier, tiers, largestCost, smallestStep });
  return weights.map((weight, index) => (isDecided(applications[index]) ? Number.POSITIVE_INFINITY : weight));
}

/** Whether a person has given the application a place already. */
export function isDecided(application: MatchApplication | undefined): boolean {
  return (
    application !== undefined && (application.pinnedGroup !== null || application.confirmedGroup !== null)
  );
}
