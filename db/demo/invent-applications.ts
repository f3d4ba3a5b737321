import { addDays, londonMoment } from "@/lib/kernel/dates";
import { newId } from "@/lib/kernel/ids";
import { addWorkingDays } from "@/lib/kernel/working-days";
import { firstDate, proposeDates } from "@/lib/workgroups/rules";
import { addGroup, addSession, type GroupPlan, type GroupTraits } from "./add-group";
import { addLeadTo, type Country, type OfferFacts } from "./country";
import { referenceOf } from "./invent-groups";
import type { CurrentStages } from "./invent-history";
import { staffKey } from "./invent-people";
import type { InventedSchool } from "./invent-schools";
import type { Setting } from "./setting";

type Decision = "draft" | "awaiting_headteacher" | "submitted" | "approved" | "declined" | "withdrawn";

/** How many of a hundred applications are where, in the middle of a window. */
const shares: readonly (readonly [Decision, number])[] = [
  ["draft", 14],
  ["awaiting_headteacher", 12],
  ["submitted", 40],
  ["approved", 28],
  ["declined", 3],
  ["withdrawn", 3],
];

export const nextStage = {
  readiness: "development",
  development: "embedding",
  embedding: "sustaining",
  sustaining: "sustaining",
} as const;

/** Groups that recruit for the next academic year, and applications for it in every state. */
export function inventRecruitment(country: Country, stages: CurrentStages, setting: Setting): void {
  const already = country.applications.length;
  const wanted = Math.max(0, country.scale.applications - already);
  const schools = [...country.schools].sort((a, b) => ((a.urn * 7919) % 10_007) - ((b.urn * 7919) % 10_007));
  const takers = new Map<string, { offer: OfferFacts; schools: InventedSchool[] }>();
  for (const school of [setting.school, ...schools.filter((school) => school !== setting.school)].slice(
    0,
    wanted,
  )) {
    const offer = offerFor(country, school, stages);
    if (!offer) continue;
    // The personas' school has its application approved, so that it can be offered a place.
    inventApplication(country, school, offer, school === setting.school ? "approved" : undefined);
    const key = `${offer.id} ${school.hubId}`;
    const entry = takers.get(key) ?? { offer, schools: [] };
    entry.schools.push(school);
    takers.set(key, entry);
  }
  inventRecruitingGroups(country, [...takers.values()]);
}

/** The next rung for a school on the ladder; Mastery Readiness, Development or Mastering Number for the others. */
function offerFor(country: Country, school: InventedSchool, stages: CurrentStages): OfferFacts | undefined {
  const phase = school.phases[0] ?? "primary";
  const stage = stages.get(`${school.id} ${phase}`)?.stage;
  const before = country.stagePeriods.length > 0 && stage === undefined ? "development" : undefined;
  const wished = stage ? nextStage[stage] : before;
  const ofNextYear = country.offers.filter((offer) => offer.academicYear === country.year + 1);
  if (phase === "primary" && school.lowAge <= 4 && country.chance.happens(0.25))
    return ofNextYear.find((offer) => offer.slug === "mastering-number-r-ks1");
  return ofNextYear.find((offer) => offer.stage === wished && offer.ladderPhase === phase);
}

/** An application for next year; in a decision drawn by chance unless one is wanted. */
export function inventApplication(
  country: Country,
  school: InventedSchool,
  offer: OfferFacts,
  decision = drawDecision(country.chance.next() * 100),
): void {
  const { chance, day } = country;
  const ago = chance.between(1, 30);
  const submitted = decision === "submitted" || decision === "approved" || decision === "declined";
  const impossibleDays = chance.happens(0.4) ? 1 << chance.between(0, 4) : 0;
  const preferredDays = (1 << chance.between(0, 4)) & ~impossibleDays;
  const head = country.headteachers.get(school.id);
  const id = newId();
  country.applications.push({
    id,
    reference: referenceOf(country),
    organisationId: school.id,
    offerId: offer.id,
    hubId: school.hubId,
    decision,
    placement: "unplaced",
    startedBy: country.mathsLeads.get(school.id) ?? "",
    startedAt: londonMoment(addDays(day, -ago - 3), "20:10"),
    submittedAt: submitted ? londonMoment(addDays(day, -ago), "20:40") : null,
    promisedOn: submitted ? addWorkingDays(addDays(day, -ago), 15) : null,
    decidedAt:
      decision === "approved" || decision === "declined" ? londonMoment(addDays(day, -1), "09:15") : null,
    decidedBy:
      decision === "approved" || decision === "declined"
        ? (country.hubStaff.get(staffKey(school.hubId, "hub_lead")) ?? null)
        : null,
    decisionReason: decision === "declined" ? "not_ready" : null,
    tier: decision === "approved" ? tierOf(school) : null,
    impossibleDays,
    preferredDays,
    mode: chance.pick(["either", "either", "face_to_face", "online"]),
    maximumKm: chance.pick([15, 20, 30, 40]),
    neighbourHubs: chance.happens(0.4),
    wishesSaved: decision !== "draft",
    participantsLater: decision !== "draft",
    commitmentRead: decision !== "draft",
    headName: head?.name ?? null,
    headEmail: head?.email ?? null,
  });
  if (head && decision !== "draft" && decision !== "withdrawn")
    addAgreement(country, { applicationId: id, school, offer, head, ago, agreed: submitted });
}

