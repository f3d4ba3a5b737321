import { ButtonForm } from "@/app/_components/button-form";
import { sayMoment } from "@/lib/kernel/dates";
import { count } from "@/lib/kernel/words";
import type { HandChangeView } from "@/lib/matching/queries/hand-changes";
import type { MatchRunView } from "@/lib/matching/queries/match-run";
import { whyNotChangeRun } from "@/lib/matching/rules";
import { sayEffect } from "@/lib/matching/say-effect";
import { undoChange } from "./actions";

interface HandChangesProps {
  readonly run: MatchRunView;
  readonly changes: readonly HandChangeView[];
}

/** What was decided by hand, by whom and why, what it cost, and the way back. */
export function HandChanges({ run, changes }: HandChangesProps) {
  if (changes.length === 0) return null;
  const mayUndo = run.mayRun && whyNotChangeRun(run) === undefined;
  return (
    <section aria-labelledby="by-hand">
      <h2 id="by-hand">{count(changes.length, "decision")} by hand</h2>
      <p>
        The other schools are placed as is best for all together around {changes.length === 1 ? "it" : "them"}
        .
      </p>
      <ul className="cards">
        {changes.map((change) => (
          <li key={change.id} className="card">
            <h3>
              <a href={`/hub/applications/${change.applicationId}`}>{change.school}</a>
            </h3>
            <dl className="facts">
              <dt>Decided</dt>
              <dd>
                {change.kind === "put" ? "In" : "Not in"} {change.group}
              </dd>
              <dt>Why</dt>
              <dd>{change.reason}</dd>
              <dt>By</dt>
              <dd>
                {change.madeBy}, {sayMoment(change.madeAt)}
              </dd>
              <dt>Cost</dt>
              <dd>{sayEffect(change.effect)}</dd>
            </dl>
            {mayUndo ? (
              <div className="card__foot">
                <ButtonForm
                  action={undoChange}
                  fields={{ runId: run.id, changeId: change.id }}
                  label={`Undo for ${change.school}`}
                >
                  Undo<span className="govuk-visually-hidden"> for {change.school}</span>
                </ButtonForm>
              </div>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
