import { sayAcademicYear } from "@/lib/kernel/academic-year";
import { type IsoDate, sayDate, sayMonth } from "@/lib/kernel/dates";
import type { Condition } from "./condition";
import type { OfferFacts } from "./facts";

export type WindowState = "before" | "open" | "closed";

export function windowState(offer: Pick<OfferFacts, "opensOn" | "closesOn">, today: IsoDate): WindowState {
  if (today < offer.opensOn) return "before";
  return today <= offer.closesOn ? "open" : "closed";
}

/** The window as a condition; nothing while applications are open. */
export function windowCondition(
  offer: OfferFacts,
  catalogue: readonly OfferFacts[],
  today: IsoDate,
): Condition | undefined {
  const state = windowState(offer, today);
  if (state === "open") return undefined;
  return state === "before" ? notOpenYet(offer) : closed(offer, catalogue);
}

function notOpenYet(offer: OfferFacts): Condition {
  return {
    code: "in_window",
    state: "not_yet",
    sentence: "applications are open",
    evidence: `From ${sayDate(offer.opensOn)} to ${sayDate(offer.closesOn)}`,
    route: {
      sentence: `Applications open on ${sayDate(offer.opensOn)}`,
      steps: [],
      metFor: offer.academicYear,
    },
  };
}

function closed(offer: OfferFacts, catalogue: readonly OfferFacts[]): Condition {
  const next = offerOfYear(offer, offer.academicYear + 1, catalogue);
  return {
    code: "in_window",
    state: "not_yet",
    sentence: "applications are open",
    evidence: `They closed on ${sayDate(offer.closesOn)}`,
    route: {
      sentence: `Applications for ${sayAcademicYear(next.academicYear)} open in ${sayMonth(next.opensOn)}`,
      steps: [],
      metFor: next.academicYear,
    },
  };
}

/** The same programme and theme in another year: its offer when there is one, else this one's dates moved by whole years. */
export function offerOfYear(offer: OfferFacts, year: number, catalogue: readonly OfferFacts[]): OfferFacts {
  if (year === offer.academicYear) return offer;
  const found = catalogue.find(
    (other) =>
      other.programme === offer.programme && other.theme === offer.theme && other.academicYear === year,
  );
  if (found) return found;
  const moved = (date: IsoDate) =>
    `${Number(date.slice(0, 4)) + year - offer.academicYear}${date.slice(4, 8)}01`;
  return {
    ...offer,
    academicYear: year,
    opensOn: moved(offer.opensOn),
    closesOn: moved(offer.closesOn),
    startsOn: moved(offer.startsOn),
    endsOn: moved(offer.endsOn),
  };
}
