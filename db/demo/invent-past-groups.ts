import { startOfAcademicYear } from "@/lib/kernel/academic-year";
import { firstDate, proposeDates } from "@/lib/workgroups/rules";
import type { Country, OfferFacts } from "./country";
import { inventGroupYear } from "./invent-groups";
import type { InventedSchool } from "./invent-schools";

const schoolsInGroup = 8;

/** Groups of last year that have finished, for a third of the schools that completed a stage then. */
export function inventPastGroups(country: Country): void {
  const year = country.year - 1;
  const schools = new Map(country.schools.map((school) => [school.id, school]));
  const members = new Map<string, { offer: OfferFacts; schools: InventedSchool[] }>();
  for (const [index, period] of country.stagePeriods.entries()) {
    const school = schools.get(period.organisationId);
    if (period.startedOn !== startOfAcademicYear(year) || !school || index % 3 !== 0) continue;
    const offer = country.offers.find(
      (one) => one.academicYear === year && one.stage === period.stage && one.ladderPhase === period.phase,
    );
    if (!offer) continue;
    const key = `${offer.id} ${school.hubId}`;
    const entry = members.get(key) ?? { offer, schools: [] };
    entry.schools.push(school);
    members.set(key, entry);
  }
  for (const entry of members.values()) inventPastGroupsOf(country, entry);
}

function inventPastGroupsOf(
  country: Country,
  { offer, schools }: { offer: OfferFacts; schools: readonly InventedSchool[] },
): void {
  const hub = country.hubs.find(({ id }) => id === schools[0]?.hubId);
  for (let from = 0; hub && from < schools.length; from += schoolsInGroup)
    inventGroupYear(
      country,
      { hub, offer, number: from / schoolsInGroup + 1, members: schools.slice(from, from + schoolsInGroup) },
      {
        status: "finished",
        placement: "completed",
        dates: (weekday) => {
          const firstOn = firstDate({ weekday, weekPattern: "every" }, `${offer.academicYear}-09-15`);
          return proposeDates({ firstOn, sessions: 6, weeksBetween: 6, weekPattern: "every" });
        },
      },
    );
}
