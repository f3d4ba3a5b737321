import { sayShortDate } from "@/lib/kernel/dates";
import { count, listWords } from "@/lib/kernel/words";
import type { Condition, Judges, World } from "./condition";
import { type OrganisationFacts, sayKeyStage, teachesAny } from "./facts";
import { statementOf } from "./history";
import type { RuleOf } from "./rule";
import { statements } from "./statements";

/** Inspection outcomes that stand in the way of lasting change (domain: Readiness and Targeted Support). */
const weakInspections = [
  "Requires improvement",
  "Inadequate",
  "Serious Weaknesses",
  "Special Measures",
  "Requires Improvement",
];

export const schoolJudges: Judges<
  | "state_funded"
  | "organisation_kind"
  | "key_stages"
  | "special_school"
  | "secondary_trust"
  | "barrier"
  | "school_states"
> = {
  state_funded: (rule, { facts, words }) => ({
    code: rule.code,
    state: facts.organisation.stateFunded ? "met" : "never",
    sentence: `${words.are} state-funded`,
    evidence: sayOrganisation(facts.organisation),
    ...(facts.organisation.stateFunded
      ? {}
      : { route: { sentence: "Ask the hub whether it has spare places", steps: [] } }),
  }),

  organisation_kind: (rule, { facts, words }) => ({
    code: rule.code,
    state: rule.kinds.includes(facts.organisation.kind) ? "met" : "never",
    sentence: `${words.are} a ${listWords(rule.kinds, "or")}`,
    evidence: sayOrganisation(facts.organisation),
  }),

  key_stages: (rule, { facts, words }) => ({
    code: rule.code,
    state: teachesAny(facts.organisation, rule.keyStages) ? "met" : "never",
    sentence: `${words.teach} ${listWords(rule.keyStages.map(sayKeyStage), "or")}`,
    evidence: sayAges(facts.organisation),
  }),

  special_school: (rule, { facts, words }) => ({
    code: rule.code,
    state: facts.organisation.special ? "met" : "never",
    sentence: `${words.are} a special school`,
    evidence: sayOrganisation(facts.organisation),
  }),

  secondary_trust: (rule, { facts, words }) => ({
    code: rule.code,
    state: facts.organisation.secondarySchools > 0 ? "met" : "never",
    sentence: `${words.have} at least one secondary school in the trust`,
    evidence: count(facts.organisation.secondarySchools, "secondary school"),
  }),

  barrier: judgeBarrier,
  school_states: judgeStatement,
};

function judgeBarrier(rule: RuleOf<"barrier">, world: World): Condition {
  const rating = world.facts.organisation.ofstedRating;
  if (rating !== null && weakInspections.includes(rating))
    return {
      code: rule.code,
      state: "met",
      sentence: statements.held_back_from_mastery.sentence,
      evidence: `Ofsted: ${rating}`,
    };
  return {
    ...judgeStatement({ code: "school_states", statement: "held_back_from_mastery" }, world),
    code: rule.code,
  };
}

function judgeStatement(rule: RuleOf<"school_states">, { facts, words }: World): Condition {
  const about = { code: rule.code, sentence: statements[rule.statement].sentence, asks: rule.statement };
  const exempt = rule.exemptUnlessTeaches;
  if (exempt && !teachesAny(facts.organisation, exempt))
    return {
      code: rule.code,
      sentence: about.sentence,
      state: "met",
      evidence: `Not asked of schools without ${listWords(exempt.map(sayKeyStage), "or")}`,
    };
  const stated = statementOf(facts.statements, rule.statement);
  if (!stated) return { ...about, state: "to_confirm" };
  const evidence = `${words.told} on ${sayShortDate(stated.statedOn)}`;
  if (stated.value > 0) return { ...about, state: "met", evidence };
  return {
    ...about,
    state: "not_yet",
    evidence: `${evidence} that this is not so`,
    route: { sentence: "Change the answer when this changes", steps: [] },
  };
}

/** "Academy converter, 312 pupils" */
function sayOrganisation({ typeName, pupils, kind }: OrganisationFacts): string {
  const type = typeName ?? { school: "School", college: "College", trust: "Trust" }[kind];
  return pupils ? `${type}, ${count(pupils, "pupil")}` : type;
}

function sayAges({ lowAge, highAge, typeName, kind }: OrganisationFacts): string {
  if (lowAge === null || highAge === null)
    return typeName ?? (kind === "college" ? "College" : "Ages not known");
  return `Ages ${lowAge} to ${highAge}`;
}
