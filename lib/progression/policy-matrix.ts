import { eq } from "drizzle-orm";
import { programmes } from "@/db/schema/programmes";
import { stageRecommendations } from "@/db/schema/progression";
import type { World } from "@/db/testing/cast";
import { anApplication, aPerson, TEST_NOW } from "@/db/testing/factories";
import type { MatrixRow } from "@/db/testing/policy-matrix";
import { confirmRecommendation } from "./confirm-recommendation";
import { decideRecommendation } from "./decide-recommendation";
import { followAcademicYear } from "./follow-academic-year";
import { recommendStage } from "./recommend-stage";
import { startNextApplication } from "./start-next-application";
import { takeBackRecommendation } from "./take-back-recommendation";
import { evidence } from "./testing/school-in-a-group";

const deciders = ["assistant_hub_lead", "hub_lead", "deputy_hub_lead"] as const;

/** The world's school in the world's group, which is a rung of the ladder. */
async function aPlace(world: World): Promise<string> {
  await world.db
    .update(programmes)
    .set({ stage: "development", ladderPhase: "primary" })
    .where(eq(programmes.id, world.offer.programmeId));
  const { id } = await anApplication(world.db, {
    organisationId: world.school.id,
    hubId: world.hub.id,
    offerId: world.offer.id,
    decision: "approved",
    placement: "started",
    workGroupId: world.group.id,
  });
  return id;
}

async function aRecommendation(
  world: World,
  values: Partial<typeof stageRecommendations.$inferInsert> = {},
): Promise<string> {
  const [row] = await world.db
    .insert(stageRecommendations)
    .values({
      organisationId: world.school.id,
      applicationId: await aPlace(world),
      workGroupId: world.group.id,
      hubId: world.hub.id,
      phase: "primary",
      fromStage: "development",
      toStage: "embedding",
      academicYear: world.offer.academicYear + 1,
      evidence,
      recommendedBy: (await aPerson(world.db)).id,
      recommendedAt: TEST_NOW,
      ...values,
    })
    .returning({ id: stageRecommendations.id });
  if (!row) throw new Error("No recommendation");
  return row.id;
}

export const policyMatrix: readonly MatrixRow[] = [
  {
    deed: "progression/recommend-stage",
    opens: ["lead of the group"],
    attempt: async (world, ctx) =>
      recommendStage(ctx, { applicationId: await aPlace(world), toStage: "embedding", evidence }),
  },
  {
    deed: "progression/confirm-recommendation",
    opens: ["school_maths_lead", "headteacher"],
    attempt: async (world, ctx) =>
      confirmRecommendation(ctx, {
        recommendationId: await aRecommendation(world),
        version: 1,
        continues: "yes",
        pauseReason: "",
      }),
  },
  {
    deed: "progression/decide-recommendation",
    opens: deciders,
    attempt: async (world, ctx) =>
      decideRecommendation(ctx, {
        recommendationId: await aRecommendation(world),
        version: 1,
        stage: "embedding",
        reason: "",
      }),
  },
  {
    deed: "progression/take-back-recommendation",
    opens: ["lead of the group", ...deciders],
    attempt: async (world, ctx) =>
      takeBackRecommendation(ctx, { recommendationId: await aRecommendation(world), version: 1 }),
  },
  {
    deed: "progression/start-next-application",
    opens: ["school_maths_lead", "headteacher", "trust_lead", ...deciders],
    attempt: async (world, ctx) =>
      startNextApplication(ctx, { recommendationId: await aRecommendation(world) }),
  },
  {
    deed: "progression/follow-academic-year",
    opens: ["system"],
    attempt: (_world, ctx) => followAcademicYear(ctx),
  },
];
