import type { Metadata } from "next";
import { Page } from "@/app/_components/page";
import { PageLinks } from "@/app/_components/page-links";
import { requireRole } from "@/lib/auth/current-user";
import { requestContext } from "@/lib/auth/request-context";
import { pageCount, pageNumber } from "@/lib/kernel/paging";
import { matchPageRoles } from "@/lib/matching/policy";
import { listMatchRuns } from "@/lib/matching/queries/match-runs";
import { listMatchingOffers } from "@/lib/matching/queries/matching-offers";
import { chooseScope } from "./choose-scope";
import { OffersTable } from "./offers-table";
import { offerRow, runRow } from "./rows";
import { RunsTable } from "./runs-table";
import { listAddress, sayScope } from "./scope-words";

export const metadata: Metadata = { title: "Matching" };

type SearchParams = Promise<Readonly<Record<string, string | string[] | undefined>>>;

/** What the hub, or the national team over all hubs, can match, and the runs there have been. */
export default async function MatchingPage({ searchParams }: { readonly searchParams: SearchParams }) {
  const actor = await requireRole(matchPageRoles, "/hub/matching");
  const [params, ctx] = await Promise.all([searchParams, requestContext()]);
  const { hub, other } = await chooseScope(actor, params.hub);
  const hubId = hub?.id ?? null;
  const list = listAddress({ hubCode: hub?.code ?? null });
  const [page, runsPage] = [pageNumber(params.page), pageNumber(params.runs)];
  const [offers, runs] = await Promise.all([
    listMatchingOffers(ctx, hubId, page),
    listMatchRuns(ctx, hubId, runsPage),
  ]);
  const here = (offersAt: number, runsAt: number) => `${list}&page=${offersAt}&runs=${runsAt}`;
  return (
    <Page title="Matching" eyebrow={sayScope({ hub: hub?.name ?? null })}>
      <p className="lead">
        A match places a programme’s approved applications {hub ? "" : "of all hubs "}in its open groups, all
        together, and shows that no better way exists. You look through it before any school hears.{" "}
        <a href="/how-places-are-decided">How places are decided</a>
      </p>
      {other === null ? null : (
        <p>
          <a href={listAddress({ hubCode: null })}>Match over all hubs</a>
        </p>
      )}
      {offers.total === 0 ? (
        <NothingToMatch own={hub !== null} />
      ) : (
        <OffersTable rows={offers.rows.map((row) => offerRow(hubId, row))} />
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

function NothingToMatch({ own }: { readonly own: boolean }) {
  return (
    <div className="empty">
      <p>
        There is nobody to place yet.{" "}
        {own
          ? "Approve applications first; they come here by themselves."
          : "Applications come here once their hubs have approved them."}
      </p>
      {own ? (
        <p>
          <a href="/hub/queue?view=decide">See what there is to decide</a>
        </p>
      ) : null}
    </div>
  );
}
