import { availableParallelism } from "node:os";
import { setImmediate } from "node:timers/promises";
import { type SizedComponent, type SplitInput, splitIntoComponents } from "../solver/sized-components";
import { MipPool } from "./mip-pool";
import { type ComponentResult, type Gap, type Proof, placeComponent } from "./size-component";

export interface SizeOptions {
  /** Seconds after which nothing more is proved or improved. The search itself is not cut short. */
  readonly timeLimit: number;
  /** Simplex iterations for each exact problem. */
  readonly work?: number;
}

/** How a connected component of the eligible pairs came out. */
export interface ComponentStatus {
  readonly applications: number;
  readonly groups: number;
  readonly proved: boolean;
  readonly proof: Proof | null;
  /** null when proved. */
  readonly gap: Gap | null;
}

export interface SizedPlacement {
  /** The group of every application, -1 = waiting. */
  readonly groupOf: Int32Array;
  /** 1 for each group that runs. */
  readonly runs: Uint8Array;
  /** Points; below 0 in a group that would otherwise have too few, 0 where a group does not run. */
  readonly price: Float64Array;
  /** What leaving each application waiting was weighed with. */
  readonly waitingWeight: Float64Array;
  readonly components: readonly ComponentStatus[];
  /** What went wrong in the exact solver; the components concerned are not proved. */
  readonly faults: readonly string[];
}

export const USUAL_WORK = 400_000;

/**
 * Places applications in groups of which each has as many schools as it needs, or does not run (model.md section 2.4):
 * fewest waiting in tier 0, then 1, …, then least cost. Each connected component of the pairs is searched by itself and
 * then proved or improved by HiGHS in threads.
 *
 * The search takes a fixed number of steps and the exact solver a fixed amount of work, so the placement is the same on
 * any machine, but for this: where the time limit ends a proof that would have found a better placement, the one that
 * was searched stands.
 */
export async function placeWithMinimumSizes(
  problem: SplitInput,
  options: SizeOptions,
): Promise<SizedPlacement> {
  const components = splitIntoComponents(problem);
  const pool = openPool(options);
  try {
    const results = await placeAll(components, pool, options);
    return joinResults(problem, components, { results, faults: pool.faults });
  } finally {
    pool.close();
  }
}

/** Threads for as long as there is time. */
export function openPool({ timeLimit }: SizeOptions): MipPool {
  const threads = Math.max(1, Math.min(4, availableParallelism()));
  return new MipPool({ threads, milliseconds: 1000 * timeLimit });
}

/** The small ones first, so that the exact solver has something to do while the large ones are searched. */
async function placeAll(
  components: readonly SizedComponent[],
  pool: MipPool,
  { work = USUAL_WORK }: SizeOptions,
): Promise<ComponentResult[]> {
  const results = new Array<Promise<ComponentResult>>(components.length);
  const order = components
    .map((_, index) => index)
    .sort((x, y) => sizeOf(components[x]) - sizeOf(components[y]) || x - y);
  for (const index of order) {
    const component = components[index];
    if (component) results[index] = placeComponent(component, { work, solve: (model) => pool.solve(model) });
    await setImmediate();
  }
  return Promise.all(results);
}

function sizeOf(component: SizedComponent | undefined): number {
  return component?.arcGroup.length ?? 0;
}

function joinResults(
  problem: SplitInput,
  components: readonly SizedComponent[],
  { results, faults }: { results: readonly ComponentResult[]; faults: readonly string[] },
): SizedPlacement {
  const groupOf = new Int32Array(problem.applications).fill(-1);
  const runs = new Uint8Array(problem.groups);
  const price = new Float64Array(problem.groups);
  const waitingWeight = problem.waitingWeight.slice();
  const statuses = components.map((component, index): ComponentStatus => {
    const { state, proof, gap } = results[index] as ComponentResult;
    component.applicationOf.forEach((application, a) => {
      const group = state.groupOf(a);
      groupOf[application] = group < 0 ? -1 : (component.groupOf[group] as number);
      waitingWeight[application] = component.waitingWeight[a] as number;
    });
    component.groupOf.forEach((group, g) => {
      runs[group] = state.isOpen(g) ? 1 : 0;
      price[group] = state.isOpen(g) ? (state.price[g] as number) : 0;
    });
    const { applications, groups } = component;
    return { applications, groups, proved: proof !== null, proof, gap };
  });
  return { groupOf, runs, price, waitingWeight, components: statuses, faults };
}
