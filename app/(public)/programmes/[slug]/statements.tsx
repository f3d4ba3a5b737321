import { initialFormState } from "@/lib/forms/form-state";
import { statementOf } from "@/lib/programmes/eligibility/history";
import { type StatementCode, statements } from "@/lib/programmes/eligibility/statements";
import { stateFactsAction } from "./actions";
import { type Question, StateFactsForm } from "./state-facts-form";
import type { VerdictProps } from "./verdict";

/** What only the school knows: asked here, so that it counts before an application is begun. */
export function Statements({ offer, facts, evaluation }: VerdictProps) {
  const codes = evaluation.conditions.flatMap(({ asks }) =>
    asks && statements[asks].about === "school" ? [asks] : [],
  );
  const questions = codes.map((code) => questionOf(code, facts.statements));
  if (questions.length === 0 || !isWorthAsking(evaluation)) return null;
  const isAnswered = questions.every(({ answer }) => answer !== undefined);
  const values = {
    organisationId: facts.organisation.id,
    asked: codes.join(","),
    returnTo: `/programmes/${offer.programme}?offer=${offer.code}&school=${facts.organisation.id}`,
    ...Object.fromEntries(questions.map(({ name, answer }) => [name, answer ?? ""])),
  };
  return (
    <StateFactsForm
      action={stateFactsAction}
      initial={initialFormState(values)}
      questions={questions}
      summary={isAnswered ? "Change what you told us" : "Tell us what we cannot know"}
    />
  );
}

/** While another condition is missing the answer changes nothing, unless an earlier answer is what is missing. */
function isWorthAsking({ outcome, conditions }: VerdictProps["evaluation"]): boolean {
  return outcome === "open" || conditions.some(({ state, asks }) => state === "not_yet" && asks);
}

function questionOf(code: StatementCode, stated: VerdictProps["facts"]["statements"]): Question {
  const value = statementOf(stated, code)?.value;
  const question = { name: code, text: statements[code].question };
  return value === undefined ? question : { ...question, answer: value > 0 ? "1" : "0" };
}
