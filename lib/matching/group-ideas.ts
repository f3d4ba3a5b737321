import { costTerms, isEligible, type Pair, totalOf } from "./cost";
import type { Instance } from "./instance";
import type { GroupNorm, MatchApplication, MatchGroup, MatchSchool } from "./match-input";

/** A group that is not there: at the place of a school, or online. */
export interface Idea {
  readonly group: MatchGroup;
  /** The school at whose place it would meet; of an online group, the one it was thought of for. */
  readonly venueSchool: string;
  /** Schools that wait for a place and could come. */
  readonly waiting: number;
}

/** An idea with the applications to which it is open and what it costs each, in points. */
export interface PricedIdea {
  readonly idea: Idea;
  readonly options: readonly { readonly application: number; readonly cost: number }[];
}

/** The applications of an offer and its groups that run, by index in the instance. */
export interface OfferRows {
  readonly applications: readonly number[];
  readonly groups: readonly number[];
  /** Those that wait. */
  readonly waiting: readonly number[];
}

/** What a new group of an offer would be like. */
export interface NewGroupSize extends Pick<GroupNorm, "minimum" | "capacity" | "meets"> {
  /** No group of its programme says how large it is: these are the smallest numbers of other programmes. */
  readonly isGuess?: true;
}

const WEEKDAYS = [0, 1, 2, 3, 4];

/** Finds new groups that a school which waits could come into, and counts who of the others that wait could come too. */
export class GroupIdeas {
  private readonly instance: Instance;
  private readonly size: NewGroupSize;
  private readonly all: ByHub;
  private readonly waiting: ByHub;
  private readonly known = new Map<string, Idea[]>();

  constructor(instance: Instance, { applications, waiting }: OfferRows, size: NewGroupSize) {
    this.instance = instance;
    this.size = size;
    this.all = new ByHub(instance, applications);
    this.waiting = new ByHub(instance, waiting);
  }

  /** At its own place and online in its hub: first those for which enough schools wait, the cheapest for it first. */
  near(application: MatchApplication): Idea[] {
    const { meets = "either" } = this.size;
    const place = meets === "online" ? [] : this.atPlaceOf(application);
    return this.bestFirst(
      application,
      meets === "face_to_face" ? place : [...place, ...this.onlineFor(application)],
    );
  }

  /** At the places of others who wait. */
  elsewhere(application: MatchApplication): Idea[] {
    if (this.size.meets === "online") return [];
    const others = this.waiting.all().filter(({ school }) => school !== application.school);
    return this.bestFirst(
      application,
      others.flatMap((other) => this.atPlaceOf(other)),
    );
  }

  /** The idea with everybody to whom it would be open. */
  price(idea: Idea): PricedIdea {
    const { policy } = this.instance.input;
    const options = this.all
      .openTo(idea.group)
      .flatMap(({ index, pair }) =>
        pair.application.pinnedGroup === null
          ? [{ application: index, cost: totalOf(costTerms(pair, policy)) }]
          : [],
      );
    return { idea, options };
  }

  private atPlaceOf(application: MatchApplication): Idea[] {
    return this.ideasAt(application, { key: application.school, online: false });
  }

  private onlineFor(application: MatchApplication): Idea[] {
    const { hub } = this.instance.candidates.schoolOf(application);
    return this.ideasAt(application, { key: `online ${hub}`, online: true });
  }

  /** One for each weekday. */
  private ideasAt(of: MatchApplication, { key, online }: { readonly key: string; readonly online: boolean }) {
    const known = this.known.get(key);
    if (known) return known;
    const { id, hub, easting, northing } = this.instance.candidates.schoolOf(of);
    const where = { offer: of.offer, hub, easting, northing, online, capacity: this.size.capacity };
    const group = { ...where, held: 0, lead: null, leadSchool: null, acceptsGuests: true };
    const days = this.waiting.possibleDays({ ...group, id: key, weekday: 0 });
    const ideas = days.map((waiting, weekday) => ({
      group: { ...group, id: `new ${key} ${weekday}`, weekday },
      venueSchool: id,
      waiting,
    }));
    this.known.set(key, ideas);
    return ideas;
  }

  private bestFirst(application: MatchApplication, ideas: readonly Idea[]): Idea[] {
    const { candidates, input } = this.instance;
    const least = this.size.minimum;
    return ideas
      .map((idea) => ({ idea, pair: candidates.pairWith(application, idea.group) }))
      .filter(({ pair }) => isEligible(pair))
      .map(({ idea, pair }) => ({ idea, cost: totalOf(costTerms(pair, input.policy)) }))
      .sort(
        (x, y) =>
          Number(y.idea.waiting >= least) - Number(x.idea.waiting >= least) ||
          x.cost - y.cost ||
          y.idea.waiting - x.idea.waiting,
      )
      .map(({ idea }) => idea);
  }
}

interface Row {
  readonly index: number;
  readonly application: MatchApplication;
  readonly school: MatchSchool;
}

/** Applications by the hub of their school, so that hubs which cannot come are passed over at once. */
class ByHub {
  private readonly instance: Instance;
  private readonly rows = new Map<string, Row[]>();

  constructor(instance: Instance, applications: readonly number[]) {
    this.instance = instance;
    for (const index of applications) {
      const application = instance.applications[index];
      if (!application) continue;
      const school = instance.candidates.schoolOf(application);
      const there = this.rows.get(school.hub);
      if (there) there.push({ index, application, school });
      else this.rows.set(school.hub, [{ index, application, school }]);
    }
  }

  all(): MatchApplication[] {
    return [...this.rows.values()].flat().map(({ application }) => application);
  }

  openTo(group: MatchGroup): { readonly index: number; readonly pair: Pair }[] {
    const open: { index: number; pair: Pair }[] = [];
    this.eachNear(group, (pair, index) => {
      if (isEligible(pair)) open.push({ index, pair });
    });
    return open;
  }

  /** To how many a group here would be open on each weekday. */
  possibleDays(group: MatchGroup): number[] {
    const counts = WEEKDAYS.map(() => 0);
    this.eachNear(group, (pair) => {
      const { impossibleDays, maximumKm, neighbourHubs } = pair.application;
      const anyDay = { impossibleDays: 0, maximumKm, neighbourHubs };
      const { school, neighbours } = pair;
      if (!isEligible({ application: anyDay, school, neighbours, group })) return;
      for (const day of WEEKDAYS)
        if ((impossibleDays & (1 << day)) === 0) counts[day] = (counts[day] ?? 0) + 1;
    });
    return counts;
  }

  private eachNear(group: MatchGroup, look: (pair: Pair, index: number) => void): void {
    for (const [hub, rows] of this.rows) {
      const [first] = rows;
      if (!first) continue;
      const { neighbours } = this.instance.candidates.pairWith(first.application, group);
      if (hub !== group.hub && !neighbours.has(group.hub)) continue;
      for (const { index, application, school } of rows)
        look({ application, school, neighbours, group }, index);
    }
  }
}
