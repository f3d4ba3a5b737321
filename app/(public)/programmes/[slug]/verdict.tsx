import { Button } from "@/app/_components/button";
import { Details } from "@/app/_components/details";
import { StatusTag } from "@/app/_components/status-tag";
import { sayAcademicYear } from "@/lib/kernel/academic-year";
import { type IsoDate, sayDate } from "@/lib/kernel/dates";
import { ownApplication } from "@/lib/programmes/catalogue-rules";
import type { Evaluation } from "@/lib/programmes/eligibility/evaluate";
import type { EligibilityFacts } from "@/lib/programmes/eligibility/facts";
import { headlineOf, tallyOf } from "@/lib/programmes/eligibility/headline";
import type { OfferView } from "@/lib/programmes/queries/offers";
import { Applied } from "./applied";
import { Conditions } from "./conditions";
import { RouteSteps } from "./route-steps";
import { Statements } from "./statements";

export interface VerdictProps {
  readonly offer: OfferView;
  readonly facts: EligibilityFacts;
  readonly evaluation: Evaluation;
}

/** What this offer is to the school: applied for, open, not yet with the way there, or for others. */
export function Verdict(props: VerdictProps) {
  const application = ownApplication(props.offer, props.facts);
  if (application) return <Applied application={application} name={props.facts.organisation.name} />;
  return props.evaluation.outcome === "open" ? <Open {...props} /> : <NotOpen {...props} />;
}

function Open({ offer, facts, evaluation }: VerdictProps) {
  const { organisation, today } = facts;
  return (
    <section className="panel panel--ok" aria-labelledby="verdict">
      <p>
        <StatusTag kind="done">Open to {organisation.name}</StatusTag>
      </p>
      <h2 id="verdict">{headlineOf(evaluation, offer)}</h2>
      <p>
        {evaluation.override
          ? `${evaluation.override.reason} The conditions stand here as they are.`
          : "We checked these against your school’s history."}{" "}
        If something looks wrong, <AskHub facts={facts}>tell your hub</AskHub>.
      </p>
      <Conditions conditions={evaluation.conditions} />
      <Statements offer={offer} facts={facts} evaluation={evaluation} />
      <p>
        <Button href={`/school/${organisation.id}/apply/${offer.id}`}>Apply for {organisation.name}</Button>
      </p>
      <p className="small">
        For {sayAcademicYear(offer.academicYear)}. You can stop and come back.{" "}
        <Deadline offer={offer} today={today} />
      </p>
      <AppliedBefore offer={offer} facts={facts} />
    </section>
  );
}

function Deadline({ offer, today }: { readonly offer: OfferView; readonly today: IsoDate }) {
  if (offer.closesOn < today) return null;
  return (
    <>
      Apply by <strong>{sayDate(offer.closesOn)}</strong>.
    </>
  );
}

/** Leads to the hub's person on the same page, who is there when the school has a hub. */
function AskHub({ facts, children }: { readonly facts: EligibilityFacts; readonly children: string }) {
  return facts.organisation.hubId ? <a href="#hub-contact">{children}</a> : children;
}

/** Where an offer enrols people, a school may apply for several. */
function AppliedBefore({ offer, facts }: Pick<VerdictProps, "offer" | "facts">) {
  const [first, ...more] = facts.applications.filter(({ offerId }) => offerId === offer.id);
  if (!first) return null;
  const others = more.length === 0 ? "" : `, and for ${more.length} more`;
  return (
    <p className="small">
      Your school <a href={`/school/applications/${first.id}`}>has applied for one person</a>
      {others} already.
    </p>
  );
}

function NotOpen({ offer, facts, evaluation }: VerdictProps) {
  const { outcome, route, conditions } = evaluation;
  const isNotYet = outcome === "not_yet";
  return (
    <section className="panel panel--tint" aria-labelledby="verdict">
      <p>
        <StatusTag kind={isNotYet ? "no" : "plain"}>
          {isNotYet ? "Not yet" : "Not"} for {facts.organisation.name}
        </StatusTag>
      </p>
      <h2 id="verdict">{headlineOf(evaluation, offer)}</h2>
      <p>{tallyOf(evaluation)}</p>
      <Conditions conditions={conditions} />
      <Statements offer={offer} facts={facts} evaluation={evaluation} />
      {route.length > 0 ? (
        <>
          <h3>Your route</h3>
          <RouteSteps steps={route} today={facts.today} />
          <FirstStep organisationId={facts.organisation.id} route={route} />
        </>
      ) : null}
      <Details summary="We think this is wrong">
        <p>
          Your hub can correct your history or, for a good reason, let you apply all the same.{" "}
          <AskHub facts={facts}>Ask your hub</AskHub>.
        </p>
      </Details>
    </section>
  );
}

/** The one thing that can be done today. */
function FirstStep({
  organisationId,
  route,
}: {
  readonly organisationId: string;
  readonly route: Evaluation["route"];
}) {
  const apply = route.find((step) => step.apply)?.apply;
  if (!apply) return null;
  return (
    <p>
      <Button href={`/school/${organisationId}/apply/${apply.offerId}`}>Apply for {apply.name}</Button>
    </p>
  );
}
