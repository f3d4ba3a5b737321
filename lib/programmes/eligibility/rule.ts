import { z } from "zod";
import { statementCodes } from "./statements";

export const keyStages = ["EYFS", "KS1", "KS2", "KS3", "KS4", "post16"] as const;
export type KeyStage = (typeof keyStages)[number];

export const ladderPhases = ["primary", "secondary"] as const;
export type LadderPhase = (typeof ladderPhases)[number];

export const ladderStages = ["readiness", "development", "embedding", "sustaining"] as const;
export type LadderStage = (typeof ladderStages)[number];

const slug = z.string().regex(/^[a-z0-9-]+$/);
const phase = z.enum(ladderPhases);
const stage = z.enum(ladderStages);

/**
 * One condition of an offer, as it stands in `offer_rules`. The window of an offer is not among them: it is the offer's own
 * dates. Which conditions a programme has is data (db/reference), what each means is eligibility/*-conditions.ts.
 */
export const offerRule = z.discriminatedUnion("code", [
  z.object({ code: z.literal("state_funded") }),
  z.object({ code: z.literal("organisation_kind"), kinds: z.array(z.enum(["school", "college", "trust"])) }),
  /** Teaches at least one of these, by the age range of the register. */
  z.object({ code: z.literal("key_stages"), keyStages: z.array(z.enum(keyStages)).min(1) }),
  z.object({ code: z.literal("special_school") }),
  /** A trust with at least one secondary school. */
  z.object({ code: z.literal("secondary_trust") }),
  /** Something stands in the way: an inspection grade, or the school says so. */
  z.object({ code: z.literal("barrier") }),
  /** `exemptUnlessTeaches`: schools without these key stages need not say so. */
  z.object({
    code: z.literal("school_states"),
    statement: z.enum(statementCodes),
    exemptUnlessTeaches: z.array(z.enum(keyStages)).optional(),
  }),

  /** In this stage by the day the offer starts: now, by decision, or by an application for that year. */
  z.object({ code: z.literal("stage_current"), phase, stage, throughProgramme: slug }),
  /** In this stage in the academic year before the offer's. */
  z.object({
    code: z.literal("stage_year_before"),
    phase,
    stage,
    throughProgramme: slug,
    insteadProgramme: slug,
  }),
  /** In this stage in any earlier year, breaks and earlier URNs included; or a Mastery Specialist works here. */
  z.object({
    code: z.literal("stage_ever"),
    phase,
    stage,
    throughProgramme: slug,
    orSpecialist: z.string().optional(),
  }),
  /** Any stage of the ladder now: Targeted Support beside it. */
  z.object({ code: z.literal("on_ladder") }),
  /** Has not come as far as this stage. */
  z.object({ code: z.literal("before_stage"), phase, stage }),

  /** Once only, whatever URN the school had; for a rung of the ladder its periods count too. `next` is where to go instead. */
  z.object({
    code: z.literal("never_taken"),
    programme: slug,
    rung: z.object({ phase, stage }).optional(),
    next: z.array(slug),
  }),
  z.object({
    code: z.literal("programme_years"),
    programme: slug,
    years: z.number().int().positive(),
    exemptUnlessTeaches: z.array(z.enum(keyStages)).optional(),
  }),
  /** Not in the same academic year as any of these. */
  z.object({ code: z.literal("not_beside"), programmes: z.array(slug).min(1) }),
  /** In the same academic year as this one: said, not enforced, because either may be applied for first. */
  z.object({ code: z.literal("runs_beside"), programme: slug }),

  z.object({ code: z.literal("person_states"), statement: z.enum(statementCodes) }),
  /** Year of teaching during the offer, 1 for the first; no `to` means from then on. */
  z.object({
    code: z.literal("person_teaching_year"),
    since: z.enum(["began_teaching", "began_core_maths"]),
    from: z.number().int().positive(),
    to: z.number().int().positive().optional(),
  }),
  z.object({ code: z.literal("person_completed"), programme: slug, theme: z.string() }),
  z.object({ code: z.literal("person_not_taken"), programme: slug, theme: z.string().nullable() }),
  /** Leads groups for a hub, or has a designation. */
  z.object({ code: z.literal("person_leads") }),
]);

export type OfferRule = z.infer<typeof offerRule>;
export type RuleCode = OfferRule["code"];
export type RuleOf<Code extends RuleCode> = Extract<OfferRule, { code: Code }>;

/** Reads the rules of an offer as the database holds them. Throws for a rule that no code understands. */
export function parseRules(rules: readonly unknown[]): OfferRule[] {
  return rules.map((rule) => offerRule.parse(rule));
}
