import { mostOf } from "./cost";
import type { Idea, OfferRows, PricedIdea } from "./group-ideas";
import type { Instance } from "./instance";
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
  private readonly numberOf: Int32Array;
  private readonly running: ReturnType<typeof runningPairs>;
  private readonly waitingWeight: Float64Array;
  private readonly solved: OneMore;

  constructor(instance: Instance, { minimum }: PricedPlacement, rows: OfferRows) {
    this.instance = instance;
    this.minimum = minimum;
    this.rows = rows;
    this.numberOf = placesOf(rows.applications, instance.problem.applications);
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
    const entry = question(applications.map((a) => this.numberOf[a] as number));
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
    const more = ideas.reduce((sum, { options }) => sum + options.length, 0);
    const pairs = blankPairs(cost.length + more);
    pairs.application.set(application);
    pairs.group.set(group);
    pairs.cost.set(cost);
    let at = cost.length;
    ideas.forEach(({ options }, index) => {
      for (const option of options) {
        pairs.application[at] = this.numberOf[option.application] as number;
        pairs.group[at] = this.rows.groups.length + index;
        pairs.cost[at++] = option.cost;
      }
    });
    return pairs;
  }
}

function blankPairs(length: number) {
  return {
    application: new Int32Array(length),
    group: new Int32Array(length),
    cost: new Int32Array(length),
  };
}

/** The place of each of these numbers in their list, -1 for the others up to `length`. */
function placesOf(numbers: readonly number[], length: number): Int32Array {
  const places = new Int32Array(length).fill(-1);
  for (let index = 0; index < numbers.length; index++) places[numbers[index] as number] = index;
  return places;
}

/** The pairs of the groups that run, in the numbers of the offer. */
function runningPairs({ problem }: Instance, { applications, groups }: OfferRows) {
  const { firstArc, arcGroup, arcCost } = problem;
  const groupNumber = placesOf(groups, problem.groups);
  const most = applications.reduce(
    (sum, a) => sum + (firstArc[a + 1] as number) - (firstArc[a] as number),
    0,
  );
  const pairs = blankPairs(most);
  let length = 0;
  for (let index = 0; index < applications.length; index++) {
    const a = applications[index] as number;
    for (let arc = firstArc[a] as number; arc < (firstArc[a + 1] as number); arc++) {
      const group = groupNumber[arcGroup[arc] as number] as number;
      if (group < 0) continue;
      pairs.application[length] = index;
      pairs.group[length] = group;
      pairs.cost[length++] = arcCost[arc] as number;
    }
  }
  const { application, group, cost } = pairs;
  return {
    application: application.subarray(0, length),
    group: group.subarray(0, length),
    cost: cost.subarray(0, length),
  };
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
