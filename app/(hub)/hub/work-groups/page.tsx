import type { Metadata } from "next";
import { BeadsKey } from "@/app/_components/beads";
import { Button } from "@/app/_components/button";
import { type Chip, Chips } from "@/app/_components/chips";
import { Page } from "@/app/_components/page";
import { PageLinks } from "@/app/_components/page-links";
import { hubStaffRoles } from "@/lib/access/scope";
import { requireRole } from "@/lib/auth/current-user";
import { requestContext } from "@/lib/auth/request-context";
import { PAGE_SIZE, pageCount } from "@/lib/kernel/paging";
import { canFormGroupsOf } from "@/lib/workgroups/policy";
import { type GroupCounts, listHubGroups } from "@/lib/workgroups/queries/hub-groups";
import {
  countGroupFilters,
  type GroupFilters,
  type GroupSort,
  type GroupView,
  groupsAddress,
  groupViews,
  readGroupFilters,
  type SearchParams,
} from "@/lib/workgroups/read-group-filters";
import { workGroupStatusNames } from "@/lib/workgroups/rules";
import { chooseHub } from "../choose-hub";
import { Filters } from "./filters";
import { GroupsTable, type GroupsTableHead } from "./groups-table";
import { tableRow } from "./rows";

export const metadata: Metadata = { title: "Work Groups" };

const labels: Readonly<Record<GroupView, string>> = {
  current: "Current",
  no_lead: "No lead yet",
  ...workGroupStatusNames,
  all: "All",
};

export default async function WorkGroupsPage({
  searchParams,
}: {
  readonly searchParams: Promise<SearchParams>;
}) {
  await requireRole(hubStaffRoles, "/hub/work-groups");
  const params = await searchParams;
  const ctx = await requestContext();
  const hub = await chooseHub(params.hub);
  const hubCode = typeof params.hub === "string" ? hub.code : undefined;
  const filters = readGroupFilters(params);
  const { rows, total, counts, offers } = await listHubGroups(ctx, hub.id, filters);
  const to = (change: Partial<GroupFilters>) => groupsAddress(filters, change, hubCode);
  return (
    <Page title="Work Groups" eyebrow={hub.name}>
      {canFormGroupsOf(ctx.actor, hub.id) ? (
        <Button href={hubCode ? `/hub/work-groups/new?hub=${hubCode}` : "/hub/work-groups/new"}>
          Plan a group
        </Button>
      ) : null}
      <Chips chips={chipsOf(counts, filters.view, to)} />
      <Filters filters={filters} offers={offers} hubCode={hubCode} />
      {total === 0 ? (
        <Empty
          filters={filters}
          counts={counts}
          all={groupsAddress(readGroupFilters({}), { view: "all" }, hubCode)}
        />
      ) : (
        <>
          <BeadsKey kinds={["solid", "half", "hollow"]} />
          <p className="small">{rangeOf(filters.page, rows.length, total)}</p>
          <GroupsTable head={headOf(filters, to)} rows={rows.map(tableRow)} />
          <PageLinks page={filters.page} pages={pageCount(total)} hrefOf={(page) => to({ page })} />
        </>
      )}
    </Page>
  );
}

type To = (change: Partial<GroupFilters>) => string;

function chipsOf(counts: GroupCounts, current: GroupView, to: To): Chip[] {
  return groupViews.map((view) => ({
    label: `${labels[view]} ${counts[view]}`,
    href: to({ view }),
    current: view === current,
  }));
}

function rangeOf(page: number, shown: number, total: number): string {
  const first = (page - 1) * PAGE_SIZE + 1;
  return `${first} to ${first + shown - 1} of ${total}.`;
}

function headOf(filters: GroupFilters, to: To): GroupsTableHead[] {
  const sortable = (label: string, sort: GroupSort): GroupsTableHead => {
    const isSorted = filters.sort === sort;
    const way = filters.descending ? "descending" : "ascending";
    const href = to({ sort, descending: isSorted && !filters.descending });
    return { label, href, ...(isSorted ? { sorted: way } : {}) };
  };
  return [
    sortable("Group", "name"),
    { label: "What" },
    sortable("Meets", "day"),
    sortable("Schools", "places"),
    { label: "Lead" },
    { label: "Status" },
  ];
}

interface EmptyProps {
  readonly filters: GroupFilters;
  readonly counts: GroupCounts;
  readonly all: string;
}

function Empty({ filters, counts, all }: EmptyProps) {
  const isNarrowed = countGroupFilters(filters) > 0 || counts.all > 0;
  return (
    <div className="empty">
      <p>
        {isNarrowed
          ? "No group fits what you chose."
          : "Your hub has no Work Groups yet. Plan one, give it dates and a lead, then open it for matching."}
      </p>
      {isNarrowed ? (
        <p>
          <a href={all}>Show every group</a>
        </p>
      ) : null}
    </div>
  );
}
