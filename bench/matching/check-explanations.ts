import type { InstanceFile } from "../../lib/matching/interchange/instance-file";
import type { PlacedResult, SizedApplicationResult } from "../../lib/matching/match-outcome";
import { ChangeChecker } from "./check-changes";
import { type Application, FilePairs, type Group, push } from "./file-pairs";

export interface CheckedExplanations {
  readonly statements: number;
  readonly contradicted: number;
  readonly waiting: number;
  /**
   * Waiting with looser wishes, one more place, or a group that would place them: of any size; and of as many schools as
   * its programme needs, or the smallest of other programmes where it has no group that says so.
   */
  readonly withChange: number;
  readonly withFullChange: number;
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
  const smallest = file.groups.reduce((least, { min }) => Math.min(least, min), Number.POSITIVE_INFINITY);
  const verdicts = results.flatMap((result) => checker.verdicts(result));
  return {
    statements: verdicts.length,
    contradicted: verdicts.filter((holds) => !holds).length,
    waiting: waiting.length,
    withChange: waiting.filter((line) => hasFullChange(line, smallest) || hasSmallGroup(line)).length,
    withFullChange: waiting.filter((line) => hasFullChange(line, smallest)).length,
  };
}

type Line = SizedApplicationResult & { readonly newGroup?: unknown };
type WaitingLine = Exclude<Line, PlacedResult>;

function hasFullChange(line: Line, smallest: number): boolean {
  if (line.reason === "placed") return false;
  const { wouldBePlaced, onePlaceMore, oneGroupMore, newGroup } = line;
  const isLargeEnough = oneGroupMore && oneGroupMore.schools >= (oneGroupMore.needed ?? smallest);
  return Boolean(wouldBePlaced ?? onePlaceMore ?? newGroup ?? isLargeEnough);
}

function hasSmallGroup(line: Line): boolean {
  if (line.reason === "placed") return false;
  return Boolean(line.oneGroupMore ?? (line.reason === "group_not_viable" && line.smallerGroup));
}

class Checker {
  private readonly pairs: FilePairs;
  private readonly changes: ChangeChecker;
  private readonly applications: ReadonlyMap<number, Application>;
  private readonly groupOf = new Map<number, number>();
  private readonly inside = new Map<number, Application[]>();

  constructor(file: InstanceFile, placement: string) {
    this.pairs = new FilePairs(file);
    this.applications = new Map(file.applications.map((one) => [one.id, one]));
    for (const line of placement.trim().split("\n")) {
      const [application = -1, group = -1] = line.split(",").map(Number);
      const one = this.applications.get(application);
      this.groupOf.set(application, group);
      if (one && group >= 0) push(this.inside, group, one);
    }
    this.changes = new ChangeChecker(file, this.pairs, this.groupOf);
  }

  verdicts(line: Line): boolean[] {
    const application = this.applications.get(Number(line.application));
    if (!application) return [false];
    const own = this.groupOf.get(application.id) ?? -1;
    if (line.reason === "placed")
      return [
        own === Number(line.group) &&
          this.pairs.optionsOf(application).some(({ group, cost }) => group.id === own && cost === line.cost),
      ];
    const open = this.pairs.openTo(application);
    const running = open.filter(({ id }) => this.inside.has(id));
    const verdicts = [own === -1 && !this.comesIn(application, running), this.fits(line, open, running)];
    return [...verdicts, ...this.ofWishes(line, application), ...this.ofHub(line, application)];
  }

  private ofHub({ onePlaceMore, oneGroupMore }: WaitingLine, application: Application): boolean[] {
    return [
      ...(onePlaceMore ? [this.changes.withPlace(application, Number(onePlaceMore.group))] : []),
      ...(oneGroupMore ? [this.changes.withGroup(application, oneGroupMore)] : []),
    ];
  }

  private ofWishes({ wouldBePlaced }: WaitingLine, application: Application): boolean[] {
    if (!wouldBePlaced) return [];
    const wishes = {
      cantDays: wouldBePlaced.impossibleDays,
      maxKm: wouldBePlaced.maximumKm,
      crossHub: wouldBePlaced.neighbourHubs ? 1 : 0,
    } as const;
    const wider = this.pairs.openTo({ ...application, ...wishes });
    return [
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
        for (const { group: next } of this.pairs.optionsOf(other))
          if (this.inside.has(next.id)) reached.set(next.id, next);
      }
    }
    return false;
  }
}
