import { costTerms } from "./cost";
import type { Instance } from "./instance";
import { groupResults } from "./match-sized";
import type { PlacedByHand } from "./place-by-hand";

/** What a result comes to. */
export interface Figures {
  /** Schools that wait, by tier. */
  readonly waiting: readonly number[];
  readonly placed: number;
  /** Tenths of a kilometre of all who are placed. */
  readonly travel: number;
  /** Points: travel with all that counts as travel. */
  readonly cost: number;
}

/** What a change by hand does to everybody together. */
export interface Effect {
  readonly before: Figures;
  readonly after: Figures;
  /** Other schools that change their group, come in or have to wait. */
  readonly moved: number;
  /** Groups that run no longer, and groups that run only now; not given where there is none. */
  readonly closed?: number;
  readonly opened?: number;
}

export function effectOfChange(before: PlacedByHand, after: PlacedByHand, application: string): Effect {
  const [was, is] = [groupsOf(before), groupsOf(after)];
  const moved = [...is].filter(([id, group]) => id !== application && was.get(id) !== group);
  const [ran, run] = [runningIn(before), runningIn(after)];
  const closed = [...ran].filter((group) => !run.has(group)).length;
  const opened = [...run].filter((group) => !ran.has(group)).length;
  return {
    before: figuresOf(before),
    after: figuresOf(after),
    moved: moved.length,
    ...(closed > 0 ? { closed } : {}),
    ...(opened > 0 ? { opened } : {}),
  };
}

function runningIn({ instance, placement }: PlacedByHand): Set<string> {
  const running = groupResults(instance, placement).filter(({ state }) => state !== "does_not_run");
  return new Set(running.map(({ group }) => group));
}

function groupsOf({ instance, placement }: PlacedByHand): Map<string, string | null> {
  return new Map(instance.applications.map(({ id }, index) => [id, groupIn(instance, placement, index)]));
}

function groupIn({ groups }: Instance, { groupOf }: PlacedByHand["placement"], index: number): string | null {
  return groups[groupOf[index] ?? -1]?.id ?? null;
}

function figuresOf({ instance, placement }: PlacedByHand): Figures {
  const { applications, groups, candidates, input, tiers } = instance;
  const waiting = new Array<number>(tiers).fill(0);
  let [placed, travel, cost] = [0, 0, 0];
  applications.forEach((application, index) => {
    const group = groups[placement.groupOf[index] ?? -1];
    if (!group) {
      waiting[application.tier] = (waiting[application.tier] ?? 0) + 1;
      return;
    }
    const terms = costTerms(candidates.pairWith(application, group), input.policy);
    placed += 1;
    travel += terms.travel;
    cost += Object.values(terms).reduce((sum: number, points: number) => sum + points, 0);
  });
  return { waiting, placed, travel, cost };
}
