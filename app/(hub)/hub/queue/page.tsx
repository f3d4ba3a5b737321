import type { Metadata } from "next";
import { type Chip, Chips } from "@/app/_components/chips";
import { Page } from "@/app/_components/page";
import { PageLinks } from "@/app/_components/page-links";
import { hubStaffRoles } from "@/lib/access/scope";
import {
  countHubQueue,
  listHubQueue,
  listQueueOptions,
  type QueueCounts,
} from "@/lib/applications/queries/hub-queue";
import {
  type QueueFilters,
  type QueueSort,
  type QueueView,
  queueAddress,
  readQueueFilters,
  type SearchParams,
} from "@/lib/applications/read-queue-filters";
import { requireRole } from "@/lib/auth/current-user";
import { requestContext } from "@/lib/auth/request-context";
import { PAGE_SIZE, pageCount } from "@/lib/kernel/paging";
import { chooseHub } from "../choose-hub";
import { Filters } from "./filters";
import { QueueTable, type QueueTableHead } from "./queue-table";
import { tableRow } from "./rows";

export const metadata: Metadata = { title: "Work queue" };

const figures: readonly { view: QueueView; label: string }[] = [
  { view: "late", label: "Past their promise" },
  { view: "week", label: "Due this week" },
  { view: "decide", label: "To decide" },
  { view: "head", label: "Waiting for a head" },
];
const views: readonly { view: QueueView; label: string }[] = [
  { view: "all", label: "All" },
  { view: "mine", label: "Mine" },
  { view: "late", label: "Late" },
  { view: "week", label: "This week" },
  { view: "decide", label: "To decide" },
  { view: "head", label: "Waiting for a head" },
  { view: "decided", label: "Decided" },
];

export default async function QueuePage({ searchParams }: { readonly searchParams: Promise<SearchParams> }) {
  await requireRole(hubStaffRoles, "/hub/queue");
  const params = await searchParams;
  const ctx = await requestContext();
  const hub = await chooseHub(params.hub);
  const hubCode = typeof params.hub === "string" ? hub.code : undefined;
  const filters = readQueueFilters(params);
  const [queue, counts, options] = await Promise.all([
    listHubQueue(ctx, hub.id, filters),
    countHubQueue(ctx, hub.id),
    listQueueOptions(ctx, hub.id),
  ]);
  const to = (change: Partial<QueueFilters>) => queueAddress(filters, change, hubCode);
  return (
    <Page title="Work queue" eyebrow={hub.name}>
      <Figures counts={counts} />
      <Chips chips={chipsOf(counts, filters.view, to)} />
      <Filters filters={filters} options={options} hubCode={hubCode} />
      {queue.total === 0 ? (
        <Empty
          isNarrowed={
            filters.view !== "all" ||
            to({}) !== to({ q: "", programme: "", area: "", priority: "", person: "", phase: "" })
          }
          all={queueAddress(readQueueFilters({}), {}, hubCode)}
        />
      ) : (
        <>
          <p className="small">{rangeOf(filters.page, queue.rows.length, queue.total)}</p>
          <QueueTable caption="Applications" head={headOf(filters, to)} rows={queue.rows.map(tableRow)} />
          <PageLinks page={filters.page} pages={pageCount(queue.total)} hrefOf={(page) => to({ page })} />
        </>
      )}
    </Page>
  );
}

function Figures({ counts }: { readonly counts: QueueCounts }) {
  return (
    <dl className="figures">
      {figures.map(({ view, label }) => (
        <div key={view} className={view === "late" && counts.late > 0 ? "is-hot" : undefined}>
          <dt>{label}</dt>
          <dd>{counts[view]}</dd>
        </div>
      ))}
      <div>
        <dt>Targeted Support</dt>
        <dd>{counts.referrals}</dd>
      </div>
    </dl>
  );
}

type To = (change: Partial<QueueFilters>) => string;

function chipsOf(counts: QueueCounts, current: QueueView, to: To): Chip[] {
  const own = views.map(({ view, label }) => ({
    label: `${label} ${counts[view]}`,
    href: to({ view }),
    current: view === current,
  }));
  return [...own, { label: `Referrals ${counts.referrals}`, href: "/hub/referrals" }];
}

function rangeOf(page: number, shown: number, total: number): string {
  const first = (page - 1) * PAGE_SIZE + 1;
  return `${first} to ${first + shown - 1} of ${total}.`;
}

function headOf(filters: QueueFilters, to: To): QueueTableHead[] {
  const sortable = (label: string, sort: QueueSort): QueueTableHead => {
    const isSorted = filters.sort === sort;
    const descending = isSorted ? !filters.descending : sort === "disadvantaged";
    const way = filters.descending ? "descending" : "ascending";
    return { label, href: to({ sort, descending }), ...(isSorted ? { sorted: way } : {}) };
  };
  return [
    sortable("School", "school"),
    { label: "What" },
    sortable("Promised", "promised"),
    { ...sortable("Disadvantaged", "disadvantaged"), isNumber: true },
    { label: "Status" },
    { label: "With" },
  ];
}

function Empty({ isNarrowed, all }: { readonly isNarrowed: boolean; readonly all: string }) {
  return (
    <div className="empty">
      <p>{isNarrowed ? "Nothing fits what you chose." : "No application waits for your hub."}</p>
      {isNarrowed ? (
        <p>
          <a href={all}>Show everything that waits</a>
        </p>
      ) : null}
    </div>
  );
}
