import { eq } from "drizzle-orm";
import { hubOverrides, localAuthorities, organisationReviews, organisations } from "@/db/schema/all";
import type { World } from "@/db/testing/cast";
import { aPerson, TEST_DAY, TEST_NOW } from "@/db/testing/factories";
import type { MatrixRow } from "@/db/testing/policy-matrix";
import { endOverride } from "./end-override";
import { importRegister } from "./import-register";
import { KEEP_APART, resolveReviewInput } from "./input";
import { overrideHub } from "./override-hub";
import { resolveReview } from "./resolve-review";

export const policyMatrix: readonly MatrixRow[] = [
  {
    deed: "schools/import-register",
    opens: ["system", "operator", "national_team"],
    // A file that is not there is refused after the policy, and changes nothing.
    attempt: (_, ctx) => importRegister(ctx, { file: "no-such-register.csv", confirmed: false }),
  },
  {
    deed: "schools/override-hub",
    opens: ["hub_lead", "deputy_hub_lead", "national_team"],
    attempt: ({ school, hub, otherHub }, ctx) =>
      overrideHub(ctx, {
        organisationId: school.id,
        hubId: otherHub.id,
        seenHubId: hub.id,
        reason: "Nearer to the other hub's groups",
      }),
  },
  {
    deed: "schools/end-override",
    // The school has been given away: the hub that has it and the hub that gave it may both end that.
    opens: [
      "hub_lead",
      "deputy_hub_lead",
      "hub_lead elsewhere",
      "deputy_hub_lead elsewhere",
      "national_team",
    ],
    attempt: async (world, ctx) => {
      await giveAway(world);
      return endOverride(ctx, { organisationId: world.school.id });
    },
  },
  {
    deed: "schools/resolve-review",
    opens: [
      "assistant_hub_lead",
      "assistant_hub_lead for secondary",
      "hub_lead",
      "deputy_hub_lead",
      "project_manager",
      "national_team",
    ],
    attempt: async ({ db, hub }, ctx) => {
      const [review] = await db
        .insert(organisationReviews)
        .values({ kind: "merger", urns: [1, 2], hubId: hub.id, detail: "One and two.", raisedAt: TEST_NOW })
        .returning({ id: organisationReviews.id });
      const form = { reviewId: review?.id, answer: KEEP_APART, note: "Two schools on two sites" };
      return resolveReview(ctx, resolveReviewInput.parse(form));
    },
  },
];

/** Moves the world's school, whose authority belongs to its hub, to the other hub. */
async function giveAway({ db, school, hub, otherHub }: World): Promise<void> {
  await db
    .insert(localAuthorities)
    .values({ code: "T01", name: "Testshire", region: "North East", hubId: hub.id });
  await db
    .update(organisations)
    .set({ laCode: "T01", hubId: otherHub.id })
    .where(eq(organisations.id, school.id));
  await db.insert(hubOverrides).values({
    organisationId: school.id,
    hubId: otherHub.id,
    reason: "Nearer to the other hub's groups",
    setBy: (await aPerson(db)).id,
    startedOn: TEST_DAY,
  });
}
