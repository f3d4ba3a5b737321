import { addDays, type IsoDate, londonMoment, weekdayOf } from "@/lib/kernel/dates";
import { newId } from "@/lib/kernel/ids";
import { addWorkingDays } from "@/lib/kernel/working-days";
import { addGroup, addSession, type GroupPlan } from "./add-group";
import { addLeadTo, addPerson, type Country, type OfferFacts } from "./country";
import type { CurrentStages } from "./invent-history";
import { staffKey } from "./invent-people";
import type { InventedSchool } from "./invent-schools";

/** Days from today on which a group's sessions lie, whatever the month: most groups run, some begin late in the year. */
const sessionOffsets = {
  running: [-70, -42, -14, 9, 44, 79],
  confirmed: [11, 39, 67, 95, 123, 151],
} as const;
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

function inventRunningGroup(country: Country, plan: GroupPlan & { members: InventedSchool[] }): void {
  const status = country.workGroups.length % 9 === 4 ? "confirmed" : "running";
  inventGroupYear(country, plan, {
    status,
    placement: status === "running" ? "started" : "accepted",
    dates: (weekday) =>
      sessionOffsets[status].map((offset) => onWeekday(addDays(country.day, offset), weekday)),
  });
}

interface GroupYear {
  readonly status: "running" | "confirmed" | "finished";
  readonly placement: "started" | "accepted" | "completed";
  readonly dates: (weekday: number) => IsoDate[];
}

/** A group with its schools, their people, and a register for each session that is over. */
export function inventGroupYear(
  country: Country,
  plan: GroupPlan & { members: readonly InventedSchool[] },
  year: GroupYear,
): void {
  const [host] = plan.members;
  if (!host) return;
  const maximum = Math.max(plan.offer.maximumSchools, plan.members.length);
  const group = addGroup(country, plan, { host, status: year.status, maximum });
  const leadId = addLead(country, plan, group.id);
  const markedBy = leadId ?? country.hubStaff.get(staffKey(plan.hub.id, "hub_lead")) ?? "";
  const held = year
    .dates(group.weekday)
    .map((heldOn, index) => addSession(country, { group, number: index + 1, heldOn }))
    .filter((session) => session.heldOn < country.day);
  for (const school of plan.members) {
    const people = addTakenPlace(country, plan, { school, groupId: group.id, placement: year.placement });
    for (const participantId of people)
      for (const { id: sessionId, heldOn } of held)
        addMark(country, { sessionId, participantId, markedBy, heldOn });
  }
}

/** One of the hub's leads, never of the own school. */
function addLead(
  country: Country,
  { hub, offer, members }: GroupPlan & { members: readonly InventedSchool[] },
  groupId: string,
): string | undefined {
  const schools = new Set(members.map(({ id }) => id));
  const leads = (country.leadsOfHub.get(hub.id) ?? []).filter(
    (lead) => !schools.has(country.schoolOfLead.get(lead) ?? ""),
  );
  const personId = leads[(country.workGroups.length * 7) % Math.max(1, leads.length)];
  if (personId)
    addLeadTo(country, {
      workGroupId: groupId,
      personId,
      startedOn: `${offer.academicYear}-09-01`,
      assignedBy: country.hubStaff.get(staffKey(hub.id, "hub_lead")),
    });
  return personId;
}

function addTakenPlace(
  country: Country,
  { hub, offer }: GroupPlan,
  {
    school,
    groupId,
    placement,
  }: { school: InventedSchool; groupId: string; placement: GroupYear["placement"] },
): string[] {
  const applicationId = newId();
  const sentOn = `${offer.academicYear}-04-20`;
  const spring = londonMoment(sentOn, "10:00");
  country.applications.push({
    id: applicationId,
    reference: referenceOf(country),
    organisationId: school.id,
    offerId: offer.id,
    hubId: hub.id,
    decision: "approved",
    placement,
    workGroupId: groupId,
    startedBy: country.mathsLeads.get(school.id) ?? "",
    startedAt: spring,
    submittedAt: spring,
    promisedOn: addWorkingDays(sentOn, 15),
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
