import type { Metadata } from "next";
import { Anchor } from "@/app/_components/anchor";
import { Page } from "@/app/_components/page";
import { PageLinks } from "@/app/_components/page-links";
import { hubStaffRoles } from "@/lib/access/scope";
import { requireRole } from "@/lib/auth/current-user";
import { requestContext } from "@/lib/auth/request-context";
import { pageCount, pageNumber } from "@/lib/kernel/paging";
import { listMatchRuns } from "@/lib/matching/queries/match-runs";
import { listMatchingOffers } from "@/lib/matching/queries/matching-offers";
import { chooseHub } from "../choose-hub";
import { OffersTable } from "./offers-table";
import { offerRow, runRow } from "./rows";
import { RunsTable } from "./runs-table";

export const metadata: Metadata = { title: "Matching" };

type SearchParams = Promise<Readonly<Record<string, string | string[] | undefined>>>;

/** What the hub can match, and the runs there have been. */
export default async function MatchingPage({ searchParams }: { readonly searchParams: SearchParams }) {
  await requireRole(hubStaffRoles, "/hub/matching");
  const [params, ctx] = await Promise.all([searchParams, requestContext()]);
  const hub = await chooseHub(params.hub);
  const [page, runsPage] = [pageNumber(params.page), pageNumber(params.runs)];
  const [offers, runs] = await Promise.all([
    listMatchingOffers(ctx, hub.id, page),
    listMatchRuns(ctx, hub.id, runsPage),
  ]);
  const here = (offersAt: number, runsAt: number) =>
    `/hub/matching?hub=${hub.code}&page=${offersAt}&runs=${runsAt}`;
  return (
    <Page title="Matching" eyebrow={hub.name}>
      <p className="lead">
        A match places a programme’s approved applications in its open groups, all together, and shows that no
        better way exists. You look through it before any school hears.{" "}
        <Anchor href="/how-places-are-decided">How places are decided</Anchor>
      </p>
      {offers.total === 0 ? (
        <NothingToMatch />
      ) : (
        <OffersTable rows={offers.rows.map((row) => offerRow(hub.id, row))} />
      )}
      <PageLinks
        page={page}
        pages={pageCount(offers.total)}
        hrefOf={(at) => here(at, runsPage)}
        label="Pages of programmes"
      />
      {runs.total > 0 ? (
        <>
          <h2>All runs</h2>
          <RunsTable rows={runs.rows.map(runRow)} />
          <PageLinks
            page={runsPage}
            pages={pageCount(runs.total)}
            hrefOf={(at) => here(page, at)}
            label="Pages of runs"
          />
        </>
      ) : null}
    </Page>
  );
}

function NothingToMatch() {
  return (
    <div className="empty">
      <p>There is nobody to place yet. Approve applications first; they come here by themselves.</p>
      <p>
        <Anchor href="/hub/queue?view=decide">See what there is to decide</Anchor>
      </p>
    </div>
  );
}
