import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Button } from "@/app/_components/button";
import { Page } from "@/app/_components/page";
import { Select } from "@/app/_components/select";
import type { Ctx } from "@/lib/access/context";
import { requireRole } from "@/lib/auth/current-user";
import { requestContext } from "@/lib/auth/request-context";
import { sayAcademicYear } from "@/lib/kernel/academic-year";
import { sayMoment } from "@/lib/kernel/dates";
import { isId } from "@/lib/kernel/ids";
import { pageNumber } from "@/lib/kernel/paging";
import { matchPageRoles } from "@/lib/matching/policy";
import {
  type ComparableRun,
  listChangedResults,
  listComparableRuns,
} from "@/lib/matching/queries/compare-runs";
import { findMatchRun, type MatchRunView } from "@/lib/matching/queries/match-run";
import { runStatus } from "../../run-status";
import { sayScope } from "../../scope-words";
import { Changed } from "./changed";
import { FiguresOfRuns } from "./figures-of-runs";

export const metadata: Metadata = { title: "Compare two runs" };

interface ComparePageProps {
  readonly params: Promise<{ runId: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

/** Two runs of one offer, and of one hub or over all, side by side: the older one first, whichever the address begins with. */
export default async function ComparePage({ params, searchParams }: ComparePageProps) {
  const { runId } = await params;
  await requireRole(matchPageRoles, `/hub/matching/${runId}/compare`);
  const [ctx, asked] = await Promise.all([requestContext(), searchParams]);
  const run = isId(runId) ? await findMatchRun(ctx, runId) : undefined;
  if (!run?.certificate) notFound();
  const others = await listComparableRuns(ctx, run);
  const other = asked.with === undefined ? others[0] : others.find(({ id }) => id === asked.with);
  if (asked.with !== undefined && !other) notFound();
  return (
    <Page
      back={`/hub/matching/${run.id}`}
      eyebrow={`${run.name} ${sayAcademicYear(run.academicYear)}. ${sayScope(run)}`}
      title="Compare two runs"
    >
      {other ? (
        <>
          <Choose run={run} others={others} chosen={other.id} />
          <Comparison ctx={ctx} run={run} otherId={other.id} page={pageNumber(asked.page)} />
        </>
      ) : (
        <div className="empty">
          <p>There is no other run of this programme to compare with. Match again, and both are here.</p>
          <p>
            <a href={`/hub/matching/${run.id}`}>Back to this run</a>
          </p>
        </div>
      )}
    </Page>
  );
}

interface ChooseProps {
  readonly run: MatchRunView;
  readonly others: readonly ComparableRun[];
  readonly chosen: string;
}

function Choose({ run, others, chosen }: ChooseProps) {
  return (
    <form method="get" action={`/hub/matching/${run.id}/compare`} aria-label="Choose the other run">
      <Select
        name="with"
        label={`Compare the run of ${sayMoment(run.queuedAt)} with`}
        defaultValue={chosen}
        items={others.map(({ id, queuedAt, status }) => ({
          value: id,
          label: `${sayMoment(queuedAt)}: ${runStatus[status].words.toLowerCase()}`,
        }))}
      />
      <Button variant="secondary">Compare</Button>
    </form>
  );
}

interface ComparisonProps {
  readonly ctx: Ctx;
  readonly run: MatchRunView;
  readonly otherId: string;
  readonly page: number;
}

async function Comparison({ ctx, run, otherId, page }: ComparisonProps) {
  const other = await findMatchRun(ctx, otherId);
  if (!other) notFound();
  const [before, after] = other.queuedAt < run.queuedAt ? [other, run] : [run, other];
  const changed = await listChangedResults(ctx, { before: before.id, after: after.id }, page);
  return (
    <>
      <FiguresOfRuns before={before} after={after} />
      <Changed
        changed={changed}
        hrefOf={(at) => `/hub/matching/${run.id}/compare?with=${otherId}&page=${at}#changed`}
      />
    </>
  );
}
