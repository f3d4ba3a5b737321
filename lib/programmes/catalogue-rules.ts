import type { AcademicYear } from "@/lib/kernel/academic-year";
import type { IsoDate } from "@/lib/kernel/dates";
import { type Evaluation, evaluateEligibility } from "./eligibility/evaluate";
import type { EligibilityFacts, LiveApplication } from "./eligibility/facts";
import { windowState } from "./eligibility/window";
import type { CatalogueFilters } from "./input";
import type { CatalogueOffer } from "./queries/offers";

export type Standing = "applied" | "open" | "not_yet" | "not_for_you" | "later" | "closed" | "by_referral";

/** One programme of the catalogue, told by the one of its offers that matters most to the reader. */
export interface CatalogueEntry {
  readonly offer: CatalogueOffer;
  /** How many themes, pathways or starts there are to choose from. */
  readonly choices: number;
  readonly standing: Standing;
  readonly evaluation?: Evaluation;
  readonly application?: LiveApplication;
}

export interface CatalogueView {
  readonly entries: readonly CatalogueEntry[];
  /** Programmes that match, of all there are. */
  readonly matching: number;
  readonly all: number;
}

/** The order in which a programme's offers speak for it, and in which a list shows programmes. */
const order: readonly Standing[] = [
  "applied",
  "open",
  "not_yet",
  "later",
  "by_referral",
  "closed",
  "not_for_you",
];

/** Each programme once, judged for the school when there is one: what is open first, by the soonest deadline. */
export function arrangeCatalogue({
  offers,
  filters,
  facts,
  today,
}: {
  offers: readonly CatalogueOffer[];
  filters: CatalogueFilters;
  facts?: EligibilityFacts | undefined;
  today: IsoDate;
}): CatalogueView {
  const byProgramme = groupBy(offers, (offer) => offer.programme);
  const entries = [...byProgramme.values()].flatMap((ofOne) => {
    const chances = nextChances(ofOne, filters.year, today).filter((offer) => matches(offer, filters));
    return speakFor(chances, { catalogue: offers, facts, today }) ?? [];
  });
  const shown = entries.filter(({ standing }) => isWanted(standing, filters));
  return { entries: shown.toSorted(byStanding), matching: shown.length, all: byProgramme.size };
}

/** Of each theme the offer that can be applied for next; of a year, that year's. */
export function nextChances<Offer extends CatalogueOffer>(
  offers: readonly Offer[],
  year: AcademicYear | undefined,
  today: IsoDate,
): Offer[] {
  if (year !== undefined) return offers.filter((offer) => offer.academicYear === year);
  return [...groupBy(offers, (offer) => offer.theme).values()].flatMap((ofTheme) => {
    const ahead = ofTheme.filter((offer) => offer.closesOn >= today);
    const next = ahead.toSorted((one, other) => one.closesOn.localeCompare(other.closesOn))[0];
    return next ?? ofTheme.at(-1) ?? [];
  });
}

function groupBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

interface Reader {
  readonly catalogue: readonly CatalogueOffer[];
  readonly facts: EligibilityFacts | undefined;
  readonly today: IsoDate;
}

/** Of a programme's offers the one that matters most to the reader; nothing when there are none. */
export function speakFor(chances: readonly CatalogueOffer[], reader: Reader): CatalogueEntry | undefined {
  return chances.map((offer) => judge(offer, chances.length, reader)).toSorted(byStanding)[0];
}

function judge(offer: CatalogueOffer, choices: number, { catalogue, facts, today }: Reader): CatalogueEntry {
  if (!facts) return { offer, choices, standing: publicStanding(offer, today) };
  const evaluation = evaluateEligibility({ offer, facts, catalogue });
  const application = ownApplication(offer, facts);
  if (application) return { offer, choices, standing: "applied", evaluation, application };
  const standing =
    evaluation.outcome === "not_yet" && !offer.opensToApplications ? "by_referral" : evaluation.outcome;
  return { offer, choices, standing, evaluation };
}

/** The school's application for an offer. Where an offer enrols people others may still apply, so it stays open. */
export function ownApplication(
  offer: Pick<CatalogueOffer, "id" | "unit">,
  facts: EligibilityFacts,
): LiveApplication | undefined {
  if (offer.unit === "person") return undefined;
  return facts.applications.find((application) => application.offerId === offer.id);
}

export function publicStanding(
  offer: Pick<CatalogueOffer, "opensOn" | "closesOn" | "opensToApplications">,
  today: IsoDate,
): Standing {
  if (!offer.opensToApplications) return "by_referral";
  const state = windowState(offer, today);
  if (state === "before") return "later";
  return state;
}

function byStanding(one: CatalogueEntry, other: CatalogueEntry): number {
  return (
    order.indexOf(one.standing) - order.indexOf(other.standing) ||
    dateThatMatters(one).localeCompare(dateThatMatters(other)) ||
    one.offer.position - other.offer.position ||
    one.offer.code.localeCompare(other.offer.code)
  );
}

function dateThatMatters({ offer, standing, evaluation }: CatalogueEntry): IsoDate {
  if (standing === "not_yet") return evaluation?.startsSoonest ?? "9999-12-31";
  return standing === "later" ? offer.opensOn : offer.closesOn;
}

function isWanted(standing: Standing, { open }: CatalogueFilters): boolean {
  if (open.length === 0) return true;
  if (standing === "not_for_you") return false;
  const isOpen = standing === "open" || standing === "applied";
  return open.includes(isOpen ? "now" : "not-yet");
}

const kinds: Readonly<Record<CatalogueOffer["format"], CatalogueFilters["kind"][number]>> = {
  work_group: "group",
  riwg: "group",
  sktm_programme: "person",
  national_programme: "person",
  llme_development: "person",
  community: "community",
  bespoke_support: "support",
  targeted_support: "support",
};

function matches(offer: CatalogueOffer, filters: CatalogueFilters): boolean {
  const among = (wanted: readonly string[], has: readonly string[]) =>
    wanted.length === 0 || has.some((value) => wanted.includes(value));
  return (
    among(filters.phase, [offer.phase]) &&
    among(filters.who, offer.audiences) &&
    among(filters.kind, [kinds[offer.format]]) &&
    among(filters.meet, [offer.meets]) &&
    wordsOf(filters.q).every((word) => isAmong(word, haystack(offer)))
  );
}

/** By its beginning, in one number or many; words as short as "TA" must be whole. */
function isAmong(word: string, words: readonly string[]): boolean {
  const stem = word.length > 2 ? word.replace(/s$/, "") : word;
  return words.some((there) => (stem.length > 2 ? there.startsWith(stem) : there === stem));
}

function haystack(offer: CatalogueOffer): string[] {
  const { name, shortName, summary, keywords, theme, code } = offer;
  return [...wordsOf([name, shortName, summary, keywords, theme ?? ""].join(" ")), code.toLowerCase()];
}

/** Lower case, without accents or signs; "NCP27-06" stays one word. */
function wordsOf(text: string): string[] {
  const folded = text.normalize("NFKD").toLowerCase();
  return folded.match(/ncp\d\d-\w+|[a-z0-9]+/g) ?? [];
}
