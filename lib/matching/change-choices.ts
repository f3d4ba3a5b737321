import { Candidates } from "./candidates";
import { type Obstacle, obstaclesOf, tenthsOfKm } from "./cost";
import { type Effect, effectOfChange } from "./effect-of-change";
import { givesWay, type HandChange } from "./hand-change";
import type { MatchInput } from "./match-input";
import { type FoundByRun, placeByHand } from "./place-by-hand";
import { type ChangeRefusal, type UnplacedRefusal, whyNotChange, whyNotPlaced } from "./why-not-change";

/** Something that can be decided by hand about a school, with what it would do to all together. */
export interface ChangeChoice {
  readonly kind: HandChange["kind"];
  readonly group: ChoiceGroup;
  /** Undefined when it cannot be; `why` says so, or that a group would have too few schools. */
  readonly effect: Effect | undefined;
  readonly why: ChangeRefusal | UnplacedRefusal | undefined;
}

export interface ChoiceGroup {
  readonly id: string;
  readonly name: string;
  readonly weekday: number;
  readonly online: boolean;
  /** Kilometres from the school; null online. */
  readonly km: number | null;
}

export interface ChangeChoices {
  readonly choices: readonly ChangeChoice[];
  readonly closed: readonly { readonly group: ChoiceGroup; readonly obstacles: readonly Obstacle[] }[];
}

interface Known {
  readonly input: MatchInput;
  readonly found: FoundByRun;
  readonly changes: readonly HandChange[];
  readonly names: Readonly<Record<string, string>> | null;
  readonly now: string | null;
}

/** All that can be decided by hand about a school, each placed anew: what is kept first, then the groups by their distance. */
export function changeChoices(id: string, { input, found, changes, names, now }: Known): ChangeChoices {
  const application = input.applications.find((one) => one.id === id);
  if (!application) return { choices: [], closed: [] };
  const candidates = new Candidates(input);
  const pairs = candidates.of(application).map((pair) => {
    const { id: groupId, weekday, online } = pair.group;
    const km = online ? null : (tenthsOfKm(pair.school, pair.group) ?? 0) / 10;
    const group = { id: groupId, name: names?.[groupId] ?? "", weekday, online, km };
    return { group, obstacles: obstaclesOf(pair) };
  });
  const open = pairs
    .filter(({ obstacles }) => obstacles.length === 0)
    .sort((x, y) => (x.group.km ?? 0) - (y.group.km ?? 0) || x.group.name.localeCompare(y.group.name, "en"));
  const before = placeByHand(input, changes, found);
  const tryOut = (kind: HandChange["kind"], group: ChoiceGroup): ChangeChoice => {
    const change = { application: id, kind, group: group.id };
    const others = changes.filter((one) => !givesWay(one, change));
    const why = whyNotChange(input, change, others);
    if (why || !before) return { kind, group, effect: undefined, why: why?.code };
    const after = placeByHand(input, [...others, change], found);
    if (!after) return { kind, group, effect: undefined, why: whyNotPlaced(change, found) };
    return { kind, group, effect: effectOfChange(before, after, id), why: undefined };
  };
  const own = open.find(({ group }) => group.id === now);
  return {
    choices: [
      ...(own ? [tryOut("put", own.group), tryOut("keep_out", own.group)] : []),
      ...open.filter((one) => one !== own).map(({ group }) => tryOut("put", group)),
    ],
    closed: pairs.filter(({ obstacles }) => obstacles.length > 0),
  };
}
