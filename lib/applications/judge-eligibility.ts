import type { TxCtx } from "@/lib/access/context";
import { londonDate } from "@/lib/kernel/dates";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import type { Condition } from "@/lib/programmes/eligibility/condition";
import type { Evaluation } from "@/lib/programmes/eligibility/evaluate";
import { whyNotEligible } from "@/lib/programmes/queries/eligibility";
import { whyNotOpen } from "./rules";
import type { OfferToStart } from "./start-application";

export interface Applicant {
  readonly organisationId: string;
  readonly personId?: string | null;
}

type Judgement = Result<Evaluation, "not_found" | "not_offered" | "not_yet_open" | "closed" | "not_eligible">;

/** Whether an application may be started: the offer's conditions and window, or the hub's exception from them. */
export async function judgeEligibility(
  tx: TxCtx,
  offer: OfferToStart,
  applicant: Applicant,
): Promise<Judgement> {
  const evaluation = await whyNotEligible(tx, { ...applicant, offerId: offer.id });
  if (!evaluation) return refuse("not_found");
  if (evaluation.outcome === "open") return ok(evaluation);
  const missing = evaluation.conditions.filter(({ state }) => state === "not_yet" || state === "never");
  const reason = missing.find(({ code }) => code !== "in_window");
  if (reason && offer.opensToApplications) return refuse("not_eligible", { sentence: tell(reason) });
  const closed = whyNotOpen(offer, londonDate(tx.now)) ?? "not_offered";
  return refuse(closed, { opensOn: offer.opensOn, closesOn: offer.closesOn });
}

/** Conditions that only the school can settle, which it has not yet. */
export function unanswered({ conditions }: Evaluation): Condition[] {
  return conditions.filter(({ state, asks }) => state === "to_confirm" && asks);
}

function tell({ sentence, route }: Condition): string {
  const missing = `Not yet: ${sentence}`;
  return route ? `${missing}. ${route.sentence}` : missing;
}
