import { eligibilityOverrides } from "@/db/schema/applications";
import { aPerson, TEST_NOW } from "@/db/testing/factories";
import type { MatrixRow } from "@/db/testing/policy-matrix";
import { overrideEligibility } from "./override-eligibility";
import { revokeOverride } from "./revoke-override";
import { stateFacts } from "./state-facts";

const deciders = ["assistant_hub_lead", "hub_lead", "deputy_hub_lead"] as const;

export const policyMatrix: readonly MatrixRow[] = [
  {
    deed: "programmes/override-eligibility",
    opens: deciders,
    attempt: (world, ctx) =>
      overrideEligibility(ctx, {
        organisationId: world.school.id,
        offerId: world.offer.id,
        reason: "The school has done the groundwork elsewhere",
      }),
  },
  {
    deed: "programmes/revoke-override",
    opens: deciders,
    attempt: async (world, ctx) => {
      const [override] = await world.db
        .insert(eligibilityOverrides)
        .values({
          organisationId: world.school.id,
          offerId: world.offer.id,
          reason: "The school has done the groundwork elsewhere",
          grantedBy: (await aPerson(world.db)).id,
          grantedAt: TEST_NOW,
        })
        .returning({ id: eligibilityOverrides.id });
      return revokeOverride(ctx, { overrideId: override?.id ?? "" });
    },
  },
  {
    deed: "programmes/state-facts",
    opens: [
      ...deciders,
      "assistant_hub_lead for secondary",
      "project_manager",
      "school_maths_lead",
      "headteacher",
      "trust_lead",
    ],
    attempt: (world, ctx) => stateFacts(ctx, { organisationId: world.school.id, answers: {} }),
  },
];
