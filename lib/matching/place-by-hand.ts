import { buildSizedProblem } from "./build-sized-problem";
import { type HandChange, withHandChanges } from "./hand-change";
import { buildInstance, type Instance } from "./instance";
import type { MatchGroup, MatchInput } from "./match-input";
import type { SizedOutcome } from "./match-outcome";
import { type Preference, type PricedPlacement, polishPlacement } from "./polish-placement";
import { searchSizes } from "./solver/find-open-groups";
import { SizedFlow } from "./solver/sized-flow";

/** What a run found before anybody changed it: its groups and who is in them. */
export type FoundByRun = Pick<SizedOutcome, "results" | "groups">;

export interface PlacedByHand {
  readonly instance: Instance;
  readonly placement: PricedPlacement;
}

/**
 * The best placement that keeps to what was decided by hand, with the groups that the run lets run, each with as many
 * schools as it needs; of equally good ones, the one that leaves most schools where the run had them. Where these groups
 * could not all have enough schools, which groups run is searched anew around the decisions. Undefined when a group would
 * have too few schools all the same, or too many are put in it. The same run and changes give the same placement.
 */
export function placeByHand(
  input: MatchInput,
  changes: readonly HandChange[],
  found: FoundByRun,
): PlacedByHand | undefined {
  const instance = buildInstance(withHandChanges(input, changes));
  if (!instance.groups.every((group) => putIn(instance, group) <= group.capacity)) return undefined;
  return (
    placeIn(instance, runningOf(instance, found), found) ?? placeIn(instance, searchGroups(instance), found)
  );
}

function putIn({ applications }: Instance, { id }: MatchGroup): number {
  return applications.filter(({ pinnedGroup }) => pinnedGroup === id).length;
}

function placeIn(instance: Instance, runs: Uint8Array, found: FoundByRun): PlacedByHand | undefined {
  const minimum = minimumsOf(instance);
  const flow = solve(instance, runs, minimum);
  if (!flow) return undefined;
  const { state } = flow;
  const { waitingWeight } = instance.problem;
  const groupOf = Int32Array.from(state.arcOf, (_, application) => state.groupOf(application));
  const price = Float64Array.from(state.price, (points, group) => (runs[group] === 1 ? points : 0));
  const placement = { groupOf, price, waitingWeight, minimum, runs };
  const calm = polishPlacement(instance, placement, new AsFound(instance, found));
  return { instance, placement: { ...placement, groupOf: calm ?? groupOf } };
}

/** 1 for each group that the run lets run. */
function runningOf({ groups }: Instance, found: FoundByRun): Uint8Array {
  const idle = new Set(
    found.groups.filter(({ state }) => state === "does_not_run").map(({ group }) => group),
  );
  return Uint8Array.from(groups, ({ id }) => (idle.has(id) ? 0 : 1));
}

/** The same searched anew. A full group has nothing to decide and runs; one in which a school is put runs whatever it costs. */
function searchGroups(instance: Instance): Uint8Array {
  const sized = buildSizedProblem(instance);
  const { runs } = searchSizes(sized);
  return runs.map((one, group) => (sized.capacity[group] === 0 && sized.minimum[group] === 0 ? 1 : one));
}

function minimumsOf({ groups }: Instance): Int32Array {
  return Int32Array.from(groups, ({ minimum: least = 0, held, keptOpen = false }) =>
    keptOpen ? 0 : Math.max(0, least - held),
  );
}

function solve({ problem }: Instance, runs: Uint8Array, minimum: Int32Array): SizedFlow | undefined {
  const flow = new SizedFlow(problem);
  const running = Array.from(runs.keys()).filter((group) => runs[group] === 1);
  for (const group of running) flow.open(group, 0);
  for (let a = 0; a < problem.applications; a++) if (!flow.insert(a)) return undefined;
  for (const group of running) if (!flow.require(group, minimum[group] ?? 0)) return undefined;
  return flow;
}

/** That schools stay where the run had them. */
class AsFound implements Preference {
  private readonly groupOf: readonly number[];

  constructor({ applications, indexOfGroup }: Instance, { results }: FoundByRun) {
    const found = new Map(
      results.map((result) => [result.application, result.reason === "placed" ? result.group : null]),
    );
    this.groupOf = applications.map(({ id }) => {
      const group = found.get(id);
      return group ? indexOfGroup(group) : -1;
    });
  }

  isOut(): boolean {
    return false;
  }

  costOf(application: number, group: number): number {
    return this.groupOf[application] === group ? 0 : 1;
  }

  waitingCost(application: number): number {
    return this.costOf(application, -1);
  }
}
