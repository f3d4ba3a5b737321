import { academicYearOf, sayAcademicYear } from "@/lib/kernel/academic-year";
import { type IsoDate, sayDate, sayDay } from "@/lib/kernel/dates";
import type { Condition, RouteStep, WayThrough } from "./condition";
import type { Evaluation } from "./evaluate";
import type { EligibilityFacts, OfferFacts } from "./facts";
import { offerOfYear, windowState } from "./window";

/** The route of a "not yet": what to do when, ending with this programme's own start where every step has a year. */
export function planRoute({
  offer,
  missing,
  catalogue,
  today,
}: {
  offer: OfferFacts;
  missing: readonly Condition[];
  catalogue: readonly OfferFacts[];
  today: IsoDate;
}): Pick<Evaluation, "route" | "startsSoonest"> {
  const steps = missing.flatMap((condition) => condition.route?.steps ?? []);
  const years = missing.map((condition) => condition.route?.metFor);
  if (years.some((year) => year === undefined)) return { route: inOrder(steps) };
  const year = Math.max(offer.academicYear, ...years.map((known) => known ?? 0));
  const target = offerOfYear(offer, year, catalogue);
  const apply = { on: later(target.opensOn, today), text: `Apply for ${offer.shortName}` };
  const start = { on: target.startsOn, text: `Start ${offer.shortName}` };
  return { route: inOrder([...steps, apply, start]), startsSoonest: target.startsOn };
}

/** The next way into another programme, and what has to be done for it. */
export function throughProgramme(
  wanted: {
    programme: string;
    theme: string | undefined;
    name: string;
    facts: EligibilityFacts;
    catalogue: readonly OfferFacts[];
  },
  evaluate: (offer: OfferFacts) => Evaluation | undefined,
): WayThrough {
  const { today } = wanted.facts;
  const asked = askedFor(wanted);
  if (asked) return asked;
  const offer = nextOffer(wanted, today);
  if (!offer) return { sentence: `Ask the hub when ${wanted.name} is next offered`, steps: [] };
  const evaluation = evaluate(offer);
  if (!evaluation || evaluation.outcome === "not_for_you")
    return { sentence: `Talk to the hub about ${wanted.name}`, steps: [] };
  if (evaluation.outcome === "open") return wayNow(offer, today);
  return wayLater(offer, evaluation);
}

function askedFor({
  programme,
  name,
  facts,
  catalogue,
}: {
  programme: string;
  name: string;
  facts: EligibilityFacts;
  catalogue: readonly OfferFacts[];
}): WayThrough | undefined {
  const place = facts.places.find(
    (one) => one.programme === programme && one.progress === "asked" && one.endsOn >= facts.today,
  );
  if (!place) return undefined;
  const startsOn = catalogue.find((offer) => offer.id === place.offerId)?.startsOn;
  return {
    sentence: `The application for ${name} in ${sayAcademicYear(place.academicYear)} is on its way`,
    steps: startsOn ? [{ on: startsOn, text: `Start ${name}` }] : [],
    year: place.academicYear,
  };
}

function nextOffer(
  {
    programme,
    theme,
    catalogue,
  }: { programme: string; theme: string | undefined; catalogue: readonly OfferFacts[] },
  today: IsoDate,
): OfferFacts | undefined {
  return catalogue
    .filter((offer) => offer.programme === programme && (theme === undefined || offer.theme === theme))
    .filter((offer) => windowState(offer, today) !== "closed")
    .sort((one, other) => one.startsOn.localeCompare(other.startsOn))[0];
}

function wayNow(offer: OfferFacts, today: IsoDate): WayThrough {
  const apply = { offerId: offer.id, programme: offer.programme, name: offer.shortName };
  return {
    sentence: `Apply for ${offer.shortName} first, by ${sayDay(offer.closesOn)}`,
    steps: [
      { on: today, text: `Apply for ${offer.shortName}, by ${sayDay(offer.closesOn)}`, apply },
      { on: offer.startsOn, text: `Start ${offer.shortName}` },
    ],
    year: offer.academicYear,
  };
}

function wayLater(offer: OfferFacts, evaluation: Evaluation): WayThrough {
  const missing = evaluation.conditions.filter(({ state }) => state === "not_yet");
  const onlyTheWindow = missing.every(({ code }) => code === "in_window");
  const first = missing.find(({ code }) => code !== "in_window")?.route?.sentence;
  const { startsSoonest } = evaluation;
  return {
    sentence: onlyTheWindow
      ? `Join ${offer.shortName} first: applications open on ${sayDate(offer.opensOn)}`
      : `Join ${offer.shortName} first. ${first ?? "Talk to the hub about how to get there"}`,
    steps: evaluation.route,
    ...(startsSoonest ? { year: yearOf(offer, startsSoonest) } : {}),
  };
}

/** An offer may start before September and still count for the year that follows. */
function yearOf(offer: OfferFacts, startsSoonest: IsoDate): number {
  const own = academicYearOf(offer.startsOn);
  return academicYearOf(startsSoonest) + (offer.academicYear - own);
}

function later(one: IsoDate, other: IsoDate): IsoDate {
  return one > other ? one : other;
}

/** Each step once, in order of time. An application comes before a start of the same day. */
function inOrder(steps: readonly RouteStep[]): RouteStep[] {
  const byText = new Map<string, RouteStep>();
  for (const step of steps) if (!byText.has(step.text)) byText.set(step.text, step);
  return [...byText.values()].sort((one, other) => one.on.localeCompare(other.on));
}
