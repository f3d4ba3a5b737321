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
export function offerRow(hubId: string | null, offer: MatchingOffer): OfferRow {
  const { unplaced, waiting, groups, places, lastRun, inTheWay } = offer;
  const toMatch = unplaced + waiting;
  const isOpen = lastRun !== null && isOpenRun(lastRun.status);
  const mayMatch = offer.mayRun && !isOpen && inTheWay === 0 && toMatch > 0;
  return {
    offerId: offer.offerId,
    hubId: hubId ?? "",
    name: offer.name,
    year: sayAcademicYear(offer.academicYear),
    toPlace: `${unplaced}`,
    hubs: hubId === null && offer.hubs > 0 ? `over ${count(offer.hubs, "hub")}` : "",
    waiting: waiting === 0 ? "" : `${waiting} on the waiting list`,
    groups: groups === 0 ? "No open group" : count(groups, "group"),
    places: groups === 0 ? "" : `${count(places, "free place")}`,
    run: lastRun && {
      href: `/hub/matching/${lastRun.id}${lastRun.isRepair && lastRun.status === "computed" ? "/repair" : ""}`,
      when: sayMoment(lastRun.at),
      ...runStatus[lastRun.status],
    },
    button: mayMatch ? `Match ${count(toMatch, "application")}` : null,
    repair: mayMatch && offer.isMatched,
    note: isOpen ? "" : noteOf(hubId, offer, toMatch),
  };
}

function noteOf(hubId: string | null, { mayRun, groups, inTheWay }: MatchingOffer, toMatch: number): string {
  if (inTheWay > 0) return sayInTheWay(hubId, inTheWay);
  if (toMatch === 0) return "Nobody to place";
  if (!mayRun) return "The hub’s lead, deputy or assistant lead of the phase matches";
  if (groups > 0) return "";
  return `${hubId === null ? "No group" : "No group of your hub"} is open. The match proposes new ones`;
}

function sayInTheWay(hubId: string | null, inTheWay: number): string {
  if (hubId !== null)
    return "The national team matches it over all hubs now. You can when that is published or discarded";
  const hubs = inTheWay === 1 ? "1 hub matches" : `${inTheWay} hubs match`;
  return `${hubs} it now. You can when that is published or discarded`;
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
