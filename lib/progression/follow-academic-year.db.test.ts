import { and, asc, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { applications } from "@/db/schema/applications";
import { events } from "@/db/schema/events";
import { stagePeriods, stageRecommendations } from "@/db/schema/progression";
import { aWorkGroup, TEST_NOW } from "@/db/testing/factories";
import { testContext } from "@/db/testing/test-context";
import { systemActor } from "@/lib/access/actor";
import { followAcademicYear } from "./follow-academic-year";
import { evidence, type SchoolInAGroup, schoolInAGroup } from "./testing/school-in-a-group";

const t = testContext();
const NEXT_SEPTEMBER = new Date("2026-09-01T06:00:00Z");

const follow = (now = TEST_NOW) => followAcademicYear(t.as(systemActor("follow-academic-year"), now));

function periodsOf({ organisationId }: SchoolInAGroup) {
  return t.db
    .select({
      stage: stagePeriods.stage,
      startedOn: stagePeriods.startedOn,
      finishedOn: stagePeriods.finishedOn,
      outcome: stagePeriods.outcome,
      note: stagePeriods.note,
    })
    .from(stagePeriods)
    .where(eq(stagePeriods.organisationId, organisationId))
    .orderBy(asc(stagePeriods.startedOn));
}

function eventsOf({ organisationId }: SchoolInAGroup, type: string) {
  return t.db
    .select()
    .from(events)
    .where(and(eq(events.organisationId, organisationId), eq(events.type, type)));
}

/** What an application holds when its school takes part in a group of another offer. */
async function aPlaceIn({ hubId }: SchoolInAGroup, offerId = "") {
  const { id: workGroupId } = await aWorkGroup(t.db, { offerId, hubId });
  return { offerId, workGroupId };
}

/** A recommendation that the school has answered. */
async function answered(school: SchoolInAGroup, values: Partial<typeof stageRecommendations.$inferInsert>) {
  await t.db.insert(stageRecommendations).values({
    organisationId: school.organisationId,
    applicationId: school.applicationId,
    workGroupId: school.workGroupId,
    hubId: school.hubId,
    phase: "primary",
    fromStage: "embedding",
    toStage: "sustaining",
    academicYear: 2026,
    evidence,
    recommendedBy: school.lead.personId,
    recommendedAt: TEST_NOW,
    status: "confirmed",
    confirmedAt: TEST_NOW,
    schoolContinues: true,
    ...values,
  });
}

describe("stage periods", () => {
  test("open with a school's first place in a stage, once, however often the job runs", async () => {
    const school = await schoolInAGroup(t.db, { placementChangedAt: new Date("2025-10-06T12:00:00Z") });
    expect(await follow()).toEqual({ ok: true, value: { finished: 0, opened: 1 } });
    expect(await follow()).toEqual({ ok: true, value: { finished: 0, opened: 0 } });
    expect(await periodsOf(school)).toEqual([
      { stage: "development", startedOn: "2025-10-06", finishedOn: null, outcome: null, note: null },
    ]);
    expect(await eventsOf(school, "stage.period_opened")).toHaveLength(1);
  });

  test("begin on 1 September for a place that was accepted before", async () => {
    const school = await schoolInAGroup(t.db, { placementChangedAt: new Date("2025-06-20T12:00:00Z") });
    await follow();
    expect(await periodsOf(school)).toMatchObject([{ startedOn: "2025-09-01" }]);
  });

  test("end on 31 August, and the next one opens where the school has a place", async () => {
    const school = await schoolInAGroup(t.db);
    await follow();
    const place = await aPlaceIn(school, school.next.embedding);
    await t.db.update(applications).set(place).where(eq(applications.id, school.applicationId));
    expect(await follow(NEXT_SEPTEMBER)).toEqual({ ok: true, value: { finished: 1, opened: 1 } });
    expect(await periodsOf(school)).toMatchObject([
      { stage: "development", finishedOn: "2026-08-31", outcome: "completed" },
      { stage: "embedding", startedOn: "2026-09-01", finishedOn: null },
    ]);
    expect(await eventsOf(school, "stage.period_finished")).toHaveLength(1);
  });

  test("do not open for a school that nobody has placed: that is a break, with the school's own words", async () => {
    const school = await schoolInAGroup(t.db, { stage: "embedding" });
    await follow();
    await answered(school, { schoolContinues: false, pauseReason: "New headteacher" });
    await follow(NEXT_SEPTEMBER);
    expect(await periodsOf(school)).toMatchObject([{ outcome: "completed", note: "New headteacher" }]);
  });

  test("say so when the hub let the school step back", async () => {
    const school = await schoolInAGroup(t.db, { stage: "embedding" });
    await follow();
    await answered(school, { status: "decided", decidedStage: "readiness" });
    await follow(NEXT_SEPTEMBER);
    expect(await periodsOf(school)).toMatchObject([{ outcome: "stepped_back" }]);
  });

  test("end on the day a place is given up, and Development may then be taken again", async () => {
    const school = await schoolInAGroup(t.db);
    await follow();
    await t.db
      .update(applications)
      .set({
        decision: "withdrawn",
        placement: "withdrawn",
        placementChangedAt: new Date("2026-05-20T10:00:00Z"),
      })
      .where(eq(applications.id, school.applicationId));
    const later = new Date("2026-05-21T10:00:00Z");
    expect(await follow(later)).toEqual({ ok: true, value: { finished: 1, opened: 0 } });
    expect(await follow(later)).toEqual({ ok: true, value: { finished: 0, opened: 0 } });
    expect(await periodsOf(school)).toMatchObject([{ finishedOn: "2026-05-20", outcome: "withdrew" }]);
    const place = await aPlaceIn(school, school.next.development);
    await t.db
      .update(applications)
      .set({ ...place, decision: "approved", placement: "accepted", placementChangedAt: NEXT_SEPTEMBER })
      .where(eq(applications.id, school.applicationId));
    expect(await follow(NEXT_SEPTEMBER)).toEqual({ ok: true, value: { finished: 0, opened: 1 } });
  });

  test("of secondary Embedding run beside those of Sustaining", async () => {
    const school = await schoolInAGroup(t.db, { stage: "embedding", phase: "secondary" });
    await t.db.insert(stagePeriods).values({
      organisationId: school.organisationId,
      phase: "secondary",
      stage: "sustaining",
      startedOn: "2025-09-01",
    });
    await follow();
    const open = await periodsOf(school);
    expect(open.map(({ stage, finishedOn }) => [stage, finishedOn]).sort()).toEqual([
      ["embedding", null],
      ["sustaining", null],
    ]);
  });
});
