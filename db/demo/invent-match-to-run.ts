import type { Country, OfferFacts } from "./country";
import { inventApplication, inventRecruitingGroup } from "./invent-applications";
import type { CurrentStages } from "./invent-history";
import type { InventedSchool } from "./invent-schools";
import type { Setting } from "./setting";

/** Places in each of the groups that wait for a match: too few for all, so that somebody waits. */
const places = 5;

/**
 * In the personas' hub a match that is worth running: every school that could take part in Sustaining next year is approved.
 * Answers the offer.
 */
export function inventMatchToRun(
  country: Country,
  stages: CurrentStages,
  setting: Setting,
): OfferFacts | undefined {
  const offer = country.offers.find(
    ({ academicYear, stage, ladderPhase }) =>
      academicYear === country.year + 1 && stage === "sustaining" && ladderPhase === "primary",
  );
  if (!offer) return undefined;
  const applied = new Set(
    country.applications.filter(({ offerId }) => offerId === offer.id).map((row) => row.organisationId),
  );
  const schools = [...stages.values()]
    .filter(({ phase, stage }) => phase === "primary" && (stage === "embedding" || stage === "sustaining"))
    .map(({ school }) => school)
    .filter((school) => school.hubId === setting.hub.id);
  for (const school of schools)
    if (!applied.has(school.id)) inventApplication(country, school, offer, "approved");
  openGroups(country, { hub: setting.hub, offer }, schools);
  return offer;
}

function openGroups(
  country: Country,
  plan: { hub: Setting["hub"]; offer: OfferFacts },
  schools: readonly InventedSchool[],
): void {
  const there = country.workGroups.filter(
    ({ hubId, offerId }) => hubId === plan.hub.id && offerId === plan.offer.id,
  );
  for (const group of there)
    Object.assign(group, { maximumSchools: places, minimumSchools: Math.min(places, group.minimumSchools) });
  const wanted = Math.max(2, Math.floor((schools.length * 0.85) / places) - there.length);
  for (let index = 0; index < wanted; index += 1) {
    const host = schools[Math.floor((index * schools.length) / wanted)];
    if (host) inventRecruitingGroup(country, { ...plan, number: 60 + index }, host, places);
  }
}
