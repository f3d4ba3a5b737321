import type { LeadAssignment } from "./assign-leads";
import { compareText } from "./compare-text";
import { costTerms, isEligible, totalOf } from "./cost";
import { FreeLeads } from "./free-leads";
import { type Instance, isDecided } from "./instance";
import type { GroupNorm, MatchApplication, MatchGroup } from "./match-input";
import { findOpenGroups } from "./solver/find-open-groups";

/** A group that does not exist yet and would bring waiting schools in. */
export interface GroupProposal {
  readonly offer: string;
  readonly hub: string;
  /** The waiting school at whose place it would meet; of an online group, the one it was thought of for. */
  readonly venueSchool: string;
  readonly easting: number | null;
  readonly northing: number | null;
  readonly online: boolean;
  readonly weekday: number;
  readonly pattern: number;
  readonly minimum: number;
  readonly capacity: number;
  /** Somebody with the role, the hub, the day and weeks, and a load to spare. */
  readonly lead: string;
  /** The waiting applications it would serve, by id. */
  readonly applications: readonly string[];
}

export interface ProposalInput {
  readonly instance: Instance;
  readonly groupOf: ArrayLike<number>;
  readonly assignments: readonly LeadAssignment[];
  /** Offers without a norm get no proposal. */
  readonly norms: ReadonlyMap<string, GroupNorm>;
  /** New groups meet in any week, so that their lead leads nothing else on that weekday. */
  readonly anyWeek?: boolean;
  /** Earlier proposals that are being made real: their schools wait for them, and their leads lead them. */
  readonly planned?: readonly GroupProposal[];
}

/**
 * Groups that would serve schools who wait: at the place of one of them or online, on a weekday, large enough to run and
 * with a free lead. Which of them serve the most schools together is searched as the groups of a match are. Those that
 * serve most come first. Each school is counted once.
 */
export function proposeGroups(input: ProposalInput): GroupProposal[] {
  const { instance, groupOf, assignments, anyWeek, planned = [] } = input;
  const free = new FreeLeads(instance.input.leads ?? [], instance.groups, { assignments, anyWeek });
  for (const group of planned) free.take(group.lead, group);
  const served = new Set(planned.flatMap(({ applications }) => applications));
  const left = new Set(
    instance.applications.filter(
      (one, index) => (groupOf[index] ?? -1) < 0 && !isDecided(one) && !served.has(one.id),
    ),
  );
  const proposals: GroupProposal[] = [];
  for (let found = nextRound(input, free, left); found.length > 0; found = nextRound(input, free, left))
    proposals.push(...found);
  return proposals.sort(
    (x, y) => y.applications.length - x.applications.length || compareText(keyOf(x), keyOf(y)),
  );
}

function keyOf({ offer, hub, venueSchool, weekday }: GroupProposal): string {
  return [offer, hub, venueSchool, weekday].join(" ");
}

/** The best groups for those who are left, as far as there are leads for them; takes leads and schools off. */
function nextRound(
  { instance, norms }: ProposalInput,
  free: FreeLeads,
  left: Set<MatchApplication>,
): GroupProposal[] {
  const offers = [...norms].sort(([x], [y]) => compareText(x, y));
  const wanted = offers.flatMap(([offer, norm]) =>
    bestGroups(instance, norm, { free, waiting: [...left].filter((one) => one.offer === offer) }),
  );
  wanted.sort((x, y) => y.members.length - x.members.length || compareText(x.group.id, y.group.id));
  const proposals: GroupProposal[] = [];
  for (const { group, members, venueSchool } of wanted) {
    const found = free.findFor({ ...group, members });
    if (!found) continue;
    const pattern = found.pattern;
    free.take(found.lead.id, { ...group, pattern });
    for (const one of members) left.delete(one);
    const { offer, hub, easting, northing, online, weekday, minimum = 0, capacity } = group;
    const applications = members.map(({ id }) => id).sort(compareText);
    const where = { offer, hub, venueSchool, easting, northing, online, weekday, pattern };
    proposals.push({ ...where, minimum, capacity, lead: found.lead.id, applications });
  }
  return proposals;
}

