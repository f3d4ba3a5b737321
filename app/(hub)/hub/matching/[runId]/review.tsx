import { Columns } from "@/app/_components/columns";
import { Timeline } from "@/app/_components/timeline";
import { type Page, pageCount } from "@/lib/kernel/paging";
import { count } from "@/lib/kernel/words";
import type { HandChangeView } from "@/lib/matching/queries/hand-changes";
import type { MatchGroupView } from "@/lib/matching/queries/match-groups";
import type { MatchProposalView } from "@/lib/matching/queries/match-proposals";
import type { MatchResultRow } from "@/lib/matching/queries/match-results";
import type { MatchFigures, MatchRunView } from "@/lib/matching/queries/match-run";
import type { TimelineEntry } from "@/lib/reporting/timeline";
import { Aims, Proof } from "./aims";
import { GroupCards, groupsOfPage } from "./group-cards";
import { HandChanges } from "./hand-changes";
import { Proposals } from "./proposals";
import { PublishPanel } from "./publish-panel";
import { type RunFilters, runAddress } from "./read-filters";
import { ResultBar } from "./result-bar";
import { Results } from "./results";
import { isBestChoice, sayGap } from "./say-choice";

export interface ReviewProps {
  readonly run: MatchRunView;
  readonly groups: readonly MatchGroupView[];
  readonly proposals: readonly MatchProposalView[];
  readonly changes: readonly HandChangeView[];
  readonly results: Page<MatchResultRow>;
  readonly filters: RunFilters;
  readonly timeline: readonly TimelineEntry[];
  readonly usualAnswer: string;
}

/** A run that is worked out: its result to scale, its groups, each school's result, and the panel that publishes it. */
export function Review({
  run,
  groups,
  proposals,
  changes,
  results,
  filters: asked,
  timeline,
  usualAnswer,
}: ReviewProps) {
  const filters = { ...asked, groupsPage: Math.min(asked.groupsPage, pageCount(groups.length)) };
  const proposed = groups.reduce((sum, group) => sum + group.proposed, 0);
  const toTell = Math.max(0, run.figures.unpublished - proposed);
  const isPublishable = run.status !== "discarded" && run.figures.unpublished > 0;
  return (
    <>
      <LeftOut run={run} />
      <Columns kind="decision">
        <div>
          <ResultBar figures={run.figures} />
          <Summary run={run} />
          <HandChanges run={run} changes={changes} />
          <Proposals run={run} proposals={proposals} all={filters.allProposals} />
          <GroupCards run={run} groups={groups} filters={filters} />
        </div>
        <div>
          {isPublishable ? (
            <PublishPanel
              run={run}
              groups={groups}
              shown={groupsOfPage(groups, filters.groupsPage)}
              toTell={toTell}
              usualAnswer={usualAnswer}
            />
          ) : null}
          <Aims run={run} />
          <Proof run={run} />
        </div>
      </Columns>
      <Results run={run} groups={groups} results={results} filters={filters} />
      <Timeline entries={timeline} />
    </>
  );
}

function Summary({ run }: { readonly run: MatchRunView }) {
  const { figures } = run;
  const { placed, waiting, averageKm, farthestKm } = figures;
  return (
    <>
      <dl className="facts">
        <dt>Placed</dt>
        <dd>{placed === 0 ? "Nobody" : sayPlaced(figures)}</dd>
        {figures.moved > 0 ? (
          <>
            <dt>Of these, moved</dt>
            <dd>{count(figures.moved, "school")} from another group</dd>
          </>
        ) : null}
        <dt>Waiting</dt>
        <dd>{waiting === 0 ? "Nobody" : waiting}</dd>
        {averageKm === null ? null : (
          <>
            <dt>Travel</dt>
            <dd>
              {averageKm.toFixed(1)} km on average, {farthestKm?.toFixed(1)} km at most
            </dd>
          </>
        )}
      </dl>
      <p>
        {sayHowGood(run)} <a href="#proof">How we know</a>.{" "}
        <a href={`/hub/matching/${run.id}/compare`}>Compare with another run</a>
      </p>
    </>
  );
}

function sayHowGood({ choice }: MatchRunView): string {
  const isBest = isBestChoice(choice);
  if (choice && choice.byHand !== "nothing")
    return `Around what is decided by hand${isBest ? "" : " and with these groups"}, no other arrangement places more schools of a higher priority, or the same schools at less cost.`;
  return choice === null || isBest
    ? "No other arrangement places more schools of a higher priority, or the same schools at less cost."
    : `With these groups no other arrangement is better; in some places ${sayGap(choice)}.`;
}

function sayPlaced({ placed, onBestDay, groups }: MatchFigures): string {
  const otherDay = placed - onBestDay;
  const other = otherDay > 0 ? `, ${otherDay} on another day they can manage` : "";
  return `${placed} in ${count(groups, "group")}: ${onBestDay} on one of their best days or without one${other}`;
}

function LeftOut({ run }: { readonly run: MatchRunView }) {
  const { leftOut } = run.figures;
  if (leftOut === 0) return null;
  return (
    <section className="panel panel--honey" aria-labelledby="left-out">
      <h2 id="left-out">{count(leftOut, "school")} left out</h2>
      <p>
        Something had changed between the run and its publication, so nothing was sent to them. Match again to
        give them a result. <a href={runAddress(run.id, { view: "left_out" })}>See which, and why</a>
      </p>
    </section>
  );
}
