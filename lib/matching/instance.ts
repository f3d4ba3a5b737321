import { Candidates } from "./candidates";
import { costTerms, isEligible, type Pair, totalOf } from "./cost";
import type { MatchApplication, MatchGroup, MatchInput } from "./match-input";
import { compareText } from "./order";
import { buildProblem, type Problem } from "./solver/problem";
import { waitingWeights } from "./solver/weights";

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
  const pairs = pairsOf(input, { applications, groups, candidates });
  const tier = applications.map((application) => application.tier);
  const tiers = tier.reduce((most, t) => Math.max(most, t + 1), 3);
  const waitingWeight = weightsOf(applications, { tier, tiers, pairs });
  const capacity = groups.map((group) => group.capacity);
  const problem = buildProblem({ applications: applications.length, capacity, pairs, waitingWeight });
  return { input, applications, groups, tier, tiers, candidates, pairs, problem };
}

function pairsOf(
  { policy }: MatchInput,
  { applications, groups, candidates }: Pick<Instance, "applications" | "groups" | "candidates">,
): IndexedPairs {
  const pairs: IndexedPairs = { application: [], group: [], cost: [] };
  const indexOf = new Map(groups.map((group, index) => [group.id, index]));
  applications.forEach((application, index) => {
    for (const pair of openPairs(application, { groups, candidates, indexOf })) {
      pairs.application.push(index);
      pairs.group.push(indexOf.get(pair.group.id) ?? -1);
      pairs.cost.push(totalOf(costTerms(pair, policy)));
    }
  });
  return pairs;
}

/** The eligible pairs of an application; of one that is pinned, only the pair it is pinned to. */
function openPairs(
  application: MatchApplication,
  { groups, candidates, indexOf }: Pick<Instance, "groups" | "candidates"> & { indexOf: Map<string, number> },
): Pair[] {
  if (application.pinnedGroup === null) return candidates.of(application).filter(isEligible);
  const group = groups[indexOf.get(application.pinnedGroup) ?? -1];
  if (!group) throw new Error(`Application ${application.id} is pinned to an unknown group.`);
  return [candidates.pairWith(application, group)];
}

function weightsOf(
  applications: readonly MatchApplication[],
  { tier, tiers, pairs }: Pick<Instance, "tier" | "tiers" | "pairs">,
): Float64Array {
  const largestCost = pairs.cost.reduce((most, cost) => Math.max(most, cost), 0);
  const weights = waitingWeights({ tier, tiers, largestCost });
  return weights.map((weight, index) =>
    applications[index]?.pinnedGroup === null ? weight : Number.POSITIVE_INFINITY,
  );
}
