import { Fragment } from "react";
import { Details } from "@/app/_components/details";
import type { MatchRunView } from "@/lib/matching/queries/match-run";
import { sayChoice } from "./say-choice";

const inKm = (points: number) => `${points / 10} km`;

/** What the run aimed for, with the numbers it was computed with. */
export function Aims({ run: { policy, choice, besideRunId } }: { readonly run: MatchRunView }) {
  const weights = [
    ["a day it did not prefer", policy.notPreferredDay],
    ["the other way of meeting", policy.otherMode],
    ["another lead than last year", policy.previousLead],
    ["a neighbouring hub", policy.neighbourHub],
  ] as const;
  return (
    <section className="panel panel--paper" aria-labelledby="aims">
      <h2 id="aims">What the match aims for</h2>
      <p className="small">In this order. A later aim never costs an earlier one.</p>
      <ol className="govuk-list govuk-list--number small">
        <li>Place as many schools of the first priority as possible</li>
        <li>Then of the second, then of the third</li>
        {besideRunId ? <li>Then move as few schools as possible to another group</li> : null}
        <li>Least travel for all together, where these count as travel too</li>
      </ol>
      <dl className="facts">
        {weights.map(([what, points]) => (
          <Fragment key={what}>
            <dt>{what}</dt>
            <dd>{inKm(points)}</dd>
          </Fragment>
        ))}
      </dl>
      <p className="small">
        Beyond {policy.longTravelFromKm} km each further kilometre counts for more than the last.{" "}
        {choice
          ? "A group runs with as many schools as it needs, or the match leaves it empty. A group that you have confirmed runs with however many come."
          : "This run did not look at the smallest sizes of groups."}
      </p>
    </section>
  );
}

/** The proof, for whoever wants to hold it against the numbers. */
export function Proof({ run: { certificate, choice, inputHash } }: { readonly run: MatchRunView }) {
  if (!certificate) return null;
  const { primal, dual } = certificate;
  const say = (points: number) => points.toLocaleString("en-GB");
  return (
    <Details summary="How we know that no better way exists" id="proof">
      <p className="small">
        Besides the places, the match finds a price for each full group. From the prices alone follows a
        number that no way of placing these schools can go below. A second program, which did not make the
        result, adds up both from the applications and the groups.
      </p>
      <dl className="facts">
        <dt>This result</dt>
        <dd>{say(primal)} points</dd>

        <dt>No way is below</dt>
        <dd>{say(dual)} points</dd>

        <dt>Gap</dt>
        <dd>{say(primal - dual)}</dd>
      </dl>
      {choice ? <p className="small">That holds for the groups that run. {sayChoice(choice)}</p> : null}
      <p className="small">
        Ten points are a kilometre; leaving a school waiting weighs more than all journeys together. The input
        is kept, and the same input always gives the same result. Its mark is {inputHash?.slice(0, 16)}.
      </p>
    </Details>
  );
}
