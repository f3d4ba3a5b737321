import { type IsoDate, londonMoment } from "@/lib/kernel/dates";
import { newId } from "@/lib/kernel/ids";
import type { WorkGroupStatus } from "@/lib/workgroups/rules";
import type { Country, HubFacts, OfferFacts } from "./country";
import type { InventedSchool } from "./invent-schools";
import { placeName } from "./names";

export interface GroupPlan {
  readonly hub: HubFacts;
  readonly offer: OfferFacts;
  readonly number: number;
}

/** What a group is like where the offer does not say it. */
export interface GroupTraits {
  readonly maximum: number;
  /** The fewest schools it needs; what the offer says when left out. */
  readonly minimum?: number;
  /** Drawn by chance when left out. */
  readonly online?: boolean;
}

interface GroupToAdd extends GroupTraits {
  readonly host: InventedSchool;
  readonly status: WorkGroupStatus;
  /** Why it was cancelled. */
  readonly reason?: string;
}

/** A group with a venue near one of the schools. */
export function addGroup(country: Country, { hub, offer, number }: GroupPlan, group: GroupToAdd) {
  const { host, status, maximum, reason } = group;
  const id = newId();
  const weekday = country.chance.between(0, 4);
  const online = group.online ?? country.chance.happens(0.15);
  const place = placeName(country.chance);
  const code = `${hub.code}-${offer.code.replace(/^NCP\d\d-/, "")}-${number}`;
  country.workGroups.push({
    id,
    offerId: offer.id,
    hubId: hub.id,
    code,
    name: `${online ? "Online" : place} ${offer.shortName} group`,
    status,
    online,
    venueName: online ? null : `${place} Teaching Centre`,
    venuePostcode: online ? null : host.postcode,
    easting: online ? null : host.easting + country.chance.between(200, 1500),
    northing: online ? null : host.northing + country.chance.between(200, 1500),
    weekday,
    minimumSchools: Math.min(group.minimum ?? offer.minimumSchools, maximum),
    maximumSchools: maximum,
    createdAt: country.now,
    cancelledReason: reason ?? null,
  });
  return { id, weekday, online, place, postcode: host.postcode };
}

/** A session at the group's venue. Its register is saved once it is over, unless it was cancelled. */
export function addSession(
  country: Country,
  {
    group,
    number,
    heldOn,
    cancelledAt = null,
  }: {
    group: ReturnType<typeof addGroup>;
    number: number;
    heldOn: IsoDate;
    cancelledAt?: Date | null;
  },
) {
  const id = newId();
  const venue = group.online
    ? {}
    : { venueName: `${group.place} Teaching Centre`, venuePostcode: group.postcode };
  const saved = heldOn < country.day && !cancelledAt ? londonMoment(heldOn, "16:00") : null;
  country.sessions.push({
    id,
    workGroupId: group.id,
    number,
    title: `Workshop ${number}`,
    heldOn,
    startsAt: "13:30",
    endsAt: "15:30",
    online: group.online,
    registerSavedAt: saved,
    cancelledAt,
    sequence: cancelledAt ? 1 : 0,
    ...venue,
  });
  return { id, heldOn };
}
