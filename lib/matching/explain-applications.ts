import { compareText } from "./compare-text";
import { costTerms, isEligible, type Obstacle, obstaclesOf, totalOf } from "./cost";
import { findCounterfactual, type Prober } from "./counterfactual";
import { type Instance, isDecided } from "./instance";
import type { MatchApplication } from "./match-input";
import type {
  AllFullResult,
  ApplicationResult,
  NothingEligibleResult,
  PlacedResult,
  RuleCount,
  TooManyMovesResult,
} from "./match-outcome";
import {
  type Closure,
  closureOf,
  distanceFromPlace,
  type PassedOver,
  passedOver,
  waitingPositions,
} from "./solver/explain";
import { ForwardSearch } from "./solver/forward-search";
import type { Placement } from "./solver/placement";

const CHEAPER_GROUPS_TOLD = 3;
/** Stands before every tier: a person has decided, and priorities do not undo it. */
const DECIDED = -1;

/** A placement with what can be asked of it. */
export interface Explainer extends Prober {
  readonly placement: Placement;
  /** The groups that are cheaper for a placed application, the cheapest first. */
  passedOver(index: number): PassedOver[];
}

/** Asks the searches that placed everybody. */
export function explainerOf(placement: Placement): Explainer {
  const search = new ForwardSearch(placement);
  return {
    placement,
    probe: (options) => search.probe(options),
    passedOver: (index) => passedOver(placement, search, index),
  };
}

/** What is said of every application, or of `whom`, from the placement and its prices alone (model.md section 5); in order of id. */
export function explainApplications(
  instance: Instance,
  explainer: Explainer,
  whom: Iterable<number> = instance.applications.keys(),
): ApplicationResult[] {
  const { placement } = explainer;
  const asked = [...whom];
  const anyWaits = asked.some((index) => placement.groupOf(index) < 0);
  const closures = anyWaits ? closuresOfWaiting(instance, placement) : new Map<number, Closure>();
  const positions = waitingPositions(placement, closures);
  return asked
    .map((index) => {
      const closure = closures.get(index);
      if (placement.groupOf(index) >= 0) return placed(instance, explainer, index);
      const wouldBePlaced = findCounterfactual(instance, explainer, index);
      if (!closure) return { ...nothingEligible(instance, index), wouldBePlaced };
      const position = positions[index] ?? 0;
      return { ...competed(instance, { index, closure, position, placement }), wouldBePlaced };
    })
    .sort((x, y) => compareText(x.application, y.application));
}

/** The closures of those who wait although a group is open to them. */
function closuresOfWaiting(instance: Instance, placement: Placement): Map<number, Closure> {
  const { problem, applications } = instance;
  const closures = new Map<number, Closure>();
  const tier = applications.map((application) => (isDecided(application) ? DECIDED : application.tier));
  for (let index = 0; index < problem.applications; index++) {
    if (placement.groupOf(index) >= 0 || optionsOf(problem.firstArc, index) === 0) continue;
    closures.set(index, closureOf(placement, index, tier));
  }
  return closures;
}

function optionsOf(firstArc: Int32Array, index: number): number {
  return (firstArc[index + 1] ?? 0) - (firstArc[index] ?? 0);
}

function placed(instance: Instance, explainer: Explainer, index: number): PlacedResult {
  const { applications, groups, candidates, input, problem } = instance;
  const application = applications[index];
  const group = groups[explainer.placement.groupOf(index)];
  if (!application || !group)
    throw new Error(`Application ${index} is placed in a group that does not exist.`);
  const terms = costTerms(candidates.pairWith(application, group), input.policy);
  const isPinned = application.pinnedGroup !== null;
  const open = isPinned ? candidates.of(application).filter(isEligible).length : 0;
  return {
    ...identity(application, isPinned ? Math.max(1, open) : optionsOf(problem.firstArc, index)),
    reason: "placed",
    group: group.id,
    cost: totalOf(terms),
    terms,
    pinned: isPinned,
    movedFrom: application.confirmedGroup === group.id ? null : application.confirmedGroup,
    passedOver: explainer
      .passedOver(index)
      .slice(0, CHEAPER_GROUPS_TOLD)
      .map(({ group: other, saving, loss }) => ({
        group: groups[other]?.id ?? "",
        saving,
        loss: Number.isFinite(loss) ? loss : null,
      })),
  };
}

/** A waiting result before it is known what would change it. */
type Unchanged<Result extends ApplicationResult> = Omit<Result, "wouldBePlaced">;

function identity({ id, tier }: MatchApplication, options: number) {
  return { application: id, tier, options };
}

function nothingEligible(
  { applications, candidates }: Instance,
  index: number,
): Unchanged<NothingEligibleResult> {
  const application = applications[index];
  if (!application) throw new Error(`There is no application ${index}.`);
  const pairs = candidates.of(application);
  return {
    ...identity(application, 0),
    reason: "nothing_eligible",
    looked: pairs.length,
    removedBy: countRules(pairs.map(obstaclesOf)),
  };
}

/** Counts each group under its first obstacle; ties keep the order in which the rules are told. */
function countRules(obstacles: readonly Obstacle[][]): RuleCount[] {
  const counts = new Map<Obstacle, { groups: number; alone: number }>();
  for (const [first, ...others] of obstacles) {
    if (!first) continue;
    const count = counts.get(first) ?? { groups: 0, alone: 0 };
    count.groups++;
    if (others.length === 0) count.alone++;
    counts.set(first, count);
  }
  return [...counts]
    .map(([obstacle, count]) => ({ obstacle, ...count }))
    .sort((x, y) => y.groups - x.groups || compareText(x.obstacle, y.obstacle));
}

interface Waiting {
  readonly index: number;
  readonly closure: Closure;
  readonly position: number;
  readonly placement: Placement;
}

/** Waiting although a group is open to it. Without confirmed places everything it could reach has to be full. */
function competed(
  { applications, groups, problem }: Instance,
  { index, closure, position, placement }: Waiting,
): Unchanged<AllFullResult> | Unchanged<TooManyMovesResult> {
  const application = applications[index];
  if (!application) throw new Error(`There is no application ${index}.`);
  const known = {
    ...identity(application, optionsOf(problem.firstArc, index)),
    position,
    distance: distanceFromPlace(placement, index),
  };
  if (closure.free === 0 && closure.worstTier <= application.tier) {
    const { places, worstTier } = closure;
    const held = closure.groups.reduce((sum, group) => sum + (groups[group]?.held ?? 0), 0);
    const byHand = countPinned(applications, new Set(closure.groups.map((group) => groups[group]?.id)));
    const reach = {
      groups: closure.groups.length,
      places,
      held,
      worstTier,
      ...(byHand > 0 ? { byHand } : {}),
    };
    return { ...known, reason: "all_full", reach };
  }
  if (applications.some(({ confirmedGroup }) => confirmedGroup !== null))
    return { ...known, reason: "too_many_moves" };
  throw new Error(
    `Application ${application.id} waits although a place or a lower priority is within its reach.`,
  );
}

function countPinned(
  applications: readonly MatchApplication[],
  groups: ReadonlySet<string | undefined>,
): number {
  return applications.filter(({ pinnedGroup }) => pinnedGroup !== null && groups.has(pinnedGroup)).length;
}
