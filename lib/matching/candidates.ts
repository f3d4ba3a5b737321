import type { Pair } from "./cost";
import type { MatchApplication, MatchGroup, MatchInput, MatchSchool } from "./match-input";

const NO_NEIGHBOURS: ReadonlySet<string> = new Set();

/** Finds, for an application, the groups of its offer in the school's hub and the neighbouring ones, eligible or not. */
export class Candidates {
  private readonly schools: ReadonlyMap<string, MatchSchool>;
  private readonly neighbours: ReadonlyMap<string, ReadonlySet<string>>;
  private readonly byOffer = new Map<string, Map<string, MatchGroup[]>>();

  constructor(input: Pick<MatchInput, "hubs" | "schools" | "groups">) {
    this.schools = new Map(input.schools.map((school) => [school.id, school]));
    this.neighbours = new Map(input.hubs.map((hub) => [hub.id, new Set(hub.neighbours)]));
    for (const group of input.groups) this.add(group);
  }

  /** Home hub first, then the neighbours in their order. */
  of(application: MatchApplication): Pair[] {
    const byHub = this.byOffer.get(application.offer);
    if (!byHub) return [];
    const school = this.schoolOf(application);
    const neighbours = this.neighbours.get(school.hub) ?? NO_NEIGHBOURS;
    const pairs: Pair[] = [];
    for (const group of byHub.get(school.hub) ?? []) pairs.push({ application, school, neighbours, group });
    for (const hub of neighbours) {
      for (const group of byHub.get(hub) ?? []) pairs.push({ application, school, neighbours, group });
    }
    return pairs;
  }

  /** The pair with any one group. */
  pairWith(application: MatchApplication, group: MatchGroup): Pair {
    const school = this.schoolOf(application);
    return { application, school, neighbours: this.neighbours.get(school.hub) ?? NO_NEIGHBOURS, group };
  }

  schoolOf(application: MatchApplication): MatchSchool {
    const school = this.schools.get(application.school);
    if (!school) throw new Error(`Application ${application.id} names an unknown school.`);
    return school;
  }

  private add(group: MatchGroup): void {
    const byHub = this.byOffer.get(group.offer) ?? new Map<string, MatchGroup[]>();
    const there = byHub.get(group.hub);
    if (there) there.push(group);
    else byHub.set(group.hub, [group]);
    this.byOffer.set(group.offer, byHub);
  }
}
