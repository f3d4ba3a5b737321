import { Beads } from "@/app/_components/beads";
import { ButtonForm } from "@/app/_components/button-form";
import { Details } from "@/app/_components/details";
import { weekdayNames } from "@/lib/kernel/dates";
import { count } from "@/lib/kernel/words";
import type { MatchProposalView } from "@/lib/matching/queries/match-proposals";
import type { MatchRunView } from "@/lib/matching/queries/match-run";
import { whyNotPlan } from "@/lib/matching/rules";
import { again, planGroup } from "./actions";

const SHOWN_FIRST = 4;

interface ProposalsProps {
  readonly run: MatchRunView;
  readonly proposals: readonly MatchProposalView[];
  readonly all: boolean;
}

/** New groups for schools that wait, each made real with one button; then the match can be made again with them. */
export function Proposals({ run, proposals, all }: ProposalsProps) {
  if (proposals.length === 0) return null;
  const shown = all ? proposals : proposals.slice(0, SHOWN_FIRST);
  const more = proposals.length - shown.length;
  const served = proposals.reduce((sum, { schools }) => sum + schools.length, 0);
  const isOne = proposals.length === 1;
  const planned = proposals.filter((one) => one.planned !== null).length;
  return (
    <section aria-labelledby="proposals">
      <h2 id="proposals">
        {isOne ? "1 proposal for a new group" : `${proposals.length} proposals for new groups`}
      </h2>
      <p>
        {isOne ? "This group" : "These groups"} would serve {count(served, "school")} of those that wait. A
        lead is free for {isOne ? "it" : "each"}.
      </p>
      <ul className="cards">
        {shown.map((proposal) => (
          <li key={proposal.number} className="card card--new">
            <Proposal run={run} proposal={proposal} />
          </li>
        ))}
      </ul>
      {more > 0 ? (
        <p>
          <a href={`/hub/matching/${run.id}?proposals=all#proposals`}>Show {count(more, "more proposal")}</a>
        </p>
      ) : null}
      {planned > 0 && run.mayRun && whyNotPlan(run) === undefined ? (
        <Again run={run} planned={planned} />
      ) : null}
    </section>
  );
}

function Proposal({ run, proposal }: { readonly run: MatchRunView; readonly proposal: MatchProposalView }) {
  const { number, planned, schools, minimum, maximum } = proposal;
  const name = nameOf(proposal);
  return (
    <>
      <h3>{planned?.name ?? name}</h3>
      <Beads
        solid={0}
        dashed={schools.length}
        total={maximum}
        say={`${schools.length === 1 ? "1 waiting school fits" : `${schools.length} waiting schools fit`}. The group needs ${minimum} to run`}
      />
      <dl className="facts">
        <dt>Meets</dt>
        <dd>
          {weekdayNames[proposal.weekday]}s, {proposal.online ? "online" : "face to face"}
        </dd>
        {proposal.online ? null : (
          <>
            <dt>Venue</dt>
            <dd>
              {proposal.venue}
              {proposal.averageKm === null ? null : `, average travel ${proposal.averageKm.toFixed(1)} km`}
            </dd>
          </>
        )}
        {run.hubId === null ? (
          <>
            <dt>Hub</dt>
            <dd>{proposal.hub}</dd>
          </>
        ) : null}
        <dt>Lead</dt>
        <dd>{proposal.lead} is free for it</dd>
      </dl>
      <Details summary={<>Schools it would serve</>}>
        <ul className="govuk-list small">
          {schools.map((school) => (
            <li key={school}>{school}</li>
          ))}
        </ul>
      </Details>
      <div className="card__foot">
        {planned ? (
          <p>
            Planned{planned.by ? ` by ${planned.by}` : null}.{" "}
            {run.hubId === null ? (
              `${proposal.hub} adds its dates and opens it.`
            ) : (
              <a href={`/hub/work-groups/${planned.id}`}>
                See the group<span className="govuk-visually-hidden"> {planned.name}</span>
              </a>
            )}
          </p>
        ) : run.mayRun && whyNotPlan(run) === undefined ? (
          <ButtonForm
            action={planGroup}
            fields={{ runId: run.id, number: String(number) }}
            label={`Plan ${name}`}
          >
            Plan this group
          </ButtonForm>
        ) : null}
      </div>
    </>
  );
}

function nameOf({ online, town, venue, weekday }: MatchProposalView): string {
  return `${online ? "Online" : (town ?? venue)} ${weekdayNames[weekday]}`;
}

function Again({ run, planned }: { readonly run: MatchRunView; readonly planned: number }) {
  return (
    <>
      <p>
        Match again and the waiting schools are placed in what you have planned.
        {run.figures.published === 0 ? " This run is then discarded; no school has heard of it." : null}
      </p>
      <ButtonForm action={again} fields={{ runId: run.id }} label="Match again" variant="primary">
        Match again with the planned {planned === 1 ? "group" : "groups"}
      </ButtonForm>
    </>
  );
}
