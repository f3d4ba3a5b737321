import { incomingArcs } from "../solver/incoming";
import { WAITING } from "../solver/placement";
import type { SizedProblem } from "../solver/sized-problem";
import type { Reduction } from "../solver/worth-reduction";
import { type MipModel, MipModelBuilder } from "./mip-model";

export interface SizeModelInput {
  readonly problem: SizedProblem;
  /** What may be used and what has to be. */
  readonly reduction: Reduction;
  /** The placement to begin with: an arc or WAITING for every application. */
  readonly arcOf: Int32Array;
  /** "cost": least cost with no more waiting in any tier. "waiting": fewest waiting by these weights of the tiers, whatever it costs. */
  readonly goal: { readonly cost: readonly number[] } | { readonly waiting: readonly number[] };
  /** Simplex iterations after which the exact solver stops. */
  readonly work: number;
}

export interface SizeModel {
  readonly model: MipModel;
  /** The groups that run in a solution. */
  readonly openIn: (values: Float64Array) => Uint8Array;
}

/**
 * Minimum group sizes as a mixed-integer problem (model.md section 2.4): who is where may be a fraction, whether a group
 * runs may not. That nobody is in a group that does not run is said pair by pair, which keeps the relaxation tight.
 */
export function buildSizeModel(input: SizeModelInput): SizeModel {
  const builder = new MipModelBuilder();
  const columnOfArc = addApplications(builder, input);
  const columnOfGroup = addGroups(builder, input, columnOfArc);
  const openIn = (values: Float64Array) =>
    columnOfGroup.map((column, g) =>
      (column < 0 ? (input.reduction.mustRun[g] ?? 0) : (values[column] ?? 0)) > 0.5 ? 1 : 0,
    );
  return { model: builder.build(input.work), openIn: (values) => Uint8Array.from(openIn(values)) };
}

/** Every application on one arc or waiting; and no more waiting in a tier than there may be. */
function addApplications(
  builder: MipModelBuilder,
  { problem, reduction, arcOf, goal }: SizeModelInput,
): Int32Array {
  const columnOfArc = new Int32Array(problem.arcGroup.length).fill(-1);
  const waiting: number[][] = [];
  for (let a = 0; a < problem.applications; a++) {
    const columns: number[] = [];
    for (let arc = problem.firstArc[a] as number; arc < (problem.firstArc[a + 1] as number); arc++) {
      if (reduction.arcs[arc] === 0) continue;
      const cost = "cost" in goal ? (problem.arcCost[arc] as number) : 0;
      const column = builder.addColumn({ cost, start: arcOf[a] === arc ? 1 : 0 });
      columnOfArc[arc] = column;
      columns.push(column);
    }
    const tier = problem.tier[a] as number;
    if (
      problem.waitingWeight[a] !== Number.POSITIVE_INFINITY &&
      ("waiting" in goal || (goal.cost[tier] ?? 0) > 0)
    ) {
      const cost = "waiting" in goal ? (goal.waiting[tier] ?? 0) : 0;
      const column = builder.addColumn({ cost, start: arcOf[a] === WAITING ? 1 : 0 });
      waiting[tier] = [...(waiting[tier] ?? []), column];
      columns.push(column);
    }
    builder.addRow({ columns, lower: 1, upper: 1 });
  }
  if ("cost" in goal)
    waiting.forEach((columns, tier) => {
      builder.addRow({ columns, lower: 0, upper: goal.cost[tier] ?? 0 });
    });
  return columnOfArc;
}

/** Answers the column of each group that may or may not run, -1 for the others. */
function addGroups(
  builder: MipModelBuilder,
  { problem, reduction, arcOf }: SizeModelInput,
  columnOfArc: Int32Array,
): number[] {
  const incoming = incomingArcs(problem);
  const used = new Set(Array.from(arcOf, (arc) => (arc < 0 ? -1 : problem.arcGroup[arc])));
  return Array.from({ length: problem.groups }, (_, group) => {
    const arcs = incoming.arc.subarray(incoming.first[group], incoming.first[group + 1]);
    const columns = Array.from(arcs, (arc) => columnOfArc[arc] as number).filter((column) => column >= 0);
    const least = problem.minimum[group] as number;
    const most = problem.capacity[group] as number;
    if (reduction.mayRun[group] === 0) return -1;
    if (reduction.mustRun[group] === 1) {
      builder.addRow({ columns, lower: least, upper: most });
      return -1;
    }
    const runs = builder.addColumn({ cost: 0, whole: true, start: used.has(group) ? 1 : 0 });
    const ones = columns.map(() => 1);
    builder.addRow({
      columns: [...columns, runs],
      values: [...ones, -least],
      lower: 0,
      upper: Number.POSITIVE_INFINITY,
    });
    builder.addRow({
      columns: [...columns, runs],
      values: [...ones, -most],
      lower: Number.NEGATIVE_INFINITY,
      upper: 0,
    });
    for (const column of columns)
      builder.addRow({ columns: [column, runs], values: [1, -1], lower: Number.NEGATIVE_INFINITY, upper: 0 });
    return runs;
  });
}
