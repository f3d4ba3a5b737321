import { beforeEach, describe, expect, test } from "vitest";
import { stagePeriods } from "@/db/schema/progression";
import { referrals, supportCases } from "@/db/schema/referrals";
import { aHub, anActor, TEST_DAY, TEST_NOW } from "@/db/testing/factories";
import { testContext } from "@/db/testing/test-context";
import { newReference } from "@/lib/kernel/ids";
import { countHubRecommendations, listHubRecommendations } from "./queries/hub-list";
import { getJourney } from "./queries/journey";
import { getRecommendation, listOwnRecommendations } from "./queries/recommendations";
import { getGroupReviews, getReview } from "./queries/reviews";
import { readFilters } from "./read-filters";
import { recommendStage } from "./recommend-stage";
import { evidence, type SchoolInAGroup, schoolInAGroup } from "./testing/school-in-a-group";

const t = testContext();
let school: SchoolInAGroup;
let recommendationId: string;

beforeEach(async () => {
  school = await schoolInAGroup(t.db);
  const { applicationId, lead } = school;
  const answer = await recommendStage(t.as(lead), { applicationId, toStage: "embedding", evidence });
  recommendationId = answer.ok ? answer.value.recommendationId : "";
});

describe("a review", () => {
  test("is listed for the group's lead and its hub's staff, and written by the lead alone", async () => {
    const staff = await anActor(t.db, { role: "project_manager", hubId: school.hubId });
    const { workGroupId, applicationId } = school;
    expect(await getGroupReviews(t.as(school.lead), workGroupId)).toMatchObject({
      mayReview: true,
      schools: [{ applicationId, status: "recommended", toStage: "embedding" }],
    });
    expect(await getGroupReviews(t.as(staff), workGroupId)).toMatchObject({ mayReview: false });
    expect(await getReview(t.as(staff), applicationId)).toBeUndefined();
    expect(await getReview(t.as(school.lead), applicationId)).toMatchObject({
      stage: "development",
      current: { evidence, toStage: "embedding" },
      last: null,
    });
  });

  test("is not there for a lead of another group", async () => {
    const other = await anActor(t.db, { role: "work_group_lead", hubId: school.hubId });
    expect(await getGroupReviews(t.as(other), school.workGroupId)).toBeUndefined();
    expect(await getReview(t.as(other), school.applicationId)).toBeUndefined();
  });
});

describe("a recommendation", () => {
  test("is read by the school, its lead and its hub, word for word", async () => {
    for (const actor of [school.head, school.lead, school.assistantLead])
      expect(await getRecommendation(t.as(actor), recommendationId)).toMatchObject({ evidence });
    expect((await getRecommendation(t.as(school.head), recommendationId))?.may).toEqual({
      confirm: true,
      decide: false,
      takeBack: false,
      startNext: false,
    });
    expect(await listOwnRecommendations(t.as(school.head), { ...school, fromYear: 2025 })).toHaveLength(1);
  });

  test("is not there for another hub, another school, or a teacher who takes part", async () => {
    const strangers = [
      await anActor(t.db, { role: "hub_lead", hubId: (await aHub(t.db)).id }),
      (await schoolInAGroup(t.db)).head,
      await anActor(t.db, { role: "participant", organisationId: school.organisationId }),
    ];
    for (const stranger of strangers) {
      expect(await getRecommendation(t.as(stranger), recommendationId)).toBeUndefined();
      expect(await listOwnRecommendations(t.as(stranger), { ...school, fromYear: 2025 })).toEqual([]);
    }
  });

  test("stands in the hub's list under what it waits for, for the phase that the grant is for", async () => {
    const secondary = await anActor(t.db, {
      role: "assistant_hub_lead",
      hubId: school.hubId,
      phase: "secondary",
    });
    const list = (actor: typeof secondary, view: string) =>
      listHubRecommendations(t.as(actor), school.hubId, readFilters({ view }));
    expect((await list(school.assistantLead, "school")).rows).toMatchObject([{ id: recommendationId }]);
    expect((await list(school.assistantLead, "decide")).total).toBe(0);
    expect((await list(secondary, "all")).total).toBe(0);
    expect(await countHubRecommendations(t.as(school.assistantLead), school.hubId)).toMatchObject({
      school: 1,
      all: 1,
      decide: 0,
    });
  });
});

describe("the journey of a school", () => {
  beforeEach(async () => {
    const { organisationId, hubId } = school;
    await t.db.insert(stagePeriods).values({
      organisationId,
      phase: "primary",
      stage: "development",
      startedOn: "2025-09-01",
    });
    const referral = {
      reference: newReference(),
      organisationId,
      phase: "primary" as const,
      hubId,
      source: "hub" as const,
      barriers: ["capacity"],
      evidence: "A visit",
      urgency: "this_term" as const,
      raisedBy: school.lead.personId,
      raisedAt: TEST_NOW,
      promisedOn: TEST_DAY,
      headName: "Ada Head",
      headEmail: "ada@schools.example",
      status: "accepted_enhanced" as const,
      consentGiven: true,
    };
    const [row] = await t.db.insert(referrals).values(referral).returning({ id: referrals.id });
    await t.db.insert(supportCases).values({
      reference: newReference(),
      referralId: row?.id ?? "",
      organisationId,
      hubId,
      phase: "primary",
      level: "enhanced",
      openedAt: TEST_NOW,
    });
  });

  const strands = async (actor: SchoolInAGroup["head"]) =>
    (await getJourney(t.as(actor), school.organisationId))?.strands.map(({ title }) => title);

  test("shows stages with their lead, and support to those who act for it", async () => {
    const journey = await getJourney(t.as(school.head), school.organisationId);
    expect(journey?.strands[0]?.bars).toMatchObject([
      { label: "Development", note: `with ${school.lead.name}` },
    ]);
    expect(await strands(school.head)).toEqual(["Teaching for Mastery", "Targeted Support"]);
    expect(await strands(school.assistantLead)).toEqual(["Teaching for Mastery", "Targeted Support"]);
    const teacher = await anActor(t.db, { role: "participant", organisationId: school.organisationId });
    expect(await strands(teacher)).toEqual(["Teaching for Mastery"]);
  });

  test("is not there for another hub or another school", async () => {
    const strangers = [
      await anActor(t.db, { role: "hub_lead", hubId: (await aHub(t.db)).id }),
      (await schoolInAGroup(t.db)).head,
    ];
    for (const stranger of strangers) expect(await strands(stranger)).toBeUndefined();
  });
});
