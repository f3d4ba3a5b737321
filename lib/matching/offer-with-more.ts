import { mostOf } from "./cost";
import type { Idea, OfferRows, PricedIdea } from "./group-ideas";
import type { IndexedPairs, Instance } from "./instance";
import type { PricedPlacement } from "./polish-placement";
import { type Entry, type MoreInput, OneMore } from "./solver/one-more";
import { buildProblem, type Pairs } from "./solver/problem";
import type { SizedState } from "./solver/sized-state";
import { strictWeights } from "./solver/strict-weights";

/** An offer solved by itself in the groups that run, to be asked what one place or one group more would change. */
export class OfferWithMore {
  private readonly instance: Instance;
  private readonly minimum: ArrayLike<number>;
  private readonly rows: OfferRows;
  private readonly numberOf: ReadonlyMap<number, number>;
  private readonly running: IndexedPairs;
  private readonly waitingWeight: Float64Array;
  private readonly solved: OneMore;

  constructor(instance: Instance, { minimum }: PricedPlacement, rows: OfferRows) {
    this.instance = instance;
    this.minimum = minimum;
    this.rows = rows;
    this.numberOf = new Map(rows.applications.map((a, index) => [a, index]));
    this.running = runningPairs(instance, rows);
    this.waitingWeight = weightsOf(instance, rows);
    this.solved = new OneMore(this.layOut([]));
  }

  /** For each full group in which one more place is worth something, who of those who wait would come in. */
  withEachPlace(): { readonly group: number; readonly applications: readonly number[] }[] {
    return this.solved.dearGroups().map((group) => ({
      group: this.rows.groups[group] ?? -1,
      ...this.ask(this.rows.waiting, (asked) => this.solved.withPlace(group, asked)),
    }));
  }

  /** Asks with each idea, held to at least so many schools, who of those that are still to be told would come in. */
  withEach(
    ideas: readonly PricedIdea[],
    least: number,
    {
      toTell,
      tell,
    }: { toTell: (idea: PricedIdea) => readonly number[]; tell: (idea: Idea, entry: Entry) => void },
  ): void {
    const more = new OneMore({ ...this.layOut(ideas), known: this.solved.best });
    ideas.forEach((priced, index) => {
      const asked = toTell(priced);
      if (asked.length === 0) return;
      tell(
        priced.idea,
        this.ask(asked, (some) => more.withGroup(this.rows.groups.length + index, least, some)),
      );
    });
  }

  /** Puts a question in the numbers of the problem, and its answer in those of the instance. */
  private ask(
    applications: readonly number[],
    question: (asked: readonly number[]) => Entry | undefined,
  ): Entry {
    const entry = question(applications.map((a) => this.numberOf.get(a) ?? -1));
    const found = entry?.applications.map((a) => this.rows.applications[a] ?? -1);
    return { applications: found ?? [], schools: entry?.schools ?? 0 };
  }

  private layOut(ideas: readonly PricedIdea[]): MoreInput {
    const { groups } = this.rows;
    const capacity = [
      ...groups.map((group) => this.instance.problem.capacity[group] ?? 0),
      ...ideas.map(({ idea }) => idea.group.capacity),
    ];
    const { waitingWeight } = this;
    const pairs = this.pairsWith(ideas);
    return {
      problem: buildProblem({ applications: waitingWeight.length, capacity, pairs, waitingWeight }),
      runs: capacity.map((_, index) => (index < groups.length ? 1 : 0)),
      minimum: groups.map((group) => this.minimum[group] ?? 0),
      isAllowed: withinPeople(this.instance, this.rows),
    };
  }

  private pairsWith(ideas: readonly PricedIdea[]): Pairs {
    const { application, group, cost } = this.running;
    const pairs = { application: [...application], group: [...group], cost: [...cost] };
    ideas.forEach(({ options }, index) => {
      for (const option of options) {
        pairs.application.push(this.numberOf.get(option.application) ?? -1);
        pairs.group.push(this.rows.groups.length + index);
        pairs.cost.push(option.cost);
      }
    });
    return pairs;
  }
}

/** The pairs of the groups that run, in the numbers of the offer. */
function runningPairs({ problem, groups }: Instance, rows: OfferRows): IndexedPairs {
  const pairs: IndexedPairs = { application: [], group: [], cost: [] };
  const numberOf = new Int32Array(groups.length).fill(-1);
  rows.groups.forEach((group, index) => {
    numberOf[group] = index;
  });
  rows.applications.forEach((a, index) => {
    for (let arc = problem.firstArc[a] as number; arc < (problem.firstArc[a + 1] as number); arc++) {
      const group = numberOf[problem.arcGroup[arc] as number] as number;
      if (group < 0) continue;
      pairs.application.push(index);
      pairs.group.push(group);
      pairs.cost.push(problem.arcCost[arc] as number);
    }
  });
  return pairs;
}

/** One set of weights for the whole offer: those of a placement differ between parts that a new group would join. */
function weightsOf(instance: Instance, { applications }: OfferRows): Float64Array {
  const { policy } = instance.input;
  const farthest = applications.reduce(
    (most, a) => Math.max(most, instance.applications[a]?.maximumKm ?? 0),
    0,
  );
  return strictWeights({
    tier: applications.map((a) => instance.tier[a] ?? 0),
    given: applications.map((a) => instance.problem.waitingWeight[a] ?? 0),
    largestCost: Math.max(instance.largestCost, mostOf(farthest, policy)),
    smallestStep: instance.smallestStep,
  });
}

/** Whether no group has more people than it may; undefined where none has a limit. */
function withinPeople({ groups, applications }: Instance, rows: OfferRows): MoreInput["isAllowed"] {
  const limits = rows.groups.map((group) => groups[group]?.participantLimit ?? Number.POSITIVE_INFINITY);
  if (!limits.some(Number.isFinite)) return undefined;
  return (state: SizedState) =>
    limits.every((limit, group) => {
      let people = 0;
      for (let a = state.firstIn[group] as number; a >= 0; a = state.nextIn[a] as number)
        people += applications[rows.applications[a] ?? -1]?.participants ?? 1;
      return people <= limit;
    });
}
