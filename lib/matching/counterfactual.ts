import { costTerms, isEligible, tenthsOfKm, totalOf } from "./cost";
import type { Instance } from "./instance";
import type { MatchApplication } from "./match-input";
import type { ProbeOptions } from "./solver/forward-search";

/** Says where an application with some options would be placed now, -1 for nowhere. */
export interface Prober {
  probe(options: ProbeOptions): { readonly group: number };
}

/** The wishes a school could loosen. */
export type LooserWishes = Pick<MatchApplication, "impossibleDays" | "maximumKm" | "neighbourHubs">;

export type Change = "day" | "distance" | "neighbour_hubs" | "all_three" | "far";

/** Wishes under which a waiting application would be placed now, and where; found by placing it, not guessed. */
export interface Counterfactual extends LooserWishes {
  readonly change: Change;
  readonly group: string;
}

const FAR_KM = 80;

/** From the least to ask of a school to the most (model.md section 3.7). */
const CHANGES: readonly {
  readonly change: Change;
  readonly loosen: (wishes: LooserWishes) => LooserWishes;
}[] = [
  { change: "day", loosen: (wishes) => ({ ...wishes, impossibleDays: 0 }) },
  { change: "distance", loosen: (wishes) => ({ ...wishes, maximumKm: 1.5 * wishes.maximumKm }) },
  { change: "neighbour_hubs", loosen: (wishes) => ({ ...wishes, neighbourHubs: true }) },
  { change: "all_three", loosen: ({ maximumKm }) => everything(1.5 * maximumKm) },
  { change: "far", loosen: ({ maximumKm }) => everything(Math.max(FAR_KM, 1.5 * maximumKm)) },
];

function everything(maximumKm: number): LooserWishes {
  return { impossibleDays: 0, maximumKm, neighbourHubs: true };
}

/** The first change that places a waiting application, with no more loosened than it takes; null when none does. */
export function findCounterfactual(instance: Instance, search: Prober, index: number): Counterfactual | null {
  const application = instance.applications[index];
  if (!application) throw new Error(`There is no application ${index}.`);
  for (const { change, loosen } of CHANGES) {
    const group = placeWith(instance, search, { index, wishes: loosen(application) });
    if (group === null) continue;
    const wishes = leastFor(instance, application, group);
    const found = placeWith(instance, search, { index, wishes });
    if (found !== null) return { change, ...wishes, group: found };
  }
  return null;
}

/** Where the application would be placed with these wishes, by the search that would place it; null when it would wait. */
function placeWith(
  { applications, groups, candidates, input, problem, indexOfGroup }: Instance,
  search: Prober,
  { index, wishes }: { readonly index: number; readonly wishes: LooserWishes },
): string | null {
  const application = applications[index];
  if (!application) return null;
  const options = candidates
    .of({ ...application, ...wishes })
    .filter(isEligible)
    .map((pair) => ({ group: indexOfGroup(pair.group.id), cost: totalOf(costTerms(pair, input.policy)) }))
    .sort((x, y) => x.group - y.group);
  const found = search.probe({
    group: options.map(({ group }) => group),
    cost: options.map(({ cost }) => cost),
    waitingWeight: problem.waitingWeight[index] ?? 0,
  });
  return groups[found.group]?.id ?? null;
}

/** The application's wishes with only so much loosened that this group is open to it. */
function leastFor(
  { groups, candidates, indexOfGroup }: Instance,
  application: MatchApplication,
  id: string,
): LooserWishes {
  const group = groups[indexOfGroup(id)];
  if (!group) throw new Error(`There is no group ${id}.`);
  const { school } = candidates.pairWith(application, group);
  const kilometres = group.online ? 0 : Math.ceil((tenthsOfKm(school, group) ?? 0) / 10);
  return {
    impossibleDays: application.impossibleDays & ~(1 << group.weekday),
    maximumKm: Math.max(application.maximumKm, kilometres),
    neighbourHubs: application.neighbourHubs || group.hub !== school.hub,
  };
}
