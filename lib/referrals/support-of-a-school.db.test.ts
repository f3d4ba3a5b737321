import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { applications } from "@/db/schema/applications";
import { events } from "@/db/schema/events";
import { messages } from "@/db/schema/notifications";
import { referrals, supportCases } from "@/db/schema/referrals";
import {
  aHub,
  aLead,
  anActor,
  anApplication,
  anOffer,
  aProgramme,
  aSchool,
  aWorkGroup,
  TEST_DAY,
  TEST_NOW,
} from "@/db/testing/factories";
import { testContext } from "@/db/testing/test-context";
import type { UserActor } from "@/lib/access/actor";
import { newReference } from "@/lib/kernel/ids";
import { listHandovers } from "./queries/handovers";
import { getSchoolSupport } from "./queries/school-support";
import { raiseReferral } from "./raise-referral";
import { startNextApplication } from "./start-next-application";

const t = testContext();

let hubId: string;
let school: Awaited<ReturnType<typeof aSchool>>;
let mathsLead: UserActor;
let assistantLead: UserActor;
let offerId: string;

beforeEach(async () => {
  hubId = (await aHub(t.db)).id;
  school = await aSchool(t.db, { hubId });
  mathsLead = await anActor(t.db, { role: "school_maths_lead", organisationId: school.id });
  assistantLead = await anActor(t.db, { role: "assistant_hub_lead", hubId, phase: "primary" });
  const programmeId = (await aProgramme(t.db, { stage: "development", ladderPhase: "primary" })).id;
  offerId = (await anOffer(t.db, { programmeId })).id;
});

async function aCase(values: Partial<typeof supportCases.$inferInsert> = {}): Promise<string> {
  const [referral] = await t.db
    .insert(referrals)
    .values({
      reference: newReference(),
      organisationId: school.id,
      phase: "primary",
      hubId,
      source: "hub",
      status: "accepted_intensive",
      barriers: ["new_headteacher"],
      evidence: "A visit",
      urgency: "this_term",
      raisedBy: assistantLead.personId,
      raisedAt: TEST_NOW,
      promisedOn: TEST_DAY,
      headName: "Ada Head",
      headEmail: "ada@schools.example",
      consentGiven: true,
    })
    .returning({ id: referrals.id });
  const [row] = await t.db
    .insert(supportCases)
    .values({
      reference: newReference(),
      referralId: referral?.id ?? "",
      organisationId: school.id,
      hubId,
      phase: "primary",
      level: "intensive",
      openedAt: TEST_NOW,
      status: "closed",
      outcome: "ready_for_development",
      closedAt: TEST_NOW,
      handoverSummary: "Start with the Year 3 team",
      handoverAt: TEST_NOW,
      ...values,
    })
    .returning({ id: supportCases.id });
  return row?.id ?? "";
}

