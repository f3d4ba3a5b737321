import { sayAcademicYear } from "@/lib/kernel/academic-year";
import { sayMoment } from "@/lib/kernel/dates";
import { count } from "@/lib/kernel/words";
import type { MatchRunRow } from "@/lib/matching/queries/match-runs";
import type { MatchingOffer } from "@/lib/matching/queries/matching-offers";
import { isOpenRun } from "@/lib/matching/rules";
import type { OfferRow } from "./offers-table";
import { runStatus } from "./run-status";
import type { RunRow } from "./runs-table";

/** An offer in words, with the one thing to do about it. */
export function offerRow(hubId: string, offer: MatchingOffer): OfferRow {
  const { unplaced, waiting, groups, places, lastRun } = offer;
  const toMatch = unplaced + waiting;
  const isOpen = lastRun !== null && isOpenRun(lastRun.status);
  return {
    offerId: offer.offerId,
    hubId,
    name: offer.name,
    year: sayAcademicYear(offer.academicYear),
    toPlace: `${unplaced}`,
    waiting: waiting === 0 ? "" : `${waiting} on the waiting list`,
    groups: groups === 0 ? "No open group" : count(groups, "group"),
    places: groups === 0 ? "" : `${count(places, "free place")}`,
    run: lastRun && {
      href: `/hub/matching/${lastRun.id}${lastRun.isRepair && lastRun.status === "computed" ? "/repair" : ""}`,
      when: sayMoment(lastRun.at),
      ...runStatus[lastRun.status],
    },
    button: offer.mayRun && !isOpen && toMatch > 0 ? `Match ${count(toMatch, "application")}` : null,
    repair: offer.mayRun && lastRun?.status === "published" && unplaced + waiting > 0,
    note: noteOf(offer, toMatch, isOpen),
  };
}

function noteOf({ mayRun, groups }: MatchingOffer, toMatch: number, isOpen: boolean): string {
  if (isOpen) return "";
  if (toMatch === 0) return "Nobody to place";
  if (!mayRun) return "The hub’s lead, deputy or assistant lead of the phase matches";
  return groups === 0 ? "No group of your hub is open. The match proposes new ones" : "";
}

export function runRow(run: MatchRunRow): RunRow {
  const found = run.placed + run.waiting;
  return {
    id: run.id,
    name: `${run.name}, ${sayAcademicYear(run.academicYear)}`,
    when: sayMoment(run.queuedAt),
    by: run.startedBy,
    found: found === 0 ? "" : `${run.placed} placed, ${run.waiting} waiting`,
    ...runStatus[run.status],
  };
}
