import { buildSizedProblem } from "./build-sized-problem";
import { countFullGroupsIn } from "./count-full-groups-in";
import type { ComponentStatus } from "./exact/place-with-minimum-sizes";
import { explainRun } from "./explain-run";
import { hashMatchInput } from "./input-hash";
import { buildInstance, type Instance } from "./instance";
import { leadGroups } from "./lead-groups";
import { leadUnledPlacement } from "./lead-placement";
import { objectiveOf } from "./match";
import type { MatchInput } from "./match-input";
import type { GroupState, SizedGroupResult, SizedOutcome } from "./match-outcome";
import { placeSized } from "./place-sized";
import type { PricedPlacement } from "./polish-placement";
import { proposeForRun } from "./propose-for-run";
import { runningPlacement } from "./running-instance";
import { canonicalise } from "./solver/canonical";
import { type Certificate, certify } from "./solver/certificate";
import { whyNotMatch } from "./why-not-match";

export interface SizeSettings {
  /** Simplex iterations of the exact solver for each component: an amount of work, so that speed has no part in the result. */
  readonly work: number;
}

/** Far beyond what a run may last, so that no clock ends a proof: a run that lasted so long has been given up before. */
const NO_TIME_LIMIT = 86_400;

/**
 * Places applications in groups of enough schools or none: fewest waiting in tier 0, then 1, …, then least cost. The
 * same input and settings give the same bytes. Throws a sentence for an input that contradicts itself, and when the
 * result does not prove itself or the exact solver broke down.
 */
export async function matchSized(input: MatchInput, settings: SizeSettings): Promise<SizedOutcome> {
  const { instance, placement, components } = await placeToMatch(input, settings);
  const leads = input.leads && leadGroups(instance, placement.groupOf);
  return {
    inputHash: hashMatchInput(input),
    objective: objectiveOf(instance, placement.groupOf),
    certificate: proveSized(instance, placement),
    results: explainRun(instance, placement),
    groups: groupResults(instance, placement),
    components,
    leads,
    proposals: input.norm && proposeForRun(instance, placement.groupOf, { led: leads?.results ?? [] }),
  };
}

export interface Matched {
  readonly instance: Instance;
  readonly placement: PricedPlacement;
  readonly components: readonly ComponentStatus[];
}

/** The placement of `matchSized`, before anything is said of it. Throws as that does, but for the proof. */
export async function placeToMatch(input: MatchInput, { work }: SizeSettings): Promise<Matched> {
  const wrong = whyNotMatch(input);
  if (wrong) throw new Error(wrong);
  const instance = buildInstance(input);
  const { placement: found } = await placeSized(instance, { work, timeLimit: NO_TIME_LIMIT });
  if (found.faults.length > 0) throw new Error(`The exact solver broke down: ${found.faults.join("; ")}`);
  const { minimum } = buildSizedProblem(instance);
  const settled = settle(instance, countFullGroupsIn(instance, { ...found, minimum }));
  return { instance, placement: suitLeads(instance, settled), components: found.components };
}

/**
 * Decides between placements that are equally good for the groups that run, as `match` does. Where that would leave a
 * group without the schools it needs, the one that was searched stands.
 */
function settle(instance: Instance, placement: PricedPlacement): PricedPlacement {
  if (Array.from(placement.price).some((points) => points < 0)) return placement;
  const running = runningPlacement(instance, placement);
  canonicalise(running);
  const groupOf = running.toGroups();
  const isEnough = sizesOf(instance, groupOf).every(
    (size, group) => placement.runs[group] !== 1 || size >= (placement.minimum[group] ?? 0),
  );
  return isEnough ? { ...placement, groupOf, price: running.price } : placement;
}

/** Of placements that are equally good, the one that suits the leads of the groups best: it stays proved by the same prices. */
function suitLeads(instance: Instance, placement: PricedPlacement): PricedPlacement {
  if (!instance.input.suitsLeads) return placement;
  return { ...placement, groupOf: leadUnledPlacement(instance, placement).groupOf };
}

export function proveSized({ problem, pairs }: Instance, placement: PricedPlacement): Certificate {
  const { minimum, waitingWeight } = placement;
  const certificate = certify({ capacity: problem.capacity, minimum, waitingWeight, pairs }, placement);
  if (!certificate.proved) throw new Error(`The result is not proved: ${JSON.stringify(certificate)}`);
  return certificate;
}

function sizesOf({ groups }: Instance, groupOf: ArrayLike<number>): number[] {
  const sizes = groups.map(() => 0);
  for (const group of Array.from(groupOf)) if (group >= 0) sizes[group] = (sizes[group] ?? 0) + 1;
  return sizes;
}

export function groupResults(
  instance: Instance,
  { groupOf, price, runs, minimum: least }: PricedPlacement,
): SizedGroupResult[] {
  const sizes = sizesOf(instance, groupOf);
  return instance.groups.map(({ id, capacity, held, minimum = 0, keptOpen = false }, index) => {
    const placed = sizes[index] ?? 0;
    const isEnough = held + placed >= minimum;
    const runsAnyway = keptOpen || (runs[index] === 1 && least[index] === 0);
    const state: GroupState = isEnough ? "runs" : runsAnyway ? "kept_open" : "does_not_run";
    if (state === "does_not_run" && runs[index] === 1)
      throw new Error(`Group ${id} runs with too few schools.`);
    return { group: id, placed, capacity, price: price[index] ?? 0, state };
  });
}
