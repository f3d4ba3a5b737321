import { addDays, londonMoment } from "@/lib/kernel/dates";
import { newId } from "@/lib/kernel/ids";
import { addWorkingDays } from "@/lib/kernel/working-days";
import { addPerson, type Country } from "./country";
import { referenceOf } from "./invent-groups";
import { staffKey } from "./invent-people";
import type { InventedSchool } from "./invent-schools";
import type { Setting } from "./setting";

const barriers = [
  "new_headteacher",
  "new_maths_lead",
  "staff_turnover",
  "scheme_change",
  "weak_progress",
  "capacity",
] as const;
const states = ["raised", "raised", "triaged", "accepted_intensive", "declined"] as const;
type State = (typeof states)[number];

/** Referrals in every state, and cases under way, for about one school in twenty; where the personas are, a case and one to decide. */
export function inventSupport(country: Country, setting: Setting): void {
  const [helped, referred] = country.schools.filter(
    ({ id, hubId, kind }) => hubId === setting.hub.id && id !== setting.school.id && kind === "primary",
  );
  if (helped && !findPartner(country, helped, setting)) addPartner(country, setting);
  const invent = (school: InventedSchool, status: State) =>
    inventReferral(country, school, { status, partnerId: findPartner(country, school, setting) });
  for (const [index, school] of country.schools.entries()) {
    if (school === helped) invent(school, "accepted_intensive");
    else if (school === referred) invent(school, "raised");
    else if (index % 20 === 7) invent(school, states[Math.floor(index / 20) % states.length] ?? "raised");
  }
}

/** Somebody of the school's hub who is employed elsewhere. Nobody is two of the personas, so it is not the one who leads their group. */
function findPartner(country: Country, school: InventedSchool, { leadId }: Setting): string | undefined {
  return country.grants.find(
    ({ role, hubId, personId }) =>
      role === "intensive_support_partner" &&
      hubId === school.hubId &&
      personId !== leadId &&
      !country.employments.some((job) => job.personId === personId && job.organisationId === school.id),
  )?.personId;
}

function addPartner(country: Country, { hub }: Setting): void {
  country.grants.push({
    personId: addPerson(country, "partners").id,
    role: "intensive_support_partner",
    hubId: hub.id,
    startedOn: `${country.year - 1}-09-01`,
  });
}

function inventReferral(
  country: Country,
  school: InventedSchool,
  { status, partnerId }: { status: State; partnerId: string | undefined },
): void {
  const { chance, day } = country;
  const head = country.headteachers.get(school.id);
  const raisedBy = country.hubStaff.get(
    staffKey(school.hubId, "assistant_hub_lead", school.phases[0] ?? "primary"),
  );
  if (!head || !raisedBy) return;
  const id = newId();
  const raisedOn = addDays(day, -chance.between(2, 20));
  const accepted = status === "accepted_intensive";
  country.referrals.push({
    id,
    reference: referenceOf(country),
    organisationId: school.id,
    phase: school.phases[0] ?? "primary",
    hubId: school.hubId,
    source: chance.pick(["hub", "school", "trust", "lead"]),
    status,
    barriers: [chance.pick(barriers.slice(0, 3)), chance.pick(barriers.slice(3))],
    evidence:
      "Two visits this term showed that lessons follow the scheme page by page, and that leaders have little time to see them.",
    urgency: chance.pick(["this_half_term", "this_term", "this_year"]),
    raisedBy,
    raisedAt: londonMoment(raisedOn, "11:20"),
    promisedOn: addWorkingDays(raisedOn, 10),
    triagedBy: status === "raised" ? null : raisedBy,
    triagedAt: status === "raised" ? null : londonMoment(addDays(raisedOn, 1), "10:00"),
    triageNote:
      status === "declined" ? "The school has joined Mastery Readiness, which meets the same need." : null,
    headName: head.name,
    headEmail: head.email,
    consentAskedAt: londonMoment(raisedOn, "11:20"),
    consentExpiresAt: londonMoment(addDays(raisedOn, 14), "23:59"),
    consentAnsweredAt: accepted ? londonMoment(addDays(raisedOn, 1), "08:30") : null,
    consentGiven: accepted ? true : null,
  });
  if (accepted) inventCase(country, school, { referralId: id, openedOn: addDays(raisedOn, 1), partnerId });
}

function inventCase(
  country: Country,
  school: InventedSchool,
  {
    referralId,
    openedOn,
    partnerId,
  }: { referralId: string; openedOn: string; partnerId: string | undefined },
): void {
  const id = newId();
  country.caseSteps.push({ caseId: id, step: "explore", startedAt: londonMoment(openedOn, "10:05") });
  country.supportCases.push({
    id,
    reference: referenceOf(country),
    referralId,
    organisationId: school.id,
    hubId: school.hubId,
    phase: school.phases[0] ?? "primary",
    level: "intensive",
    openedAt: londonMoment(openedOn, "10:05"),
    partnerId: partnerId ?? null,
    partnerAssignedAt: partnerId ? londonMoment(openedOn, "10:30") : null,
  });
  country.caseGoals.push({
    caseId: id,
    text: "Leaders look at maths lessons together every two weeks",
    successMeasure: "Notes of six looks by Easter",
    rating: "starting",
    addedAt: londonMoment(openedOn, "15:00"),
  });
  if (partnerId)
    country.caseVisits.push({
      caseId: id,
      visitOn: addWorkingDays(country.day, country.chance.between(3, 12)),
      halfDays: 2,
      purpose: "Look at planning in two year groups",
      plannedBy: partnerId,
    });
}
