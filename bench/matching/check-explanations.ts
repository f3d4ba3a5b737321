import type { InstanceFile } from "../../lib/matching/interchange/instance-file";
import type { SizedApplicationResult } from "../../lib/matching/match-outcome";

type Application = InstanceFile["applications"][number];
type Group = InstanceFile["groups"][number];

export interface CheckedExplanations {
  readonly statements: number;
  readonly contradicted: number;
  readonly waiting: number;
  /** Waiting with looser wishes, a smaller group or a new group that would place them. */
  readonly withChange: number;
}

/**
 * Holds every line of an explanation against the instance and the placement, with rules and searches of its own: that the
 * placed are where it says and at that cost, that whoever waits cannot come in by any chain of moves that leaves nobody of
 * the same or a higher priority out, that nothing is open to whom it says so, and that looser wishes do open a place.
 */
export function checkExplanations(file: InstanceFile, placement: string, lines: string): CheckedExplanations {
  const checker = new Checker(file, placement);
  const results = lines
    .trim()
    .split("\n")
    .map((line): Line => JSON.parse(line));
  const waiting = results.filter(({ reason }) => reason !== "placed");
  const verdicts = results.flatMap((result) => checker.verdicts(result));
  return {
    statements: verdicts.length,
    contradicted: verdicts.filter((holds) => !holds).length,
    waiting: waiting.length,
    withChange: waiting.filter(hasChange).length,
  };
}

type Line = SizedApplicationResult & { readonly newGroup?: unknown };

function hasChange(line: Line): boolean {
  if (line.reason === "placed") return false;
  const smaller =
    line.reason === "group_not_viable" && line.smallerGroup !== null && line.smallerGroup !== undefined;
  return line.wouldBePlaced !== null || smaller || line.newGroup !== undefined;
}

class Checker {
  private readonly schools: ReadonlyMap<number, InstanceFile["schools"][number]>;
  private readonly neighbours: ReadonlyMap<number, readonly number[]>;
  private readonly schoolOfLead: ReadonlyMap<number, number>;
  private readonly applications: ReadonlyMap<number, Application>;
  private readonly groupsByOffer = new Map<string, Group[]>();
  private readonly groupOf = new Map<number, number>();
  private readonly inside = new Map<number, Application[]>();
  private readonly known = new Map<number, Group[]>();

  constructor(file: InstanceFile, placement: string) {
    this.schools = new Map(file.schools.map((school) => [school.id, school]));
    this.neighbours = new Map(file.hubs.map(({ id, neighbours }) => [id, neighbours]));
    this.schoolOfLead = new Map(file.llmes.map(({ id, school }) => [id, school]));
    this.applications = new Map(file.applications.map((one) => [one.id, one]));
    for (const group of file.groups) push(this.groupsByOffer, `${group.prog}/${group.stage}`, group);
    for (const line of placement.trim().split("\n")) {
      const [application = -1, group = -1] = line.split(",").map(Number);
      const one = this.applications.get(application);
      this.groupOf.set(application, group);
      if (one && group >= 0) push(this.inside, group, one);
    }
  }

  verdicts(line: Line): boolean[] {
    const application = this.applications.get(Number(line.application));
    if (!application) return [false];
    const own = this.groupOf.get(application.id) ?? -1;
    if (line.reason === "placed")
      return [own === Number(line.group) && this.costOf(application, own) === line.cost];
    const open = this.openTo(application);
    const running = open.filter(({ id }) => this.inside.has(id));
    const verdicts = [own === -1 && !this.comesIn(application, running), this.fits(line, open, running)];
    const { wouldBePlaced } = line;
    if (!wouldBePlaced) return verdicts;
    const wishes = {
      cantDays: wouldBePlaced.impossibleDays,
      maxKm: wouldBePlaced.maximumKm,
      crossHub: wouldBePlaced.neighbourHubs ? 1 : 0,
    } as const;
    const wider = this.openTo({ ...application, ...wishes });
    return [
      ...verdicts,
      this.comesIn(
        application,
        wider.filter(({ id }) => this.inside.has(id)),
        "or equal",
      ),
    ];
  }

  private fits(line: Line, open: readonly Group[], running: readonly Group[]): boolean {
    if (line.reason === "nothing_eligible") return open.length === 0;
    if (line.reason === "group_not_viable") return running.length === 0 && open.length === line.options;
    return running.length > 0;
  }

  /** Whether a chain of moves ends at a free place, or at somebody of a lower priority who would wait instead. */
  private comesIn(
    application: Application,
    options: readonly Group[],
    lowest: "lower" | "or equal" = "lower",
  ): boolean {
    const reached = new Map(options.map((group) => [group.id, group]));
    for (const group of reached.values()) {
      const there = this.inside.get(group.id) ?? [];
      if (there.length < group.cap) return true;
      for (const other of there) {
        if (other.tier > application.tier || (lowest === "or equal" && other.tier === application.tier))
          return true;
        for (const next of this.optionsOf(other)) if (this.inside.has(next.id)) reached.set(next.id, next);
      }
    }
    return false;
  }

  /** As the application stands in the file: looked up many times. */
  private optionsOf(application: Application): Group[] {
    const options = this.known.get(application.id) ?? this.openTo(application);
    this.known.set(application.id, options);
    return options;
  }

  private openTo(application: Application): Group[] {
    const groups = this.groupsByOffer.get(`${application.prog}/${application.stage}`) ?? [];
    return groups.filter((group) => this.isOpen(application, group));
  }

  private isOpen(application: Application, group: Group): boolean {
    const school = this.schools.get(application.school);
    if (!school || Math.floor(application.cantDays / 2 ** group.day) % 2 === 1) return false;
    if (this.schoolOfLead.get(group.lead) === school.id) return false;
    const isNear = group.hub === school.hub || this.neighbours.get(school.hub)?.includes(group.hub);
    if (!isNear || (group.hub !== school.hub && application.crossHub === 0)) return false;
    return group.online === 1 || hundreds(school, group) <= 10 * application.maxKm;
  }

  private costOf(application: Application, id: number): number {
    const group = this.openTo(application).find((one) => one.id === id);
    const school = this.schools.get(application.school);
    if (!group || !school) return Number.NaN;
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

/** Hundreds of metres, rounded down from whole metres. */
function hundreds(a: { e: number; n: number }, b: { e: number; n: number }): number {
  return Math.floor(Math.floor(Math.sqrt((a.e - b.e) ** 2 + (a.n - b.n) ** 2)) / 100);
}

function push<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
