import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { applications } from "@/db/schema/applications";
import { events } from "@/db/schema/events";
import { stagePeriods, stageRecommendations } from "@/db/schema/progression";
import { type FreshDatabase, freshDatabase } from "@/db/testing/fresh-database";
import { systemActor } from "@/lib/access/actor";
import { confirmRecommendation } from "./confirm-recommendation";
import { decideRecommendation } from "./decide-recommendation";
import { followAcademicYear } from "./follow-academic-year";
import { recommendStage } from "./recommend-stage";
import { evidence, type SchoolInAGroup, schoolInAGroup } from "./testing/school-in-a-group";

const TEN = Array.from({ length: 10 }, (_, index) => index);
let fresh: FreshDatabase;
let school: SchoolInAGroup;

beforeAll(async () => {
  fresh = await freshDatabase({ connections: 10 });
});
afterAll(() => fresh.drop());
beforeEach(async () => {
  school = await schoolInAGroup(fresh.db);
});

async function recommend() {
  const { applicationId, lead } = school;
  return recommendStage(fresh.as(lead), { applicationId, toStage: "embedding", evidence });
}

async function confirmed(): Promise<string> {
  const answer = await recommend();
  if (!answer.ok) throw new Error(answer.refusal.code);
  const { recommendationId } = answer.value;
  await confirmRecommendation(fresh.as(school.head), {
    recommendationId,
    version: 1,
    continues: "yes",
    pauseReason: "",
  });
  return recommendationId;
}

const count = (type: string) =>
  fresh.db
    .select({ type: events.type })
    .from(events)
    .where(eq(events.organisationId, school.organisationId))
    .then((rows) => rows.filter((row) => row.type === type).length);

describe("at once", () => {
  test("ten browsers of the lead write one review", async () => {
    const answers = await Promise.all(TEN.map(recommend));
    expect(new Set(answers.map((answer) => answer.ok && answer.value.recommendationId)).size).toBe(1);
    const where = eq(stageRecommendations.organisationId, school.organisationId);
    expect(await fresh.db.$count(stageRecommendations, where)).toBe(1);
  });

  test("ten browsers of the hub decide once and prefill one application", async () => {
    const recommendationId = await confirmed();
    const input = { recommendationId, version: 2, stage: "embedding" as const, reason: "" };
    const answers = await Promise.all(
      TEN.map(() => decideRecommendation(fresh.as(school.assistantLead), input)),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await count("stage.decided")).toBe(1);
    const follows = eq(applications.followsApplicationId, school.applicationId);
    expect(await fresh.db.$count(applications, follows)).toBe(1);
  });

  test("the school's other answer and the hub's decision: one of them comes first, and the other is told", async () => {
    const recommendationId = await confirmed();
    const [decided, paused] = await Promise.all([
      decideRecommendation(fresh.as(school.assistantLead), {
        recommendationId,
        version: 2,
        stage: "embedding",
        reason: "",
      }),
      confirmRecommendation(fresh.as(school.head), {
        recommendationId,
        version: 2,
        continues: "no",
        pauseReason: "",
      }),
    ]);
    expect([decided.ok, paused.ok].filter(Boolean)).toHaveLength(1);
  });

  test("two workers open a stage period once", async () => {
    await Promise.all(TEN.map(() => followAcademicYear(fresh.as(systemActor("follow-academic-year")))));
    const where = eq(stagePeriods.organisationId, school.organisationId);
    expect(await fresh.db.$count(stagePeriods, where)).toBe(1);
    expect(await count("stage.period_opened")).toBe(1);
  });
});
