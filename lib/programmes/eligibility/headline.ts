import { type IsoDate, sayDate, sayMonth } from "@/lib/kernel/dates";
import type { Condition } from "./condition";
import type { Evaluation } from "./evaluate";

/** What an evaluation comes to, as a heading: what the school can do, or from when. */
export function headlineOf(evaluation: Evaluation, offer: { opensOn: IsoDate }): string {
  if (evaluation.override) return "Your hub has made an exception: you can apply now";
  if (evaluation.outcome === "open") return "You can apply now";
  if (evaluation.outcome === "not_for_you") return headlineOfNever(evaluation.conditions);
  const missing = evaluation.conditions.filter(({ state }) => state === "not_yet");
  if (missing.some(({ code }) => code === "by_referral")) return "This begins with a referral";
  const soonest = evaluation.startsSoonest;
  if (
    missing.every(({ code }) => code === "in_window") &&
    soonest &&
    evaluation.route[0]?.on === offer.opensOn
  )
    return `Applications open on ${sayDate(offer.opensOn)}`;
  return soonest ? `You could start in ${sayMonth(soonest)}` : "Not yet, and how to get there";
}

function headlineOfNever(conditions: readonly Condition[]): string {
  const codes = conditions.filter(({ state }) => state === "never").map(({ code }) => code);
  const kind = codes.some((code) => !behindYou.includes(code));
  if (kind) return "This is for other schools";
  return codes.includes("never_taken") ? "Your school has done this" : "Your school is past this step";
}

/** Conditions that a school stops meeting by going on. */
const behindYou: readonly Condition["code"][] = ["never_taken", "before_stage", "stage_year_before"];

/** "You meet 2 of the 4 conditions." and what is left to confirm. */
export function tallyOf({ conditions }: Evaluation): string {
  const inState = (state: Condition["state"]) => conditions.filter((one) => one.state === state).length;
  const met = `You meet ${inState("met")} of the ${conditions.length} conditions`;
  const open = inState("to_confirm");
  return open === 0 ? `${met}.` : `${met}, and confirm ${open} when you apply.`;
}
