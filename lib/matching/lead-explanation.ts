import { z } from "zod";
import { EVERY_DAY } from "@/lib/kernel/weekdays";
import type { MatchGroup, MatchLead } from "./match-input";
import type { LeadResult } from "./match-outcome";
import { ANY_ROLE } from "./rules";

const whole = z.number().int().nonnegative();

const leadExplanation = z.object({
  /** The designation that the programme asks of a lead; null where it asks for none. */
  designation: z.string().nullable(),
  weekday: whole.max(4),
  /** The lead has said on which weekdays they can, and this is one of them; otherwise any counts. */
  saidDay: z.boolean(),
  /** 0 any week, 1 odd ones, 2 even ones. */
  pattern: whole.max(2),
  /** Tenths of a kilometre from the lead's school; null online. */
  tenths: whole.nullable(),
  maximumKm: whole,
  /** Groups led in that year already, groups that there was still room for, and groups that this match gives. */
  leads: whole,
  room: whole,
  given: whole,
  /** Days that were left before the match; null of somebody who has not said how many they offer. */
  daysLeft: whole.nullable(),
  /** Schools placed in the group, and those of them that this person led last year. */
  schools: whole,
  ledBefore: whole,
  /** People who could lead the group, and those of them who would suit it better and lead other groups of the match. */
  options: whole,
  ledElsewhere: whole,
});

/** Why somebody leads a group, in parts, as the match found it: kept with its result and told on the lead's own page. */
export type LeadExplanation = z.infer<typeof leadExplanation>;

interface LeadFacts {
  readonly group: MatchGroup;
  readonly lead: MatchLead;
  /** Schools that the match places in the group, and groups that it gives this lead. */
  readonly schools: number;
  readonly given: number;
}

export function explainLead(result: LeadResult, { group, lead, schools, given }: LeadFacts): LeadExplanation {
  return {
    designation: group.role === undefined || group.role === ANY_ROLE ? null : group.role,
    weekday: group.weekday,
    saidDay: lead.days !== EVERY_DAY,
    pattern: group.pattern ?? 0,
    tenths: result.travel,
    maximumKm: lead.maximumKm,
    leads: lead.busy?.length ?? 0,
    room: lead.load,
    given,
    daysLeft: lead.daysLeft ?? null,
    schools,
    ledBefore: result.ledBefore,
    options: result.options,
    ledElsewhere: result.ledElsewhere,
  };
}

/** What was kept, read back; undefined of a run that kept no parts. */
export function readLeadExplanation(kept: unknown): LeadExplanation | undefined {
  return leadExplanation.safeParse(kept).data;
}
