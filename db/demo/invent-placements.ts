import { costTerms, isEligible, type Pair, totalOf } from "@/lib/matching/cost";
import { POLICY_NUMBERS } from "@/lib/matching/policy-numbers";
import type { Country, HubFacts, OfferFacts } from "./country";
import { keepWaiting, pairOf, placeInGroup } from "./place-in-group";
import type { Setting } from "./setting";

type Application = Country["applications"][number];
type Group = Country["workGroups"][number];

/** What the schools that were offered a place did with it, in turn. */
const answers = ["offered", "accepted", "offered", "declined", "accepted", "lapsed", "proposed"] as const;

/** One offer in one hub whose match has been published. */
interface Match {
  readonly applications: readonly Application[];
  /** The groups of the offer there and in the neighbouring hubs. */
  readonly groups: readonly Group[];
}

/** What is given out, over all matches. */
interface Given {
  /** The tiers of the schools that hold a place, by group. */
  readonly holders: Map<string, number[]>;
  placed: number;
}

/** In a quarter of the hubs next year's match has been published: places in every state, and schools that wait for a true reason. */
export function inventPlacements(country: Country, setting: Setting, toMatch: OfferFacts | undefined): void {
  const recruiting = country.workGroups.filter(({ status }) => status === "recruiting");
  const given: Given = { holders: new Map(), placed: 0 };
  const published = country.hubs
    .filter((hub, index) => index % 4 === 1 || hub === setting.hub)
    .flatMap((hub) => matchesOf(country, hub, recruiting))
    .filter(({ hub, offerId }) => hub !== setting.hub || offerId !== toMatch?.id);
  for (const match of published)
    limitRoom(
      match.groups.filter(({ hubId }) => hubId === match.hub.id),
      match.applications,
    );
  for (const match of published) publish(country, match, given);
  offerToPersonas(country, setting, recruiting);
}

function matchesOf(country: Country, hub: HubFacts, recruiting: readonly Group[]) {
  const offers = new Set(recruiting.filter(({ hubId }) => hubId === hub.id).map(({ offerId }) => offerId));
  return [...offers].map((offerId) => ({
    hub,
    offerId,
    applications: country.applications
      .filter((row) => row.hubId === hub.id && row.offerId === offerId && isUnplaced(row))
      .sort((a, b) => (a.tier ?? 2) - (b.tier ?? 2)),
    groups: recruiting.filter(
      (group) => group.offerId === offerId && (group.hubId === hub.id || hub.neighbours.has(group.hubId)),
    ),
  }));
}

/** Places the schools, those of the highest priority first, as long as the groups that are open to them have room. */
function publish(country: Country, { applications, groups }: Match, given: Given): void {
  let position = 0;
  for (const application of applications) {
    const tier = application.tier ?? 2;
    const pairs = groups.map((group) => pairOf(country, application, group));
    const open = pairs.filter(isEligible);
    const holders = (pair: Pair) => given.holders.get(pair.group.id) ?? [];
    const [best] = open
      .filter((pair) => holders(pair).length < pair.group.capacity)
      .sort((a, b) => priceOf(a) - priceOf(b));
    if (best) {
      const answer = answers[given.placed % answers.length] ?? "offered";
      placeInGroup(country, application, { pair: best, openGroups: open.length, answer });
      given.holders.set(best.group.id, [...holders(best), tier]);
      given.placed += 1;
    } else if (open.flatMap(holders).every((other) => other <= tier)) {
      if (open.length > 0) position += 1;
      keepWaiting(country, application, {
        pairs,
        position,
        worstTier: Math.max(0, ...open.flatMap(holders)),
      });
    }
  }
}

/** Leaves the groups fewer places than there are schools, so that the last ones wait. */
function limitRoom(groups: readonly Group[], applications: readonly Application[]): void {
  if (applications.length < 4) return;
  const room = Math.max(2, Math.floor((applications.length * 0.8) / groups.length));
  for (const group of groups)
    Object.assign(group, { maximumSchools: room, minimumSchools: Math.min(room, group.minimumSchools) });
}

/** The personas' own school has a place to answer. */
function offerToPersonas(country: Country, { school }: Setting, recruiting: readonly Group[]): void {
  const application = country.applications.find(
    (row) => row.organisationId === school.id && recruiting.some(({ offerId }) => offerId === row.offerId),
  );
  if (!application) return;
  const groups = recruiting.filter(
    (one) => one.offerId === application.offerId && one.hubId === application.hubId,
  );
  Object.assign(application, withinReach(application));
  const pairs = groups.map((group) => pairOf(country, application, group));
  const [pair] = pairs.filter(isEligible).sort((a, b) => priceOf(a) - priceOf(b));
  if (pair)
    placeInGroup(country, application, {
      pair,
      openGroups: pairs.filter(isEligible).length,
      answer: "offered",
    });
}

/** Wishes that leave every group of the hub open. */
function withinReach(application: Application): Partial<Application> {
  return { impossibleDays: 0, maximumKm: Math.max(60, application.maximumKm ?? 0) };
}

function isUnplaced({ decision, placement }: Application): boolean {
  return decision === "approved" && placement === "unplaced";
}

function priceOf(pair: Pair): number {
  return totalOf(costTerms(pair, POLICY_NUMBERS));
}
