import { GroupIdeas, type Idea, type NewGroupSize, type OfferRows } from "./group-ideas";
import type { Instance } from "./instance";
import type { MatchApplication } from "./match-input";
import type { OneGroupMore, SizedApplicationResult } from "./match-outcome";
import { OfferWithMore } from "./offer-with-more";
import type { PricedPlacement } from "./polish-placement";
import type { Entry } from "./solver/one-more";

/** How many new groups near by are tried for each application. */
const TRIED = 6;
/** A group of fewer is none. */
const FEWEST = 2;

/** The results of a placement with the size of new groups by offer. */
export interface ToldResults {
  readonly results: readonly SizedApplicationResult[];
  /** Without one no new group of the offer is told. */
  readonly sizes: ReadonlyMap<string, NewGroupSize>;
}

/**
 * Tells everybody who waits what its hub could do: one more place in a full group, or a new group. Each is solved anew
 * with the groups that run, each held to its least size, and told only to those who are placed in every best placement
 * then.
 */
export function tellHubChanges(
  instance: Instance,
  placement: PricedPlacement,
  { results, sizes }: ToldResults,
): SizedApplicationResult[] {
  const changes = new HubChanges(instance, placement);
  for (const [offer, rows] of rowsByOffer(instance, placement))
    if (rows.waiting.length > 0) changes.find(rows, sizes.get(offer));
  return results.map((result) =>
    result.reason === "placed" ? result : { ...result, ...changes.of(result) },
  );
}

function rowsByOffer(
  { applications, groups }: Instance,
  { groupOf, runs }: PricedPlacement,
): ReadonlyMap<string, OfferRows> {
  const offers = new Map<string, { applications: number[]; groups: number[]; waiting: number[] }>();
  applications.forEach(({ offer }, index) => {
    const rows = offers.get(offer) ?? { applications: [], groups: [], waiting: [] };
    offers.set(offer, rows);
    rows.applications.push(index);
    if ((groupOf[index] ?? -1) < 0) rows.waiting.push(index);
  });
  groups.forEach(({ offer }, index) => {
    if (runs[index] === 1) offers.get(offer)?.groups.push(index);
  });
  return offers;
}

class HubChanges {
  private readonly instance: Instance;
  private readonly placement: PricedPlacement;
  private readonly places = new Map<string, string>();
  private readonly groups = new Map<string, OneGroupMore>();

  constructor(instance: Instance, placement: PricedPlacement) {
    this.instance = instance;
    this.placement = placement;
  }

  of({ application }: SizedApplicationResult) {
    const group = this.places.get(application);
    return {
      onePlaceMore: group === undefined ? null : { group },
      oneGroupMore: this.groups.get(application) ?? null,
    };
  }

  find(rows: OfferRows, size: NewGroupSize | undefined): void {
    const offer = new OfferWithMore(this.instance, this.placement, rows);
    this.findPlaces(offer);
    if (size) this.findGroups(offer, rows, size);
  }

  /** Of several groups, the one that is open to it and suits it best. */
  private findPlaces(offer: OfferWithMore): void {
    const found = new Map<number, { group: number; cost: number }>();
    for (const { group, applications } of offer.withEachPlace())
      for (const application of applications) {
        const cost = this.costIn(application, group);
        const known = found.get(application)?.cost ?? Number.POSITIVE_INFINITY;
        if (cost < known) found.set(application, { group, cost });
      }
    for (const [application, { group }] of found)
      this.places.set(this.application(application).id, this.instance.groups[group]?.id ?? "");
  }

  /** Near by, then at the place of somebody else who waits, and at last a group of fewer schools than it needs. */
  private findGroups(offer: OfferWithMore, rows: OfferRows, size: NewGroupSize): void {
    const ideas = new GroupIdeas(this.instance, rows, size);
    const near = new Map(rows.waiting.map((a) => [a, ideas.near(this.application(a))]));
    const needed = size.isGuess ? null : size.minimum;
    const least = Math.max(FEWEST, size.minimum);
    const tryEach = (best: (a: number) => Idea | undefined, schools: number) =>
      this.tryIdeas(offer, ideas, { wanted: this.wantedBy(rows.waiting, best), schools, needed });
    for (let at = 0; at < TRIED; at++) tryEach((a) => near.get(a)?.[at], least);
    tryEach((a) => ideas.elsewhere(this.application(a))[0], least);
    if (least > FEWEST) tryEach((a) => near.get(a)?.[0], FEWEST);
  }

  private wantedBy(waiting: readonly number[], best: (a: number) => Idea | undefined): Map<Idea, number[]> {
    const wanted = new Map<Idea, number[]>();
    for (const a of waiting) {
      const idea = this.isTold(a) ? undefined : best(a);
      if (idea) wanted.set(idea, [...(wanted.get(idea) ?? []), a]);
    }
    return wanted;
  }

  private tryIdeas(
    offer: OfferWithMore,
    ideas: GroupIdeas,
    { wanted, schools, needed }: { wanted: Map<Idea, number[]>; schools: number; needed: number | null },
  ): void {
    const priced = [...wanted.keys()].map((idea) => ideas.price(idea));
    const possible = priced.filter(({ options }) => options.length >= schools);
    if (possible.length === 0) return;
    offer.withEach(possible, schools, {
      toTell: ({ idea, options }) =>
        wanted.get(idea)?.every((a) => this.isTold(a))
          ? []
          : options.map(({ application }) => application).filter((a) => this.waits(a) && !this.isTold(a)),
      tell: (idea, entry) => this.tell(idea, entry, needed),
    });
  }

  private tell({ group, venueSchool }: Idea, { applications, schools }: Entry, needed: number | null): void {
    const { hub, weekday, online } = group;
    for (const a of applications)
      this.groups.set(this.application(a).id, { hub, venueSchool, weekday, online, schools, needed });
  }

  private waits(application: number): boolean {
    return (this.placement.groupOf[application] ?? -1) < 0;
  }

  private isTold(application: number): boolean {
    return this.groups.has(this.application(application).id);
  }

  private application(index: number): MatchApplication {
    const application = this.instance.applications[index];
    if (!application) throw new Error(`There is no application ${index}.`);
    return application;
  }

  /** Points; more than any pair costs where the group is not open to it. */
  private costIn(application: number, group: number): number {
    const { firstArc, arcGroup, arcCost } = this.instance.problem;
    for (let arc = firstArc[application] ?? 0; arc < (firstArc[application + 1] ?? 0); arc++)
      if (arcGroup[arc] === group) return arcCost[arc] ?? 0;
    return Number.MAX_SAFE_INTEGER;
  }
}