describe("what follows a support case", () => {
  test("is one Development application, which the hub starts and the school finishes", async () => {
    const caseId = await aCase();
    const started = await startNextApplication(t.as(assistantLead), { caseId });
    expect(started).toMatchObject({ ok: true });
    expect(await startNextApplication(t.as(mathsLead), { caseId })).toEqual(started);
    const drafts = await t.db.select().from(applications).where(eq(applications.organisationId, school.id));
    expect(drafts).toMatchObject([
      {
        offerId,
        decision: "draft",
        startedBy: mathsLead.personId,
        headName: "Ada Head",
        headEmail: "ada@schools.example",
      },
    ]);
    const [event] = await t.db.select().from(events).where(eq(events.type, "case.next_application_started"));
    expect(event).toMatchObject({ caseId, applicationId: drafts[0]?.id });
    const mails = await t.db.select().from(messages).where(eq(messages.purpose, "application_prepared"));
    expect(mails).toHaveLength(1);
  });

  test("does not come from a case that is open, or that ended another way", async () => {
    const open = await aCase({ status: "open", outcome: null, closedAt: null });
    const other = await aCase({ outcome: "continue" });
    for (const caseId of [open, other])
      expect(await startNextApplication(t.as(assistantLead), { caseId })).toMatchObject({
        refusal: { code: "not_ready" },
      });
  });

  test("waits until applications open, and says when", async () => {
    const caseId = await aCase();
    const early = new Date("2026-02-02T09:00:00Z");
    expect(await startNextApplication(t.as(mathsLead, early), { caseId })).toMatchObject({
      refusal: { code: "cannot_start", detail: { sentence: "Applications open on Monday 2 March 2026" } },
    });
  });

  test("is no business of another school, nor of the trust", async () => {
    const caseId = await aCase();
    const elsewhere = await aSchool(t.db, { hubId });
    const strangers = [
      await anActor(t.db, { role: "headteacher", organisationId: elsewhere.id }),
      await anActor(t.db, { role: "trust_lead", organisationId: school.id }),
    ];
    for (const stranger of strangers)
      expect(await startNextApplication(t.as(stranger), { caseId })).toMatchObject({
        refusal: { code: "not_found" },
      });
  });
});

describe("the lead of the next group", () => {
  test("reads the handover summary of a school that has a place there, and nobody else's lead does", async () => {
    const caseId = await aCase();
    const { id: workGroupId } = await aWorkGroup(t.db, { offerId, hubId });
    const lead = await anActor(t.db, { role: "work_group_lead", hubId });
    await aLead(t.db, workGroupId, lead.personId);
    const place = { organisationId: school.id, offerId, hubId, workGroupId };
    const { id: applicationId } = await anApplication(t.db, {
      ...place,
      decision: "approved",
      placement: "accepted",
    });
    expect(await listHandovers(t.as(lead), workGroupId)).toEqual([]);
    await t.db
      .update(supportCases)
      .set({ nextApplicationId: applicationId })
      .where(eq(supportCases.id, caseId));
    expect(await listHandovers(t.as(lead), workGroupId)).toMatchObject([
      { applicationId, summary: "Start with the Year 3 team" },
    ]);
    const other = await anActor(t.db, { role: "work_group_lead", hubId });
    expect(await listHandovers(t.as(other), workGroupId)).toEqual([]);
  });
});

describe("a school's own page of support", () => {
  test("shows its referrals and the state of its case; a trust learns that support runs, and no more", async () => {
    await aCase();
    const own = await getSchoolSupport(t.as(mathsLead), school.id);
    expect(own?.referrals).toMatchObject([{ status: "accepted_intensive", case: { status: "closed" } }]);
    const trust = await anActor(t.db, { role: "trust_lead", organisationId: school.id });
    const seen = await getSchoolSupport(t.as(trust), school.id);
    expect(seen?.referrals).toMatchObject([{ status: "accepted_intensive", case: null }]);
  });

  test("is not there for another school, nor for a teacher who takes part", async () => {
    const elsewhere = await aSchool(t.db, { hubId });
    const stranger = await anActor(t.db, { role: "headteacher", organisationId: elsewhere.id });
    const teacher = await anActor(t.db, { role: "participant", organisationId: school.id });
    for (const actor of [stranger, teacher])
      expect(await getSchoolSupport(t.as(actor), school.id)).toBeUndefined();
  });

  test("records a referral as the school's or the trust's own, whatever the form says", async () => {
    const wish = {
      organisationId: school.id,
      phase: "primary" as const,
      source: "dfe" as const,
      barriers: ["capacity" as const],
      evidence: "No time",
      urgency: "this_year" as const,
      headName: "Ada Head",
      headEmail: "ada@schools.example",
    };
    expect((await raiseReferral(t.as(mathsLead), wish)).ok).toBe(true);
    const rows = await t.db.select().from(referrals).where(eq(referrals.organisationId, school.id));
    expect(rows.map(({ source }) => source)).toEqual(["school"]);
  });
});
