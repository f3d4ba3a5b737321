import type { IsoDate } from "@/lib/kernel/dates";
import { type Condition, type RouteStep, type Voice, voices, type World } from "./condition";
import type { EligibilityFacts, OfferFacts, OverrideFact } from "./facts";
import { personJudges } from "./person-conditions";
import { placeJudges } from "./place-conditions";
import { planRoute, throughProgramme } from "./routes";
import type { OfferRule } from "./rule";
import { schoolJudges } from "./school-conditions";
import { stageJudges } from "./stage-conditions";
import { windowCondition } from "./window";

const judges = { ...schoolJudges, ...stageJudges, ...placeJudges, ...personJudges };

export interface Evaluation {
  readonly outcome: "open" | "not_yet" | "not_for_you";
  readonly conditions: readonly Condition[];
  /** The first day of the programme if the route is followed; for an open offer its own. Nothing when nobody can say. */
  readonly startsSoonest?: IsoDate;
  /** Steps in order of time; empty unless the outcome is not_yet. */
  readonly route: readonly RouteStep[];
  /** The hub lets it in although a condition says otherwise. */
  readonly override?: OverrideFact;
}

export interface EvaluationInput {
  readonly offer: OfferFacts;
  readonly facts: EligibilityFacts;
  /** Every offer that a route may lead through: this year's and the next's. */
  readonly catalogue: readonly OfferFacts[];
  readonly voice?: Voice;
}

/** Judges an offer for an organisation, and a person where one is named. Pure: the day is in the facts. */
export function evaluateEligibility(input: EvaluationInput, path: readonly string[] = []): Evaluation {
  const { offer, facts, catalogue } = input;
  const conditions = judge(input, path);
  const override = facts.overrides.find((granted) => granted.offerId === offer.id);
  if (override && offer.opensToApplications && facts.today <= offer.endsOn)
    return { outcome: "open", conditions, startsSoonest: offer.startsOn, route: [], override };
  if (conditions.some(({ state }) => state === "never"))
    return { outcome: "not_for_you", conditions, route: [] };
  const missing = conditions.filter(({ state }) => state === "not_yet");
  if (missing.length === 0) return { outcome: "open", conditions, startsSoonest: offer.startsOn, route: [] };
  const plan = planRoute({ offer, missing, catalogue, today: facts.today });
  return { outcome: "not_yet", conditions, ...plan };
}

function judge(input: EvaluationInput, path: readonly string[]): Condition[] {
  const { offer, facts, catalogue } = input;
  const world = worldOf(input, path);
  const judged = offer.rules.map((rule) => judgeRule(rule, world)).filter(worthSaying);
  if (!offer.opensToApplications) return [...judged, byReferral];
  const window = windowCondition(offer, catalogue, facts.today);
  return window ? [...judged, window] : judged;
}

/** That nothing runs beside it is worth a line only where something does. */
function worthSaying(condition: Condition): boolean {
  return condition.code !== "not_beside" || condition.state !== "met";
}

const byReferral: Condition = {
  code: "by_referral",
  state: "not_yet",
  sentence: "a referral comes first",
  evidence: "Nobody applies for Targeted Support",
  route: { sentence: "The hub, the trust or the school itself can make the referral", steps: [] },
};

function worldOf(input: EvaluationInput, path: readonly string[]): World {
  const { offer, facts, catalogue, voice = "you" } = input;
  const names = new Map(catalogue.map((other) => [other.programme, other.shortName]));
  const here = [...path, keyOf(offer)];
  return {
    facts,
    offer,
    words: voices[voice],
    nameOf: (programme) => names.get(programme) ?? programme,
    through: (programme, theme) =>
      throughProgramme(
        { programme, theme, facts, catalogue, name: names.get(programme) ?? programme },
        (other) =>
          here.includes(keyOf(other)) ? undefined : evaluateEligibility({ ...input, offer: other }, here),
      ),
  };
}

function keyOf(offer: OfferFacts): string {
  return `${offer.programme} ${offer.theme ?? ""}`;
}

function judgeRule(rule: OfferRule, world: World): Condition {
  const judgeOne = judges[rule.code] as (rule: OfferRule, world: World) => Condition;
  return judgeOne(rule, world);
}
