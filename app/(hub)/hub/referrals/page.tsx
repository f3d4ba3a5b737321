import type { Metadata } from "next";
import { Button } from "@/app/_components/button";
import { Chips } from "@/app/_components/chips";
import { Page } from "@/app/_components/page";
import { PageLinks } from "@/app/_components/page-links";
import { labelled, Table } from "@/app/_components/table";
import { hubStaffRoles } from "@/lib/access/scope";
import { requireRole } from "@/lib/auth/current-user";
import { requestContext } from "@/lib/auth/request-context";
import { londonDate, sayDay } from "@/lib/kernel/dates";
import { pageCount, pageNumber } from "@/lib/kernel/paging";
import { listReferrals, type ReferralRow } from "@/lib/referrals/queries/referrals";
import { referralStatusNames, sourceNames } from "@/lib/referrals/rules";

export const metadata: Metadata = { title: "Targeted Support" };

const views = [
  { status: "open", label: "To decide" },
  { status: "decided", label: "Decided" },
  { status: "all", label: "All" },
] as const;

export default async function ReferralsPage({
  searchParams,
}: {
  searchParams: Promise<{ status?: string; page?: string }>;
}) {
  await requireRole(hubStaffRoles, "/hub/referrals");
  const asked = await searchParams;
  const status = views.find((view) => view.status === asked.status)?.status ?? "open";
  const ctx = await requestContext();
  const referrals = await listReferrals(ctx, { status, page: pageNumber(asked.page) });
  return (
    <Page title="Targeted Support">
      <Chips
        label="Views"
        chips={views.map((view) => ({
          label: view.label,
          href: `/hub/referrals?status=${view.status}`,
          current: view.status === status,
        }))}
      />
      <p>
        <Button href="/hub/referrals/new">Refer a school</Button>
      </p>
      {referrals.total === 0 ? (
        <p>
          No referral is here. When a school, a trust or a lead asks for support, it appears in this list.
        </p>
      ) : (
        <List rows={referrals.rows} today={londonDate(ctx.now)} />
      )}
      <PageLinks
        page={referrals.page}
        pages={pageCount(referrals.total)}
        hrefOf={(page) => `/hub/referrals?status=${status}&page=${page}`}
      />
    </Page>
  );
}

function List({ rows, today }: { readonly rows: readonly ReferralRow[]; readonly today: string }) {
  return (
    <Table
      caption="The oldest promise first"
      head={["School", "Asked by", "Promised", "Headteacher", "Status"]}
      firstCellIsHeader
      className="queue"
      rows={rows.map((row) => [
        <a key={row.id} className="govuk-link" href={`/hub/referrals/${row.id}`}>
          {row.school}
        </a>,
        labelled("Asked by", sourceNames[row.source] ?? row.source),
        labelled("Promised", isLate(row, today) ? `${sayDay(row.promisedOn)}, late` : sayDay(row.promisedOn)),
        labelled(
          "Headteacher",
          row.consentGiven === null ? "Not answered yet" : row.consentGiven ? "Agreed" : "Did not agree",
        ),
        labelled("Status", referralStatusNames[row.status]),
      ])}
    />
  );
}

function isLate(row: ReferralRow, today: string): boolean {
  return (row.status === "raised" || row.status === "triaged") && row.promisedOn < today;
}
