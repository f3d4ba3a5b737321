import { academicYearOf } from "@/lib/kernel/academic-year";
import { addDays, londonMoment } from "@/lib/kernel/dates";
import { newId } from "@/lib/kernel/ids";
import { type Stage, usualNext } from "@/lib/progression/move-rules";
import type { Evidence } from "@/lib/progression/rules";
import { type ScaleStep, stepCodes } from "@/lib/progression/rules";
import type { Country, OfferFacts } from "./country";
import { referenceOf } from "./invent-groups";
import { staffKey } from "./invent-people";
import type { Persona } from "./invent-personas";
import { type Chance, chanceOf } from "./random";

const seen = [
  "Year 3 and Year 4 plan together on Mondays",
  "In the lesson we watched, pupils explained equal groups with a bar model without being asked",
  "The headteacher came to two of the six sessions and changed the timetable after the second",
  "Teaching assistants join the pre-teaching, and say what they noticed",
  "Staff meetings now begin with ten minutes of shared maths",
];
const pauses = ["New headteacher", "Staff changes", "Ofsted visit", "New building"];
/** Of the schools of a group: some wait for their lead, some for themselves, some for the hub. */
const pattern = [
  "none",
  "recommended",
  "confirmed",
  "none",
  "decided",
  "confirmed",
  "pauses",
  "recommended",
] as const;
type State = Exclude<(typeof pattern)[number], "none">;

type Application = Country["applications"][number];

/** Reviews in every state for the schools that take part this year, none yet beside the personas’ school, and two words on each break behind them. */
export function inventProgression(country: Country, personas: readonly Persona[]): void {
  const chance = chanceOf(`progression ${country.day}`);
  explainBreaks(country, chance);
  const leads = new Map(country.workGroupLeads.map((row) => [row.workGroupId, row.personId]));
  const offers = new Map(country.offers.map((offer) => [offer.id, offer]));
  const own = schoolOf(country, personas);
  const ownGroup = country.applications.find(
    (one) => one.organisationId === own && one.placement === "started",
  )?.workGroupId;
  for (const [index, place] of country.applications
    .filter(({ placement }) => placement === "started")
    .entries()) {
    const offer = offers.get(place.offerId);
    const leadId = leads.get(place.workGroupId ?? "");
    if (!offer?.stage || !leadId) continue;
    const beside = place.workGroupId === ownGroup ? "none" : (pattern[index % pattern.length] ?? "none");
    const state = place.organisationId === own ? "recommended" : beside;
    if (state !== "none") inventReview(country, chance, { place, offer, leadId, state });
  }
}

/** The school around which the personas stand: its maths lead is the first of them. */
function schoolOf(country: Country, [first]: readonly Persona[]): string | undefined {
  return country.grants.find((grant) => grant.personId === first?.personId)?.organisationId ?? undefined;
}

interface Review {
  readonly place: Application;
  readonly offer: OfferFacts;
  readonly leadId: string;
  readonly state: State;
}

function inventReview(country: Country, chance: Chance, { place, offer, leadId, state }: Review): void {
  const { stage, ladderPhase: phase } = offer;
  const toStage = stage && phase && usualNext({ phase, from: stage, everDevelopment: stage !== "readiness" });
  const decidedBy = country.hubStaff.get(staffKey(place.hubId, "assistant_hub_lead", phase));
  const headId = country.headteachers.get(place.organisationId)?.id;
  if (!stage || !phase || !toStage || !place.workGroupId || !decidedBy || !headId) return;
  const recommendedOn = addDays(country.day, -chance.between(16, 27));
  const confirmedOn = addDays(recommendedOn, chance.between(1, 9));
  const answered = state !== "recommended";
  const decided = state === "decided";
  country.stageRecommendations.push({
    organisationId: place.organisationId,
    applicationId: place.id ?? "",
    workGroupId: place.workGroupId,
    hubId: place.hubId,
    phase,
    fromStage: stage,
    toStage,
    academicYear: offer.academicYear + 1,
    status: state === "pauses" ? "confirmed" : state,
    evidence: evidenceOf(chance),
    recommendedBy: leadId,
    recommendedAt: londonMoment(
      answered ? recommendedOn : addDays(country.day, -chance.between(1, 9)),
      "16:40",
    ),
    confirmedBy: answered ? headId : null,
    confirmedAt: answered ? londonMoment(confirmedOn, "08:20") : null,
    schoolContinues: answered ? state !== "pauses" : null,
    pauseReason: state === "pauses" ? chance.pick(pauses) : null,
    decidedBy: decided ? decidedBy : null,
    decidedAt: decided ? londonMoment(addDays(confirmedOn, chance.between(2, 6)), "11:05") : null,
    decidedStage: decided ? toStage : null,
    nextApplicationId: decided ? nextApplication(country, place, { phase, stage: toStage }) : null,
  });
}

function evidenceOf(chance: Chance): Evidence {
  const area = (least: number) => ({
    step: (stepCodes[Math.min(stepCodes.length - 1, least + chance.between(0, 2))] ?? "growing") as ScaleStep,
    seen: chance.happens(0.6) ? chance.pick(seen) : "",
  });
  return {
    systems: { ...area(1), seen: chance.pick(seen) },
    leadership: area(1),
    knowledge: area(1),
    lessons: area(1),
    development: area(0),
  };
}

/** The next stage's application that the school has already, or a draft filled in from this year's. */
function nextApplication(
  country: Country,
  place: Application,
  next: { phase: "primary" | "secondary"; stage: Stage },
): string | null {
  const offers = country.offers.filter(
    (offer) =>
      offer.academicYear === country.year + 1 &&
      offer.ladderPhase === next.phase &&
      offer.stage === next.stage,
  );
  const there = country.applications.find(
    (one) => one.organisationId === place.organisationId && offers.some(({ id }) => id === one.offerId),
  );
  if (there?.id) return there.id;
  const [offer] = offers;
  if (!offer) return null;
  const id = newId();
  country.applications.push({
    id,
    reference: referenceOf(country),
    organisationId: place.organisationId,
    offerId: offer.id,
    hubId: place.hubId,
    decision: "draft",
    startedBy: place.startedBy,
    startedAt: country.now,
    wishesSaved: true,
    participantsLater: true,
    headName: place.headName ?? null,
    headEmail: place.headEmail ?? null,
    followsApplicationId: place.id ?? null,
  });
  return id;
}

/** A period after which the school was nowhere for a while says why in two words. */
function explainBreaks(country: Country, chance: Chance): void {
  const years = new Set(
    country.stagePeriods.map((row) => `${row.organisationId} ${row.phase} ${academicYearOf(row.startedOn)}`),
  );
  for (const row of country.stagePeriods) {
    const next = academicYearOf(row.startedOn) + 1;
    if (row.finishedOn && next <= country.year && !years.has(`${row.organisationId} ${row.phase} ${next}`))
      row.note = chance.pick(pauses);
  }
}
