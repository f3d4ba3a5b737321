import { z } from "zod";
import { parseAcademicYear } from "@/lib/kernel/academic-year";
import { statementCodes, statements } from "./eligibility/statements";

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

/** The same as a form sends it: `asked` lists the questions, each answered with "1" or "0" under its own name. */
export const stateFactsForm = z
  .looseObject({ organisationId: id, asked: z.string() })
  .transform((fields, issues): StateFactsInput => {
    const codes = fields.asked
      .split(",")
      .flatMap((code) => statementCodes.find((known) => known === code) ?? []);
    const answers: StateFactsInput["answers"] = {};
    for (const code of codes) {
      if (fields[code] === "1" || fields[code] === "0") answers[code] = Number(fields[code]);
      else
        issues.addIssue({
          code: "custom",
          path: [code],
          message: `Answer yes or no: ${statements[code].question}`,
        });
    }
    return { organisationId: fields.organisationId, answers };
  });

/** One value or many of a name in an address; what is not among the known ones is dropped, so that no address is an error. */
function anyOf<const Known extends readonly string[]>(known: Known) {
  return z
    .union([z.string(), z.array(z.string())])
    .default([])
    .transform((given) => known.filter((one): one is Known[number] => [given].flat().includes(one)));
}

/** The catalogue's filters as they stand in its address. */
export const catalogueFilters = z.object({
  open: anyOf(["now", "not-yet"]),
  phase: anyOf(["early_years", "primary", "secondary", "post16", "cross_phase"]),
  who: anyOf(["school_teachers", "individual_teachers", "teaching_assistants", "local_leaders"]),
  kind: anyOf(["group", "person", "community", "support"]),
  meet: anyOf(["face_to_face", "online", "both"]),
  q: z
    .string()
    .catch("")
    .transform((text) => text.trim().slice(0, 80)),
  year: z
    .string()
    .optional()
    .catch(undefined)
    .transform((text) => (text ? parseAcademicYear(text) : undefined)),
});
export type CatalogueFilters = z.infer<typeof catalogueFilters>;
