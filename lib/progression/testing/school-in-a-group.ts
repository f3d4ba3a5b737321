import type { Queryable } from "@/db/client";
import type { applications } from "@/db/schema/applications";
import {
  aHub,
  aLead,
  anActor,
  anApplication,
  anOffer,
  aParticipant,
  aProgramme,
  aSchool,
  aWorkGroup,
  TEST_DAY,
  TEST_NOW,
} from "@/db/testing/factories";
import type { UserActor } from "@/lib/access/actor";
import { addDays, type IsoDate } from "@/lib/kernel/dates";
import type { RecommendStageInput } from "../input";
import { type Phase, type Stage, stages } from "../move-rules";

export interface SchoolInAGroup {
  readonly hubId: string;
  readonly organisationId: string;
  readonly applicationId: string;
  readonly workGroupId: string;
  /** Next year's offers, by stage. */
  readonly next: Readonly<Partial<Record<Stage, string>>>;
  readonly lead: UserActor;
  readonly head: UserActor;
  readonly assistantLead: UserActor;
}

/** The five areas, each with the same step. */
export const evidence: RecommendStageInput["evidence"] = {
  systems: { step: "growing", seen: "Planning time every Monday" },
  leadership: { step: "secure", seen: "" },
  knowledge: { step: "growing", seen: "" },
  lessons: { step: "starting", seen: "" },
  development: { step: "starting", seen: "" },
};

export interface When {
  /** The academic year of the place. */
  readonly year: number;
  /** Around this day the next year's offers take applications. */
  readonly today: IsoDate;
}

type Place = Partial<typeof applications.$inferInsert> & { stage?: Stage; phase?: Phase };

/** A school that takes part in a stage this year, its lead and head, its hub's assistant lead, next year's offers. */
export async function schoolInAGroup(
  db: Queryable,
  { stage = "development", phase = "primary", ...place }: Place = {},
  when: When = { year: 2025, today: TEST_DAY },
): Promise<SchoolInAGroup> {
  const hubId = (await aHub(db)).id;
  const organisationId = (await aSchool(db, { hubId, phases: [phase] })).id;
  const next = await nextOffers(db, phase, when);
  const programmeId = (await aProgramme(db, { stage, ladderPhase: phase, phase })).id;
  const offer = await anOffer(db, {
    programmeId,
    academicYear: when.year,
    opensOn: `${when.year}-03-03`,
    closesOn: `${when.year}-06-27`,
    decisionsOn: `${when.year}-07-04`,
    startsOn: `${when.year}-09-01`,
    endsOn: `${when.year + 1}-07-24`,
  });
  const { id: workGroupId } = await aWorkGroup(db, { offerId: offer.id, hubId, status: "running" });
  const lead = await anActor(db, { role: "work_group_lead", hubId });
  await aLead(db, workGroupId, lead.personId);
  const head = await anActor(db, { role: "headteacher", organisationId });
  const application = await anApplication(db, {
    organisationId,
    offerId: offer.id,
    hubId,
    decision: "approved",
    placement: "started",
    workGroupId,
    placementChangedAt: TEST_NOW,
    startedBy: head.personId,
    preferredDays: 2,
    maximumKm: 33,
    headName: head.name,
    headEmail: `${head.personId}@schools.example`,
    ...place,
  });
  await aParticipant(db, application.id);
  const assistantLead = await anActor(db, { role: "assistant_hub_lead", hubId, phase });
  return {
    hubId,
    organisationId,
    applicationId: application.id,
    workGroupId,
    next,
    lead,
    head,
    assistantLead,
  };
}

async function nextOffers(
  db: Queryable,
  phase: Phase,
  { year, today }: When,
): Promise<Partial<Record<Stage, string>>> {
  const offers: Partial<Record<Stage, string>> = {};
  for (const stage of stages) {
    if (phase === "secondary" && stage === "readiness") continue;
    const programmeId = (await aProgramme(db, { stage, ladderPhase: phase, phase })).id;
    const offer = await anOffer(db, {
      programmeId,
      academicYear: year + 1,
      opensOn: addDays(today, -70),
      closesOn: addDays(today, 44),
      decisionsOn: addDays(today, 51),
      startsOn: `${year + 1}-09-01`,
      endsOn: `${year + 2}-07-23`,
    });
    offers[stage] = offer.id;
  }
  return offers;
}
