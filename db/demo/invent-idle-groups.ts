import { addDays, londonMoment } from "@/lib/kernel/dates";
import { addGroup, addSession } from "./add-group";
import type { Country } from "./country";
import { addYearOfSessions } from "./invent-applications";

const reasons = [
  "No lead could be found in time",
  "Too few schools could come on this day",
  "The venue has closed",
] as const;

/** Groups without schools: one that each hub still plans for next year, and in every other hub one that was cancelled this year. */
export function inventIdleGroups(country: Country): void {
  for (const [index, hub] of country.hubs.entries()) {
    const host = country.schools.find(({ hubId, phases }) => hubId === hub.id && phases.includes("primary"));
    if (!host) continue;
    const offerOf = (year: number) =>
      country.offers.find(
        ({ slug, academicYear }) => slug === "mastering-number-r-ks1" && academicYear === year,
      );
    const next = offerOf(country.year + 1);
    if (next) {
      const group = addGroup(
        country,
        { hub, offer: next, number: 90 },
        { host, status: "planned", maximum: next.maximumSchools },
      );
      if (index % 2 === 0) addYearOfSessions(country, group, next);
    }
    const now = offerOf(country.year);
    if (now && index % 2 === 1) cancelled(country, { hub, offer: now, number: 91 }, { host, index });
  }
}

function cancelled(
  country: Country,
  plan: Parameters<typeof addGroup>[1],
  { host, index }: { host: Parameters<typeof addGroup>[2]["host"]; index: number },
): void {
  const reason = reasons[index % reasons.length] ?? reasons[0];
  const group = addGroup(country, plan, {
    host,
    status: "cancelled",
    maximum: plan.offer.maximumSchools,
    reason,
  });
  const cancelledAt = londonMoment(addDays(country.day, -20), "15:10");
  for (const [at, offset] of [7, 35, 63].entries())
    addSession(country, { group, number: at + 1, heldOn: addDays(country.day, offset), cancelledAt });
}
