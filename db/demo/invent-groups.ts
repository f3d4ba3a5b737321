import { addDays, type IsoDate, londonMoment, weekdayOf } from "@/lib/kernel/dates";
import { newId } from "@/lib/kernel/ids";
import { addPerson, type Country, type HubFacts, type OfferFacts } from "./country";
import type { CurrentStages } from "./invent-history";
import { staffKey } from "./invent-people";
import type { InventedSchool } from "./invent-schools";
import { placeName } from "./names";

/** Days from today on which a running group's sessions lie: some behind it, some ahead, whatever the month. */
const sessionOffsets = [-70, -42, -14, 9, 44, 79];
const schoolsInGroup = 8;

/** Groups that run this year, with the schools that are in the stage, their people, and the registers of past sessions. */
export function inventRunningGroups(country: Country, stages: CurrentStages): void {
  const byOffer = new Map<string, { offer: OfferFacts; hubId: string; schools: InventedSchool[] }>();
  for (const { school, phase, stage } of stages.values()) {
    const offer = country.offers.find(
      (candidate) =>
        candidate.academicYear === country.year &&
        candidate.stage === stage &&
        candidate.ladderPhase === phase,
    );
    if (!offer) continue;
    const key = `${offer.id} ${school.hubId}`;
    const entry = byOffer.get(key) ?? { offer, hubId: school.hubId, schools: [] };
    entry.schools.push(school);
    byOffer.set(key, entry);
  }
  for (const { offer, hubId, schools } of byOffer.values()) {
    const hub = country.hubs.find((candidate) => candidate.id === hubId);
    for (let from = 0; hub && from < schools.length; from += schoolsInGroup) {
      const members = schools.slice(from, from + schoolsInGroup);
      inventRunningGroup(country, { hub, offer, members, number: from / schoolsInGroup + 1 });
    }
  }
}

export interface GroupPlan {
  readonly hub: HubFacts;
  readonly offer: OfferFacts;
  readonly number: number;
}

function inventRunningGroup(country: Country, plan: GroupPlan & { members: InventedSchool[] }): void {
  const [host] = plan.members;
  if (!host) return;
  const group = addGroup(country, plan, {
    host,
    status: "running",
    maximum: Math.max(plan.offer.maximumSchools, plan.members.length),
  });
  const leads = country.leadsOfHub.get(plan.hub.id) ?? [];
  const leadId = leads.length > 0 ? leads[(country.workGroups.length * 7) % leads.length] : undefined;
  if (leadId)
    country.workGroupLeads.push({
      workGroupId: group.id,
      personId: leadId,
      startedOn: `${country.year}-09-01`,
    });
  const sessions = sessionOffsets.map((offset, index) =>
    addSession(country, {
      group,
      number: index + 1,
      heldOn: onWeekday(addDays(country.day, offset), group.weekday),
    }),
  );
  const held = sessions.filter((session) => session.heldOn < country.day);
  for (const school of plan.members) {
    const people = addTakenPlace(country, plan, { school, groupId: group.id, started: held.length > 0 });
    if (leadId)
      for (const participantId of people)
        for (const session of held)
          addMark(country, {
            sessionId: session.id,
            participantId,
            markedBy: leadId,
            heldOn: session.heldOn,
          });
  }
}

/** A group with a venue at one of the schools. */
export function addGroup(
  country: Country,
  { hub, offer, number }: GroupPlan,
  {
    host,
    status,
    maximum,
  }: { host: InventedSchool; status: "running" | "recruiting" | "planned"; maximum: number },
) {
  const id = newId();
  const weekday = country.chance.between(0, 4);
  const online = country.chance.happens(0.15);
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
    easting: online ? null : host.easting,
    northing: online ? null : host.northing,
    weekday,
    minimumSchools: Math.min(offer.minimumSchools, maximum),
    maximumSchools: maximum,
    createdAt: country.now,
  });
  return { id, weekday, online, place, postcode: host.postcode };
}

function addSession(
  country: Country,
  { group, number, heldOn }: { group: ReturnType<typeof addGroup>; number: number; heldOn: IsoDate },
) {
  const id = newId();
  const venue = group.online
    ? {}
    : { venueName: `${group.place} Teaching Centre`, venuePostcode: group.postcode };
  const saved = heldOn < country.day ? londonMoment(heldOn, "16:00") : null;
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
    ...venue,
  });
  return { id, heldOn };
}

function addTakenPlace(
  country: Country,
  { hub, offer }: GroupPlan,
  { school, groupId, started }: { school: InventedSchool; groupId: string; started: boolean },
): string[] {
  const applicationId = newId();
  const spring = londonMoment(`${country.year}-04-20`, "10:00");
  country.applications.push({
    id: applicationId,
    reference: referenceOf(country),
    organisationId: school.id,
    offerId: offer.id,
    hubId: hub.id,
    decision: "approved",
    placement: started ? "started" : "accepted",
    workGroupId: groupId,
    startedBy: country.mathsLeads.get(school.id) ?? "",
    startedAt: spring,
    submittedAt: spring,
    promisedOn: `${country.year}-06-12`,
    decidedAt: spring,
    decidedBy: country.hubStaff.get(staffKey(hub.id, "hub_lead")) ?? null,
    tier: 1,
    wishesSaved: true,
    commitmentRead: true,
    placementChangedAt: spring,
  });
  return [0, 1].map(() => addParticipant(country, applicationId, school));
}

function addParticipant(country: Country, applicationId: string, school: InventedSchool): string {
  const person = addPerson(country, `school-${school.urn}`);
  const id = newId();
  country.participants.push({
    id,
    applicationId,
    personId: person.id,
    jobTitle: "Teacher",
    addedAt: country.now,
  });
  return id;
}

function addMark(
  country: Country,
  {
    sessionId,
    participantId,
    markedBy,
    heldOn,
  }: { sessionId: string; participantId: string; markedBy: string; heldOn: IsoDate },
): void {
  const draw = country.chance.next();
  const mark =
    draw < 0.84
      ? "attended"
      : draw < 0.88
        ? "partly"
        : draw < 0.92
          ? "substitute"
          : draw < 0.97
            ? "absent_with_notice"
            : "absent";
  country.attendances.push({
    sessionId,
    participantId,
    mark,
    markedBy,
    markedAt: londonMoment(heldOn, "16:00"),
  });
}

/** References of the demonstration count up, so that none comes twice. */
export function referenceOf(country: Country): string {
  const number = (country.applications.length + country.referrals.length + country.supportCases.length + 1)
    .toString(36)
    .toUpperCase()
    .padStart(7, "0");
  return `MH-D${number.slice(0, 3)}-${number.slice(3)}`;
}

/** The day of the given week that falls on the group's weekday. */
function onWeekday(date: IsoDate, weekday: number): IsoDate {
  return addDays(date, weekday - weekdayOf(date));
}
