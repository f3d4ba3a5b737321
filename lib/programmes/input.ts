import { z } from "zod";
import { statementCodes } from "./eligibility/statements";

const id = z.uuid();

export const overrideEligibilityInput = z.object({
  organisationId: id,
  offerId: id,
  reason: z
    .string()
    .trim()
    .min(10, "Say in a sentence why the school should be let in")
    .max(500, "Keep the reason under 500 characters"),
});
export type OverrideEligibilityInput = z.infer<typeof overrideEligibilityInput>;

export const revokeOverrideInput = z.object({ overrideId: id });
export type RevokeOverrideInput = z.infer<typeof revokeOverrideInput>;

/** Years as the calendar year of their September; yes and no as 1 and 0. */
export const stateFactsInput = z.object({
  organisationId: id,
  personId: id.optional(),
  answers: z.partialRecord(z.enum(statementCodes), z.coerce.number().int().min(0).max(2100)),
});
export type StateFactsInput = z.infer<typeof stateFactsInput>;
