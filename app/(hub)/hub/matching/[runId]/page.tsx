import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ButtonForm } from "@/app/_components/button-form";
import { Page } from "@/app/_components/page";
import { StatusTag } from "@/app/_components/status-tag";
import { Timeline } from "@/app/_components/timeline";
import type { Ctx } from "@/lib/access/context";
import { requireRole } from "@/lib/auth/current-user";
import { requestContext } from "@/lib/auth/request-context";
import { sayAcademicYear } from "@/lib/kernel/academic-year";
import { londonDate, sayMoment } from "@/lib/kernel/dates";
import { isId } from "@/lib/kernel/ids";
import { matchPageRoles } from "@/lib/matching/policy";
import { listHandChanges } from "@/lib/matching/queries/hand-changes";
import { listMatchGroups } from "@/lib/matching/queries/match-groups";
import { listMatchProposals } from "@/lib/matching/queries/match-proposals";
import { listMatchResults } from "@/lib/matching/queries/match-results";
import { findMatchRun, type MatchRunView } from "@/lib/matching/queries/match-run";
import { usualAnswerDate } from "@/lib/matching/rules";
import { listTimeline } from "@/lib/reporting/timeline";
import { start } from "../actions";
import { runStatus } from "../run-status";
import { listAddress, sayScope } from "../scope-words";
import { readFilters } from "./read-filters";
import { Review } from "./review";
import { WaitingPanel } from "./waiting-panel";

export const metadata: Metadata = { title: "Match" };

interface RunPageProps {
  readonly params: Promise<{ runId: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export default async function RunPage({ params, searchParams }: RunPageProps) {
  const { runId } = await params;
  await requireRole(matchPageRoles, `/hub/matching/${runId}`);
  const [ctx, asked] = await Promise.all([requestContext(), searchParams]);
  const run = isId(runId) ? await findMatchRun(ctx, runId) : undefined;
  if (!run) notFound();
  const { kind, words } = runStatus[run.status];
  return (
    <Page
      back={listAddress(run)}
      eyebrow={`${sayScope(run)}. Started by ${run.startedBy}, ${sayMoment(run.queuedAt)}`}
      title={`Match: ${run.name} ${sayAcademicYear(run.academicYear)}`}
    >
      <p>
        <StatusTag kind={kind}>{words}</StatusTag>
      </p>
      {run.undecidedRepair ? (
        <p>
          <a href={`/hub/matching/${run.undecidedRepair}/repair`}>
            One of two ways to bring in late schools: compare them and choose
          </a>
        </p>
      ) : null}
      <Body ctx={ctx} run={run} asked={asked} />
    </Page>
  );
}

interface BodyProps {
  readonly ctx: Ctx;
  readonly run: MatchRunView;
  readonly asked: Awaited<RunPageProps["searchParams"]>;
}

async function Body({ ctx, run, asked }: BodyProps) {
  if (run.status === "queued" || run.status === "computing")
    return <WaitingPanel runId={run.id} progress={run.progress} />;
  const filters = readFilters(asked);
  const [groups, proposals, changes, results, timeline] = await Promise.all([
    listMatchGroups(ctx, run),
    listMatchProposals(ctx, run.id),
    listHandChanges(ctx, run.id),
    listMatchResults(ctx, run.id, filters),
    listTimeline(ctx, { matchRunId: run.id }, { hubId: run.hubId }),
  ]);
  if (run.figures.placed + run.figures.waiting === 0)
    return (
      <>
        {run.status === "failed" ? <Failed run={run} /> : null}
        <Timeline entries={timeline.rows} />
      </>
    );
  return (
    <Review
      run={run}
      groups={groups}
      proposals={proposals}
      changes={changes}
      results={results}
      filters={filters}
      timeline={timeline.rows}
      usualAnswer={usualAnswerDate(londonDate(ctx.now))}
    />
  );
}

function Failed({ run }: { readonly run: MatchRunView }) {
  return (
    <section className="panel panel--honey" aria-labelledby="failed">
      <h2 id="failed">This match could not be worked out</h2>
      <p>{run.failure} No school was told anything.</p>
      {run.mayRun ? (
        <ButtonForm
          action={start}
          fields={{ hubId: run.hubId ?? "", offerId: run.offerId }}
          label="Start again"
        >
          Match again
        </ButtonForm>
      ) : null}
    </section>
  );
}
