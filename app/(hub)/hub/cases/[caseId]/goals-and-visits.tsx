import { Details } from "@/app/_components/details";
import { sayDate } from "@/lib/kernel/dates";
import { count } from "@/lib/kernel/words";
import type { CaseView } from "@/lib/referrals/queries/cases";
import { goalRatingNames } from "@/lib/referrals/rules";
import { GoalForm, RatingForm, VisitForm, VisitRecordForm } from "./case-forms";

/** What has been agreed to reach. */
export function Goals({ found, runs }: { readonly found: CaseView; readonly runs: boolean }) {
  return (
    <>
      <h2>Goals</h2>
      {found.goals.length === 0 ? <p>No goal has been agreed yet.</p> : null}
      <ul className="log">
        {found.goals.map((goal) => (
          <li key={goal.id}>
            <p>
              <strong>{goal.text}</strong>: {goalRatingNames[goal.rating]?.toLowerCase() ?? goal.rating}
            </p>
            <p className="muted">{goal.successMeasure}</p>
            {runs ? (
              <Details summary={`Review “${goal.text}”`}>
                <RatingForm
                  caseId={found.id}
                  goalId={goal.id}
                  rating={goal.rating}
                  ratings={Object.entries(goalRatingNames).map(([value, label]) => ({ value, label }))}
                />
              </Details>
            ) : null}
          </li>
        ))}
      </ul>
      {runs ? (
        <Details summary="Add a goal">
          <GoalForm caseId={found.id} />
        </Details>
      ) : null}
    </>
  );
}

/** The visits of the partner, each recorded on its day. */
export function Visits({
  found,
  runs,
  today,
}: {
  readonly found: CaseView;
  readonly runs: boolean;
  readonly today: string;
}) {
  return (
    <>
      <h2>Visits</h2>
      {found.visits.length === 0 ? <p>No visit is planned yet.</p> : null}
      <ol className="log">
        {found.visits.map((visit) => (
          <li key={visit.id} className={visit.heldAt ? undefined : "is-next"}>
            <p>
              <strong>{sayDate(visit.visitOn)}</strong>,{" "}
              {visit.halfDays === 1 ? "half a day" : count(visit.halfDays / 2, "day")}: {visit.purpose}
            </p>
            {visit.cancelledAt ? <p className="muted">Cancelled</p> : null}
            {visit.heldAt ? <p className="muted">Held. {visit.agreedActions}</p> : null}
            {runs && !visit.heldAt && !visit.cancelledAt && visit.visitOn <= today ? (
              <VisitRecordForm caseId={found.id} visitId={visit.id} />
            ) : null}
          </li>
        ))}
      </ol>
      {runs && found.partnerId ? (
        <Details summary="Plan a visit">
          <VisitForm caseId={found.id} />
        </Details>
      ) : null}
    </>
  );
}