interface Idea {
  readonly group: MatchGroup;
  readonly venueSchool: string;
  readonly options: readonly { readonly application: number; readonly cost: number }[];
}

interface Wanted {
  readonly group: MatchGroup;
  readonly venueSchool: string;
  readonly members: readonly MatchApplication[];
}

function bestGroups(
  instance: Instance,
  norm: GroupNorm,
  { free, waiting }: { free: FreeLeads; waiting: readonly MatchApplication[] },
): Wanted[] {
  if (waiting.length < norm.minimum) return [];
  const ideas = distinct(
    ideasFor(instance, norm, waiting).filter(({ group }) => free.findFor({ ...group, members: [] })),
  );
  if (ideas.length === 0) return [];
  const groupOf = findOpenGroups({
    applications: waiting.length,
    capacity: ideas.map(({ group }) => group.capacity),
    minimum: ideas.map(({ group }) => group.minimum ?? 0),
    pairs: {
      application: ideas.flatMap(({ options }) => options.map(({ application }) => application)),
      group: ideas.flatMap(({ options }, index) => options.map(() => index)),
      cost: ideas.flatMap(({ options }) => options.map(({ cost }) => cost)),
    },
  });
  const members = ideas.map((): MatchApplication[] => []);
  waiting.forEach((application, index) => {
    members[groupOf[index] ?? -1]?.push(application);
  });
  return ideas
    .map(({ group, venueSchool }, index) => ({ group, venueSchool, members: members[index] ?? [] }))
    .filter((one) => one.members.length > 0);
}

/** Every place of a waiting school on every weekday, and one group online for every hub and weekday. */
function ideasFor(instance: Instance, norm: GroupNorm, waiting: readonly MatchApplication[]): Idea[] {
  const ideas: Idea[] = [];
  const online = new Set<string>();
  for (const application of waiting) {
    const school = instance.candidates.schoolOf(application);
    for (let weekday = 0; weekday < 5; weekday++) {
      const group = { ...blank(application.offer, norm), ...school, id: `${school.id} ${weekday}`, weekday };
      ideas.push(ideaFor(instance, { ...group, online: false }, { waiting, venueSchool: school.id }));
      const place = `${school.hub} ${weekday}`;
      if (online.has(place)) continue;
      online.add(place);
      ideas.push(
        ideaFor(
          instance,
          { ...group, id: `${place} online`, online: true },
          { waiting, venueSchool: school.id },
        ),
      );
    }
  }
  return ideas.filter(
    ({ group, options }) =>
      options.length >= norm.minimum && norm.meets !== (group.online ? "face_to_face" : "online"),
  );
}

function blank(offer: string, { minimum, capacity, role }: GroupNorm) {
  return { offer, minimum, capacity, role, held: 0, lead: null, leadSchool: null, acceptsGuests: true };
}

function ideaFor(
  { candidates, input }: Instance,
  group: MatchGroup,
  { waiting, venueSchool }: { waiting: readonly MatchApplication[]; venueSchool: string },
): Idea {
  const options = waiting.flatMap((application, index) => {
    const pair = candidates.pairWith(application, group);
    return isEligible(pair) ? [{ application: index, cost: totalOf(costTerms(pair, input.policy)) }] : [];
  });
  return { group, venueSchool, options };
}

/** Of ideas for the same schools on the same weekday, the one with the shortest ways. */
function distinct(ideas: readonly Idea[]): Idea[] {
  const best = new Map<string, Idea>();
  for (const idea of ideas) {
    const key = `${idea.group.weekday} ${idea.options.map(({ application }) => application).join()}`;
    const known = best.get(key);
    if (!known || costOf(idea) < costOf(known)) best.set(key, idea);
  }
  return [...best.values()];
}

function costOf({ options }: Idea): number {
  return options.reduce((sum, { cost }) => sum + cost, 0);
}
