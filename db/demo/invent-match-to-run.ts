import type { Country, OfferFacts } from "./country";
import { inventApplication, inventRecruitingGroup } from "./invent-applications";
import type { InventedSchool } from "./invent-schools";
import type { Setting } from "./setting";

type Application = Country["applications"][number];

/** What a group of the match needs and takes: small enough that a hub has several of them. */
const room = { minimum: 4, maximum: 6 };
/** The one online suits so many that somebody waits for a place in it. */
const roomOnline = { minimum: 4, maximum: 8 };
/** Kilometres that each school of the match would travel at least. */
const reach = 25;
/** The part of the schools that could meet in a room. */
const nearby = 0.6;
/** In the groups' codes; other groups of the hub have smaller ones. */
const firstNumber = 100;

/**
 * In the personas' hub a match that is worth running: every school that could take part in Mastering Number next year and
 * had not thought of it is approved but one: it waits for a decision, and can be approved after the match. Answers the offer.
 */
export function inventMatchToRun(country: Country, setting: Setting): OfferFacts | undefined {
  const { hub } = setting;
  const offer = country.offers.find(
    ({ academicYear, slug }) => academicYear === country.year + 1 && slug === "mastering-number-r-ks1",
  );
  if (!offer) return undefined;
  const ofMatch = (row: { hubId: string; offerId: string }) =>
    row.hubId === hub.id && row.offerId === offer.id;
  const applied = new Set(country.applications.filter(ofMatch).map((row) => row.organisationId));
  const schools = country.schools.filter(
    ({ hubId, kind }) => hubId === hub.id && (kind === "primary" || kind === "infant"),
  );
  const others = schools.filter(({ id }) => !applied.has(id));
  for (const [index, school] of others.entries())
    inventApplication(country, school, offer, index === 0 ? "submitted" : "approved");
  for (const application of country.applications.filter(ofMatch)) openWishes(country, application);
  for (const group of country.workGroups.filter(ofMatch))
    Object.assign(group, { minimumSchools: room.minimum, maximumSchools: room.maximum });
  const wanted = Math.max(2, Math.floor((schools.length * nearby) / room.maximum));
  for (const [index, host] of hostsAmong(schools, wanted).entries())
    inventRecruitingGroup(country, { hub, offer, number: firstNumber + 1 + index }, host, {
      ...room,
      online: false,
    });
  const [first] = schools;
  if (first)
    inventRecruitingGroup(country, { hub, offer, number: firstNumber }, first, {
      ...roomOnline,
      online: true,
    });
  return offer;
}

/**
 * Nobody of the match is out of reach only for living in the country; few would go to the groups of another hub, which have
 * room for all of them; who comes late can come on every day.
 */
function openWishes({ chance }: Country, application: Application): void {
  Object.assign(application, {
    maximumKm: Math.max(reach, application.maximumKm ?? 0),
    neighbourHubs: application.neighbourHubs && chance.happens(0.3),
  });
  if (application.decision === "submitted") Object.assign(application, { impossibleDays: 0, mode: "either" });
}

/** The schools that have most others around them which no host before has. */
function hostsAmong(schools: readonly InventedSchool[], wanted: number): InventedSchool[] {
  const hosts: InventedSchool[] = [];
  let left = [...schools];
  while (hosts.length < wanted && left.length > 0) {
    const [best] = left
      .map((host) => ({ host, around: left.filter((other) => kmBetween(host, other) <= reach) }))
      .sort((a, b) => b.around.length - a.around.length);
    if (!best) break;
    hosts.push(best.host);
    const served = new Set(nearestTo(best.host, best.around).slice(0, room.maximum));
    left = left.filter((school) => !served.has(school));
  }
  return hosts;
}

function nearestTo(host: InventedSchool, schools: readonly InventedSchool[]): InventedSchool[] {
  return [...schools].sort((a, b) => kmBetween(host, a) - kmBetween(host, b));
}

function kmBetween(one: InventedSchool, other: InventedSchool): number {
  return Math.hypot(one.easting - other.easting, one.northing - other.northing) / 1000;
}
