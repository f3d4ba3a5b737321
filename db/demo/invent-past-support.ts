import { endOfAcademicYear, startOfAcademicYear } from "@/lib/kernel/academic-year";
import { addDays, type IsoDate, londonMoment } from "@/lib/kernel/dates";
import { newId } from "@/lib/kernel/ids";
import { type CaseStep, caseSteps } from "@/lib/referrals/rules";
import type { Country } from "./country";
import { referenceOf } from "./invent-groups";
import { staffKey } from "./invent-people";
import type { Persona } from "./invent-personas";

const summary =
  "Leaders now set aside an hour a fortnight for maths and keep to it. Lessons begin from what pupils know. Start with the Year 3 team, who are ready to open their classrooms.";

/** Cases further on than their first weeks, one of them about to be handed over, and support of earlier years. */
export function inventPastSupport(country: Country, personas: readonly Persona[]): void {
  const ids = new Set(personas.map(({ personId }) => personId));
  const own = country.supportCases.find((row) => row.partnerId && ids.has(row.partnerId));
  for (const [index, row] of country.supportCases.entries()) {
    if (row === own) moveOn(country, row, { to: "sustain", days: 190, handover: true });
    else if (index % 3 === 1) moveOn(country, row, { to: "deliver", days: 110, handover: false });
  }
  for (const [index, school] of country.schools.entries())
    if (index % 25 === 4) inventPastCase(country, { schoolIndex: index, hubId: school.hubId });
}

type Case = Country["supportCases"][number];

interface Progress {
  readonly to: CaseStep;
  /** How long ago the case was opened. */
  readonly days: number;
  readonly handover: boolean;
}

/** Opens a case earlier and takes it through its phases; its referral and consent move with it. */
function moveOn(country: Country, row: Case, { to, days, handover }: Progress): void {
  const openedOn = addDays(country.day, -days);
  row.openedAt = londonMoment(openedOn, "10:05");
  row.partnerAssignedAt = row.partnerId ? londonMoment(addDays(openedOn, 2), "09:15") : null;
  row.step = to;
  if (handover) {
    row.handoverSummary = summary;
    row.handoverAt = londonMoment(addDays(country.day, -3), "15:30");
  }
  askedBefore(country, row.referralId, openedOn);
  const reached = caseSteps.slice(0, caseSteps.indexOf(to) + 1);
  const length = Math.floor((days - 10) / reached.length);
  const first = country.caseSteps.find((step) => step.caseId === row.id);
  for (const [index, step] of reached.entries()) {
    const startedAt = londonMoment(addDays(openedOn, index * length), "10:05");
    const finishedAt = step === to ? null : londonMoment(addDays(openedOn, (index + 1) * length), "10:05");
    if (index === 0 && first) Object.assign(first, { startedAt, finishedAt });
    else country.caseSteps.push({ caseId: row.id ?? "", step, startedAt, finishedAt });
  }
}

function askedBefore(country: Country, referralId: string, openedOn: IsoDate): void {
  const referral = country.referrals.find((row) => row.id === referralId);
  if (!referral) return;
  const raisedOn = addDays(openedOn, -9);
  referral.raisedAt = londonMoment(raisedOn, "11:20");
  referral.promisedOn = addDays(raisedOn, 14);
  referral.triagedAt = londonMoment(openedOn, "10:00");
  referral.consentAskedAt = referral.raisedAt;
  referral.consentExpiresAt = londonMoment(addDays(raisedOn, 14), "23:59");
  referral.consentAnsweredAt = londonMoment(addDays(raisedOn, 2), "08:30");
}

/** Development is done once: a school that has been in it does not go on to it. */
function endOf({ stagePeriods }: Country, schoolId: string): Pick<Case, "outcome" | "outcomeReason"> {
  const isDone = stagePeriods.some((row) => row.organisationId === schoolId && row.stage === "development");
  return isDone
    ? {
        outcome: "continue",
        outcomeReason: "Leaders lead the work themselves. The hub stays in touch for a year.",
      }
    : {
        outcome: "ready_for_development",
        outcomeReason: "Leaders lead the work themselves, and it shows in lessons.",
      };
}

/** A year of Intensive support that ended well, the year before last or the one before. */
function inventPastCase(country: Country, about: { schoolIndex: number; hubId: string }): void {
  const school = country.schools[about.schoolIndex];
  const head = school && country.headteachers.get(school.id);
  const phase = school?.phases[0] ?? "primary";
  const raisedBy = country.hubStaff.get(staffKey(about.hubId, "assistant_hub_lead", phase));
  if (!school || !head || !raisedBy) return;
  const year = country.year - 1 - (about.schoolIndex % 2);
  const openedOn = addDays(startOfAcademicYear(year), 33);
  const closedOn = addDays(endOfAcademicYear(year), -45);
  const [referralId, caseId] = [newId(), newId()];
  country.referrals.push({
    id: referralId,
    reference: referenceOf(country),
    organisationId: school.id,
    phase,
    hubId: school.hubId,
    source: "hub",
    status: "accepted_intensive",
    barriers: ["new_headteacher", "capacity"],
    evidence: "The maths lead was new and had no time to see lessons.",
    urgency: "this_term",
    raisedBy,
    raisedAt: londonMoment(addDays(openedOn, -9), "11:20"),
    promisedOn: addDays(openedOn, 5),
    triagedBy: raisedBy,
    triagedAt: londonMoment(openedOn, "10:00"),
    headName: head.name,
    headEmail: head.email,
    consentAskedAt: londonMoment(addDays(openedOn, -9), "11:20"),
    consentAnsweredAt: londonMoment(addDays(openedOn, -7), "08:30"),
    consentGiven: true,
  });
  const length = Math.floor(280 / caseSteps.length);
  for (const [index, step] of caseSteps.entries())
    country.caseSteps.push({
      caseId,
      step,
      startedAt: londonMoment(addDays(openedOn, index * length), "10:05"),
      finishedAt: londonMoment(index === 3 ? closedOn : addDays(openedOn, (index + 1) * length), "10:05"),
    });
  country.supportCases.push({
    id: caseId,
    reference: referenceOf(country),
    referralId,
    organisationId: school.id,
    hubId: school.hubId,
    phase,
    level: "intensive",
    status: "closed",
    step: "sustain",
    openedAt: londonMoment(openedOn, "10:05"),
    ...endOf(country, school.id),
    closedAt: londonMoment(closedOn, "15:00"),
    handoverSummary: summary,
    handoverAt: londonMoment(addDays(closedOn, -6), "15:00"),
  });
}
