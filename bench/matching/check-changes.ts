import type { InstanceFile } from "../../lib/matching/interchange/instance-file";
import type { OneGroupMore } from "../../lib/matching/match-outcome";
import { type Application, type FilePairs, type Group, offerOf, push } from "./file-pairs";
import { PlaceAnew, type Worth } from "./place-anew";

const NEW_GROUP = -2;
/** A group of fewer is none. */
const FEWEST = 2;

/** Holds what a hub could do for a school that waits against placing its offer anew, with the school and without it. */
export class ChangeChecker {
  private readonly file: InstanceFile;
  private readonly pairs: FilePairs;
  private readonly groupOf: ReadonlyMap<number, number>;
  private readonly groups: ReadonlyMap<number, Group>;
  private readonly offers = new Map<string, Application[]>();
  private readonly sizes = new Map<number, number>();

  constructor(file: InstanceFile, pairs: FilePairs, groupOf: ReadonlyMap<number, number>) {
    this.file = file;
    this.pairs = pairs;
    this.groupOf = groupOf;
    this.groups = new Map(file.groups.map((group) => [group.id, group]));
    for (const application of file.applications) push(this.offers, offerOf(application), application);
    for (const group of groupOf.values()) this.sizes.set(group, (this.sizes.get(group) ?? 0) + 1);
  }

  /** Whether one more place in a full group that runs places it, whatever else is equally good. */
  withPlace(application: Application, id: number): boolean {
    const group = this.groups.get(id);
    if (!group || this.sizes.get(id) !== group.cap) return false;
    return this.comesInto(application, { ...group, cap: group.cap + 1 }, 0);
  }

  /** The same of a new group that is open to it and as large as those of its programme. */
  withGroup(application: Application, more: OneGroupMore): boolean {
    const { minimum, capacity, isKnown } = this.sizesOf(application.prog);
    const venue = this.pairs.school(Number(more.venueSchool));
    if (!venue || more.needed !== (isKnown ? minimum : null) || more.schools < FEWEST) return false;
    const least = more.schools < minimum ? FEWEST : Math.max(FEWEST, minimum);
    const { prog, stage } = application;
    const { e, n, hub } = venue;
    const online = more.online ? 1 : 0;
    const meets = { e, n, hub, online, day: more.weekday, pattern: 0, lead: -1 } as const;
    const group: Group = { id: NEW_GROUP, prog, stage, ...meets, min: least, cap: capacity };
    return this.pairs.isOpen(application, group) && this.comesInto(application, group, least);
  }

  private comesInto(application: Application, target: Group, least: number): boolean {
    const placed = {
      applications: this.offers.get(offerOf(application)) ?? [],
      running: new Set(this.sizes.keys()),
      groupOf: this.groupOf,
    };
    const withIt = new PlaceAnew(this.pairs, placed, target);
    if (!withIt.fill(least) || !withIt.isPlaced(application)) return false;
    const without = new PlaceAnew(this.pairs, placed, target);
    return !without.fill(least, application) || isLess(withIt.worth(), without.worth());
  }

  /** Of a programme without a group, the smallest numbers of the others. */
  private sizesOf(programme: number) {
    const known = new Map<number, { minimum: number; capacity: number }>();
    for (const { prog, min, cap } of this.file.groups) {
      const { minimum, capacity } = known.get(prog) ?? { minimum: min, capacity: cap };
      known.set(prog, { minimum: Math.min(minimum, min), capacity: Math.max(capacity, cap) });
    }
    const own = known.get(programme);
    if (own) return { ...own, isKnown: true };
    const all = [...known.values()];
    const minimum = Math.min(...all.map((one) => one.minimum));
    return { minimum, capacity: Math.min(...all.map((one) => one.capacity)), isKnown: false };
  }
}

function isLess(one: Worth, other: Worth): boolean {
  const at = one.findIndex((value, index) => value !== other[index]);
  return at >= 0 && (one[at] ?? 0) < (other[at] ?? 0);
}
