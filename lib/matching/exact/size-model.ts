import { incomingArcs } from "../solver/incoming";
import { WAITING } from "../solver/placement";
import type { SizedProblem } from "../solver/sized-problem";
import type { Reduction } from "../solver/worth-reduction";
import { type MipModel, MipModelBuilder } from "./mip-model";

/** Limits of people beside those of schools. */
export interface PeopleLimits {
  /** People each application brings. */
  readonly participants: ArrayLike<number>;
  /** People each group can take; Infinity where it has no limit. */
  readonly most: ArrayLike<number>;
}

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
  readonly people?: PeopleLimits;
}

export interface SizeModel {
  readonly model: MipModel;
  /** The groups that run in a solution. */
  readonly openIn: (values: Float64Array) => Uint8Array;
  /** How many schools each group has in a solution. */
  readonly sizesIn: (values: Float64Array) => Int32Array;
  /** How many wait by tier in a best solution. */
  readonly waitingIn: (values: Float64Array) => number[];
}

/**
 * Minimum group sizes as a mixed-integer problem (model.md section 2.4): who is where may be a fraction, whether a group
 * runs may not. That nobody is in a group that does not run is said pair by pair, which keeps the relaxation tight. Who is
 * in a group with a limit of people may not be a fraction either.
 */
export function buildSizeModel(input: SizeModelInput): SizeModel {
  const { problem, reduction, people } = input;
  const builder = new MipModelBuilder();
  const { columnOfArc, waiting } = addApplications(builder, input);
  const columnOfGroup = addGroups(builder, input, columnOfArc);
  if (people) addPeople(builder, { problem, people }, columnOfArc);
  const at = (values: Float64Array, column: number) => (column < 0 ? 0 : (values[column] ?? 0));
  const runsIn = (values: Float64Array, group: number, column: number) =>
    (column < 0 ? (reduction.mustRun[group] ?? 0) : at(values, column)) > 0.5;
  return {
    model: builder.build(input.work),
    openIn: (values) =>
      Uint8Array.from(columnOfGroup, (column, group) => (runsIn(values, group, column) ? 1 : 0)),
    sizesIn: (values) => sizesOf(problem, (arc) => at(values, columnOfArc[arc] as number)),
    waitingIn: (values) =>
      Array.from({ length: problem.tiers }, (_, tier) =>
        Math.round((waiting[tier] ?? []).reduce((sum, column) => sum + at(values, column), 0)),
      ),
  };
}

function sizesOf({ groups, arcGroup }: SizedProblem, share: (arc: number) => number): Int32Array {
  const sizes = new Float64Array(groups);
  arcGroup.forEach((group, arc) => {
    sizes[group] = (sizes[group] as number) + share(arc);
  });
  return Int32Array.from(sizes, Math.round);
}

/** Every application on one arc or waiting; and no more waiting in a tier than there may be. */
function addApplications(
  builder: MipModelBuilder,
  { problem, reduction, arcOf, goal, people }: SizeModelInput,
): { columnOfArc: Int32Array; waiting: number[][] } {
  const columnOfArc = new Int32Array(problem.arcGroup.length).fill(-1);
  const waiting: number[][] = [];
  for (let a = 0; a < problem.applications; a++) {
    const columns: number[] = [];
    for (let arc = problem.firstArc[a] as number; arc < (problem.firstArc[a + 1] as number); arc++) {
      if (reduction.arcs[arc] === 0) continue;
      const cost = "cost" in goal ? (problem.arcCost[arc] as number) : 0;
      const whole = Number.isFinite(
        people?.most[problem.arcGroup[arc] as number] ?? Number.POSITIVE_INFINITY,
      );
      const column = builder.addColumn({ cost, whole, start: arcOf[a] === arc ? 1 : 0 });
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
  return { columnOfArc, waiting };
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

/** No more people in a group than it can take. */
function addPeople(
  builder: MipModelBuilder,
  {
    problem,
    people: { participants, most },
  }: Pick<SizeModelInput, "problem"> & { readonly people: PeopleLimits },
  columnOfArc: Int32Array,
): void {
  const { first, arc: arcs, applicationOfArc } = incomingArcs(problem);
  for (let group = 0; group < problem.groups; group++) {
    const upper = most[group] as number;
    if (!Number.isFinite(upper)) continue;
    const used = Array.from(arcs.subarray(first[group], first[group + 1])).filter(
      (arc) => (columnOfArc[arc] as number) >= 0,
    );
    const columns = used.map((arc) => columnOfArc[arc] as number);
    const values = used.map((arc) => participants[applicationOfArc[arc] as number] as number);
    builder.addRow({ columns, values, lower: 0, upper });
  }
}
