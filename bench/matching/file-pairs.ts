import type { InstanceFile } from "../../lib/matching/interchange/instance-file";

export type Application = InstanceFile["applications"][number];
export type Group = InstanceFile["groups"][number];
type School = InstanceFile["schools"][number];

/** A group that is open to an application, and what it costs in points. */
export interface Option {
  readonly group: Group;
  readonly cost: number;
}

/** Which groups of an instance file are open to an application, and what each costs it: rules of its own, none of the product's. */
export class FilePairs {
  private readonly schools: ReadonlyMap<number, School>;
  private readonly neighbours: ReadonlyMap<number, readonly number[]>;
  private readonly schoolOfLead: ReadonlyMap<number, number>;
  private readonly groupsByOffer = new Map<string, Group[]>();
  private readonly known = new Map<number, Option[]>();

  constructor(file: InstanceFile) {
    this.schools = new Map(file.schools.map((school) => [school.id, school]));
    this.neighbours = new Map(file.hubs.map(({ id, neighbours }) => [id, neighbours]));
    this.schoolOfLead = new Map(file.llmes.map(({ id, school }) => [id, school]));
    for (const group of file.groups) push(this.groupsByOffer, offerOf(group), group);
  }

  school(id: number): School | undefined {
    return this.schools.get(id);
  }

  /** As the application stands in the file: looked up many times. */
  optionsOf(application: Application): Option[] {
    const options = this.known.get(application.id) ?? this.price(application);
    this.known.set(application.id, options);
    return options;
  }

  private price(application: Application): Option[] {
    return this.openTo(application).map((group) => ({ group, cost: this.costOf(application, group) }));
  }

  openTo(application: Application): Group[] {
    const groups = this.groupsByOffer.get(offerOf(application)) ?? [];
    return groups.filter((group) => this.isOpen(application, group));
  }

  isOpen(application: Application, group: Group): boolean {
    const school = this.schools.get(application.school);
    if (!school || Math.floor(application.cantDays / 2 ** group.day) % 2 === 1) return false;
    if (this.schoolOfLead.get(group.lead) === school.id) return false;
    const isNear = group.hub === school.hub || this.neighbours.get(school.hub)?.includes(group.hub);
    if (!isNear || (group.hub !== school.hub && application.crossHub === 0)) return false;
    return group.online === 1 || hundreds(school, group) <= 10 * application.maxKm;
  }

  /** Not a number where the group is not open to it. */
  costOf(application: Application, group: Group): number {
    const school = this.schools.get(application.school);
    if (!school || !this.isOpen(application, group)) return Number.NaN;
    const far = group.online === 1 ? 0 : hundreds(school, group);
    const prefers = application.prefDays === 0 || Math.floor(application.prefDays / 2 ** group.day) % 2 === 1;
    return (
      far +
      Math.floor(Math.max(0, far - 200) ** 2 / 400) +
      (prefers ? 0 : 60) +
      (application.mode === (group.online === 1 ? 1 : 2) ? 80 : 0) +
      (group.hub === school.hub ? 0 : 150) +
      (application.prevLead >= 0 && application.prevLead !== group.lead ? 100 : 0)
    );
  }
}

export function offerOf({ prog, stage }: { readonly prog: number; readonly stage: number }): string {
  return `${prog}/${stage}`;
}

/** Hundreds of metres, rounded down from whole metres. */
function hundreds(a: { e: number; n: number }, b: { e: number; n: number }): number {
  return Math.floor(Math.floor(Math.sqrt((a.e - b.e) ** 2 + (a.n - b.n) ** 2)) / 100);
}

export function push<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
