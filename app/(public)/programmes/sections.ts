import { sayAcademicYear } from "@/lib/kernel/academic-year";
import { type IsoDate, sayDate, sayMonth } from "@/lib/kernel/dates";
import type { CatalogueEntry, Standing } from "@/lib/programmes/catalogue-rules";
import type { Card } from "./cards";

export interface Section {
  readonly title: string;
  readonly cards: readonly Card[];
}

interface Plan {
  readonly title: string;
  readonly standings: readonly Standing[];
}

const forVisitors: readonly Plan[] = [
  { title: "Open now", standings: ["open"] },
  { title: "Opens later", standings: ["later"] },
  { title: "Closed for now", standings: ["closed"] },
  { title: "By referral", standings: ["by_referral"] },
];
const forSchools: readonly Plan[] = [
  { title: "Open to your school now", standings: ["applied", "open"] },
  { title: "Not yet, and how to get there", standings: ["not_yet", "by_referral"] },
];

/** The headed lists of cards; a list without cards is left out. What is for other schools is not among them. */
export function sectionsOf(entries: readonly CatalogueEntry[], school: string | undefined): Section[] {
  const isForSchool = entries.some(({ evaluation }) => evaluation);
  return (isForSchool ? forSchools : forVisitors)
    .map(({ title, standings }) => ({
      title,
      cards: entries
        .filter(({ standing }) => standings.includes(standing))
        .map((entry) => cardOf(entry, school)),
    }))
    .filter(({ cards }) => cards.length > 0);
}

/** The address of a programme's page, with the offer that the catalogue spoke of where there are several. */
export function programmeAddress({ offer, choices }: CatalogueEntry, school: string | undefined): string {
  const fields = new URLSearchParams({
    ...(choices > 1 ? { offer: offer.code } : {}),
    ...(school ? { school } : {}),
  });
  return fields.size === 0 ? `/programmes/${offer.programme}` : `/programmes/${offer.programme}?${fields}`;
}

function cardOf(entry: CatalogueEntry, school: string | undefined): Card {
  const { offer } = entry;
  return {
    href: programmeAddress(entry, school),
    ...statusOf(entry),
    title: offer.name,
    summary: offer.summary,
    facts: [firstFact(entry), ...otherFacts(entry)],
  };
}

function statusOf({ offer, standing, evaluation }: CatalogueEntry): Pick<Card, "kind" | "status"> {
  switch (standing) {
    case "applied":
      return { kind: "wait", status: "You have applied" };
    case "open":
      return { kind: "done", status: sayOpen(offer, evaluation !== undefined) };
    case "by_referral":
      return { kind: "plain", status: "By referral" };
    case "later":
      return { kind: "plain", status: "Opens later" };
    case "closed":
      return { kind: "plain", status: "Closed" };
    default:
      return { kind: "no", status: "Not yet" };
  }
}

/** A programme for one person is open to the people of a school: whether to this one the application asks. */
function sayOpen({ unit }: CatalogueEntry["offer"], isJudged: boolean): string {
  if (!isJudged) return "Open";
  return unit === "person" ? "Open to your staff" : "Open to you";
}

function firstFact({ offer, standing, evaluation, application }: CatalogueEntry): [string, string] {
  const year = sayAcademicYear(offer.academicYear);
  if (application?.promisedOn) return ["Decision by", sayDate(application.promisedOn)];
  if (standing === "open" || standing === "applied") return ["Apply by", sayDate(offer.closesOn)];
  if (standing === "by_referral") return ["When", "At any time"];
  if (standing === "closed") return ["Closed on", sayDate(offer.closesOn)];
  if (standing === "later" || onlyTheWindow(evaluation?.conditions)) return ["Opens", sayDate(offer.opensOn)];
  return ["Could start", sayStart(evaluation?.startsSoonest) ?? `After ${year}`];
}

function sayStart(startsSoonest: IsoDate | undefined): string | undefined {
  return startsSoonest && sayMonth(startsSoonest);
}

type Conditions = NonNullable<CatalogueEntry["evaluation"]>["conditions"];

function onlyTheWindow(conditions: Conditions | undefined): boolean {
  return missing(conditions).every(({ code }) => code === "in_window") && conditions !== undefined;
}

function missing(conditions: Conditions | undefined): Conditions {
  return conditions?.filter(({ state }) => state === "not_yet") ?? [];
}

function otherFacts({ offer, choices, standing, evaluation }: CatalogueEntry): [string, string][] {
  const step = missing(evaluation?.conditions).find(({ code }) => code !== "in_window")?.route?.sentence;
  if (standing === "not_yet" && step) return [["Next step", step]];
  const who: [string, string] = ["Who", offer.audience];
  const time: [string, string] = ["Time", offer.timeNeeded];
  return choices > 1 ? [who, time, ["Choose", `One of ${choices}`]] : [who, time];
}
