import { and, asc, eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { applications } from "@/db/schema/applications";
import { events } from "@/db/schema/events";
import { messages } from "@/db/schema/notifications";
import { stagePeriods, stageRecommendations } from "@/db/schema/progression";
import { aHub, anActor, aSchool } from "@/db/testing/factories";
import { testContext } from "@/db/testing/test-context";
import { confirmRecommendation } from "./confirm-recommendation";
import { decideRecommendation } from "./decide-recommendation";
import type { Stage } from "./move-rules";
import { recommendStage } from "./recommend-stage";
import { startNextApplication } from "./start-next-application";
import { takeBackRecommendation } from "./take-back-recommendation";
import { evidence, type SchoolInAGroup, schoolInAGroup } from "./testing/school-in-a-group";

const t = testContext();
let school: SchoolInAGroup;

beforeEach(async () => {
  school = await schoolInAGroup(t.db);
});

async function recommended(toStage: Stage = "embedding"): Promise<string> {
  const { applicationId } = school;
  const answer = await recommendStage(t.as(school.lead), { applicationId, toStage, evidence });
  if (!answer.ok) throw new Error(answer.refusal.code);
  return answer.value.recommendationId;
}

async function confirmed(toStage: Stage = "embedding", continues: "yes" | "no" = "yes"): Promise<string> {
  const recommendationId = await recommended(toStage);
  const said = { recommendationId, version: 1, continues, pauseReason: "" };
  const answer = await confirmRecommendation(t.as(school.head), said);
  if (!answer.ok) throw new Error(answer.refusal.code);
  return recommendationId;
}

function decide(recommendationId: string, stage: Stage, reason = "") {
  return decideRecommendation(t.as(school.assistantLead), { recommendationId, version: 2, stage, reason });
}

async function row(recommendationId: string) {
  const [found] = await t.db
    .select()
    .from(stageRecommendations)
    .where(eq(stageRecommendations.id, recommendationId));
  if (!found) throw new Error("No recommendation");
  return found;
}

async function eventTypes(): Promise<string[]> {
  const rows = await t.db
    .select({ type: events.type })
    .from(events)
    .where(and(eq(events.organisationId, school.organisationId), eq(events.workGroupId, school.workGroupId)))
    .orderBy(asc(events.id));
  return rows.map(({ type }) => type);
}

async function mails(): Promise<{ purpose: string; subject: string; body: string }[]> {
  return t.db.select().from(messages).where(eq(messages.hubId, school.hubId)).orderBy(asc(messages.id));
}

const purposes = async () => (await mails()).map(({ purpose }) => purpose).sort();

describe("the end of a school's year", () => {
  test("goes from the lead's review to the school's yes, the hub's decision and a prefilled application", async () => {
    const recommendationId = await confirmed();
    const answer = await decide(recommendationId, "embedding");
    expect(answer).toMatchObject({ ok: true, value: { nextApplicationId: expect.any(String) } });
    const decided = await row(recommendationId);
    expect(decided).toMatchObject({
      status: "decided",
      fromStage: "development",
      decidedStage: "embedding",
      academicYear: 2026,
      schoolContinues: true,
      evidence,
    });
    const [next] = await t.db
      .select()
      .from(applications)
      .where(eq(applications.id, decided.nextApplicationId ?? ""));
    expect(next).toMatchObject({
      offerId: school.next.embedding,
      organisationId: school.organisationId,
      decision: "draft",
      followsApplicationId: school.applicationId,
      previousLeadId: school.lead.personId,
      preferredDays: 2,
      maximumKm: 33,
      startedBy: school.head.personId,
    });
    expect(await eventTypes()).toEqual([
      "stage.recommended",
      "stage.confirmed",
      "stage.decided",
      "stage.next_started",
    ]);
    expect(await purposes()).toEqual(["stage_confirmed", "stage_decided", "stage_recommended"]);
  });

  test("tells the school by mail who suggests what, by when to answer, with one link", async () => {
    const recommendationId = await recommended();
    const [mail] = await mails();
    expect(mail?.subject).toContain("suggests Embedding in 2026/27");
    expect(mail?.body.match(/https?:\/\/\S+/g)).toHaveLength(1);
    expect(mail?.body).toContain(`/school/${school.organisationId}/next-stage/${recommendationId}`);
  });
});

describe("the lead's review", () => {
  test("is rewritten until the school has answered, and not afterwards", async () => {
    const recommendationId = await recommended("embedding");
    expect(await recommended("sustaining")).toBe(recommendationId);
    expect(await row(recommendationId)).toMatchObject({ toStage: "sustaining", version: 2 });
    const said = { recommendationId, version: 2, continues: "yes" as const, pauseReason: "" };
    expect((await confirmRecommendation(t.as(school.head), said)).ok).toBe(true);
    const { applicationId, lead } = school;
    const again = await recommendStage(t.as(lead), { applicationId, toStage: "embedding", evidence });
    expect(again).toMatchObject({ ok: false, refusal: { code: "school_answered" } });
  });

  test("is refused for a school that has not been to a session, and never suggests Development twice", async () => {
    const { applicationId, lead } = school;
    const twice = await recommendStage(t.as(lead), { applicationId, toStage: "development", evidence });
    expect(twice).toMatchObject({ ok: false, refusal: { code: "never" } });
    const absent = await schoolInAGroup(t.db, { placement: "accepted" });
    const early = await recommendStage(t.as(absent.lead), {
      applicationId: absent.applicationId,
      toStage: "embedding",
      evidence,
    });
    expect(early).toMatchObject({ ok: false, refusal: { code: "not_started" } });
  });

  test("is another lead's no business", async () => {
    const other = await anActor(t.db, { role: "work_group_lead", hubId: school.hubId });
    const { applicationId } = school;
    const answer = await recommendStage(t.as(other), { applicationId, toStage: "embedding", evidence });
    expect(answer).toMatchObject({ ok: false, refusal: { code: "not_found" } });
  });

  test("may be taken back and written again", async () => {
    const recommendationId = await confirmed();
    const back = await takeBackRecommendation(t.as(school.lead), { recommendationId, version: 2 });
    expect(back.ok).toBe(true);
    const said = { recommendationId, version: 3, continues: "yes" as const, pauseReason: "" };
    expect(await confirmRecommendation(t.as(school.head), said)).toMatchObject({
      refusal: { code: "not_found" },
    });
    expect(await recommended("sustaining")).toBe(recommendationId);
    expect(await row(recommendationId)).toMatchObject({ status: "recommended", schoolContinues: null });
    expect(await eventTypes()).toContain("stage.recommendation_taken_back");
  });
});

describe("the school's answer", () => {
  test("is refused when the lead has changed the review meanwhile", async () => {
    const recommendationId = await recommended("embedding");
    await recommended("sustaining");
    const said = { recommendationId, version: 1, continues: "yes" as const, pauseReason: "" };
    expect(await confirmRecommendation(t.as(school.head), said)).toMatchObject({
      refusal: { code: "changed_meanwhile" },
    });
  });

  test("may be a break, with two words on why, and may change until the hub decides", async () => {
    const recommendationId = await confirmed("embedding", "no");
    expect(await decide(recommendationId, "embedding")).toMatchObject({ refusal: { code: "school_pauses" } });
    const yes = { recommendationId, version: 2, continues: "yes" as const, pauseReason: "New headteacher" };
    expect((await confirmRecommendation(t.as(school.head), yes)).ok).toBe(true);
    expect(await row(recommendationId)).toMatchObject({ schoolContinues: true, pauseReason: null });
    const decided = await decideRecommendation(t.as(school.assistantLead), {
      recommendationId,
      version: 3,
      stage: "embedding",
      reason: "",
    });
    expect(decided.ok).toBe(true);
    const no = { recommendationId, version: 4, continues: "no" as const, pauseReason: "" };
    expect(await confirmRecommendation(t.as(school.head), no)).toMatchObject({
      refusal: { code: "decided" },
    });
  });

  test("is not given by a trust or by another school", async () => {
    const recommendationId = await recommended();
    const otherId = (await aSchool(t.db, { hubId: school.hubId })).id;
    const said = { recommendationId, version: 1, continues: "yes" as const, pauseReason: "" };
    for (const role of ["school_maths_lead", "headteacher"] as const) {
      const stranger = await anActor(t.db, { role, organisationId: otherId });
      expect(await confirmRecommendation(t.as(stranger), said)).toMatchObject({
        refusal: { code: "not_found" },
      });
    }
  });
});

describe("the hub's decision", () => {
  test("waits for the school, and is made once", async () => {
    const recommendationId = await recommended();
    const early = await decideRecommendation(t.as(school.assistantLead), {
      recommendationId,
      version: 1,
      stage: "embedding",
      reason: "",
    });
    expect(early).toMatchObject({ refusal: { code: "school_first" } });
    const said = { recommendationId, version: 1, continues: "yes" as const, pauseReason: "" };
    await confirmRecommendation(t.as(school.head), said);
    expect((await decide(recommendationId, "embedding")).ok).toBe(true);
    expect(await decide(recommendationId, "embedding")).toMatchObject({ refusal: { code: "decided" } });
  });

  test("differs from the lead's suggestion with a reason only, which the school reads", async () => {
    const recommendationId = await confirmed("embedding");
    expect(await decide(recommendationId, "sustaining")).toMatchObject({
      refusal: { code: "reason_needed" },
    });
    expect((await decide(recommendationId, "sustaining", "The department is ready")).ok).toBe(true);
    const mail = (await mails()).find(({ purpose }) => purpose === "stage_decided");
    expect(mail?.body).toContain("The department is ready");
    const [event] = await t.db.select().from(events).where(eq(events.type, "stage.decided"));
    expect(event?.payload).toMatchObject({ override: true, reason: "The department is ready" });
  });

  test("never gives Development again, under whatever URN the school was in it", async () => {
    const { organisationId } = school;
    await t.db.insert(stagePeriods).values({
      organisationId,
      phase: "primary",
      stage: "development",
      startedOn: "2019-09-01",
      finishedOn: "2020-08-31",
      outcome: "completed",
    });
    const recommendationId = await confirmed("embedding");
    expect(await decide(recommendationId, "development", "They asked")).toMatchObject({
      refusal: { code: "never" },
    });
  });

  test("belongs to the hub and the phase", async () => {
    const recommendationId = await confirmed();
    const elsewhere = (await aHub(t.db)).id;
    const strangers = [
      await anActor(t.db, { role: "hub_lead", hubId: elsewhere }),
      await anActor(t.db, { role: "assistant_hub_lead", hubId: school.hubId, phase: "secondary" }),
      await anActor(t.db, { role: "project_manager", hubId: school.hubId }),
    ];
    for (const stranger of strangers) {
      const input = { recommendationId, version: 2, stage: "embedding" as const, reason: "" };
      expect(await decideRecommendation(t.as(stranger), input)).toMatchObject({
        refusal: { code: "not_found" },
      });
    }
  });

  test("stands although applications are not open yet; the school starts its own when they are", async () => {
    const recommendationId = await confirmed();
    const before = new Date("2026-02-10T09:00:00Z");
    const input = { recommendationId, version: 2, stage: "embedding" as const, reason: "" };
    const answer = await decideRecommendation(t.as(school.assistantLead, before), input);
    expect(answer).toMatchObject({ ok: true, value: { nextApplicationId: null } });
    const early = await startNextApplication(t.as(school.head, before), { recommendationId });
    expect(early).toMatchObject({ ok: false, refusal: { code: "cannot_start" } });
    const started = await startNextApplication(t.as(school.head), { recommendationId });
    expect(started).toMatchObject({ ok: true });
    expect(await startNextApplication(t.as(school.head), { recommendationId })).toEqual(started);
  });
});