function addAgreement(
  country: Country,
  about: {
    applicationId: string;
    school: InventedSchool;
    offer: OfferFacts;
    head: { name: string; email: string };
    ago: number;
    agreed: boolean;
  },
): void {
  const asked = addDays(country.day, -about.ago - 2);
  country.agreements.push({
    applicationId: about.applicationId,
    headName: about.head.name,
    headEmail: about.head.email,
    secretHash: newId(),
    commitmentVersion: about.offer.commitmentVersion,
    commitmentText: about.offer.commitmentText,
    askedBy: country.mathsLeads.get(about.school.id) ?? "",
    askedAt: londonMoment(asked, "20:15"),
    expiresAt: londonMoment(addDays(country.day, 14), "23:59"),
    answeredAt: about.agreed ? londonMoment(addDays(country.day, -about.ago), "20:40") : null,
    answer: about.agreed ? "agreed" : null,
    answerName: about.agreed ? about.head.name : null,
  });
}

function drawDecision(draw: number): Decision {
  let upTo = 0;
  for (const [decision, share] of shares) {
    upTo += share;
    if (draw < upTo) return decision;
  }
  return "submitted";
}

/** The classes of priority used for invented approvals: a priority area or many disadvantaged pupils come first. */
function tierOf(school: InventedSchool): number {
  if (school.priorityArea || school.disadvantaged >= 35) return 0;
  return school.disadvantaged >= 22 ? 1 : 2;
}

function inventRecruitingGroups(
  country: Country,
  takers: readonly { offer: OfferFacts; schools: InventedSchool[] }[],
): void {
  const room = Math.max(takers.length, country.scale.groups - country.workGroups.length);
  const perGroup = Math.max(
    6,
    Math.ceil(takers.reduce((sum, { schools }) => sum + schools.length, 0) / room),
  );
  for (const { offer, schools } of takers) {
    const hub = country.hubs.find((candidate) => candidate.id === schools[0]?.hubId);
    for (let from = 0; hub && from < schools.length; from += perGroup) {
      const host = schools[from];
      if (!host) continue;
      inventRecruitingGroup(country, { hub, offer, number: 50 + from / perGroup }, host);
    }
  }
}

/** A group that is open for matching: dates in its year, and mostly a lead. */
export function inventRecruitingGroup(
  country: Country,
  plan: GroupPlan,
  host: InventedSchool,
  traits: GroupTraits = { maximum: plan.offer.maximumSchools },
): void {
  const group = addGroup(country, plan, { host, status: "recruiting", ...traits });
  addYearOfSessions(country, group, plan.offer);
  const leads = country.leadsOfHub.get(plan.hub.id) ?? [];
  const personId = leads[(country.workGroups.length * 5) % Math.max(1, leads.length)];
  if (personId && country.chance.happens(0.7))
    addLeadTo(country, {
      workGroupId: group.id,
      personId,
      startedOn: country.day,
      assignedBy: country.hubStaff.get(staffKey(plan.hub.id, "hub_lead")),
    });
}

/** Six sessions from the second half of September, in term. */
export function addYearOfSessions(
  country: Country,
  group: ReturnType<typeof addGroup>,
  offer: OfferFacts,
): void {
  const firstOn = firstDate({ weekday: group.weekday, weekPattern: "every" }, `${offer.academicYear}-09-15`);
  const dates = proposeDates({ firstOn, sessions: 6, weeksBetween: 6, weekPattern: "every" });
  for (const [index, heldOn] of dates.entries()) addSession(country, { group, number: index + 1, heldOn });
}
