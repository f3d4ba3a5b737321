import type { Metadata } from "next";
import { Chips } from "@/app/_components/chips";
import { ListFilters } from "@/app/_components/list-filters";
import { Page } from "@/app/_components/page";
import { PageLinks } from "@/app/_components/page-links";
import { hubStaffRoles } from "@/lib/access/scope";
import { requireRole } from "@/lib/auth/current-user";
import { requestContext } from "@/lib/auth/request-context";
import { londonDate } from "@/lib/kernel/dates";
import { PAGE_SIZE, pageCount } from "@/lib/kernel/paging";
import { countHubRecommendations, listHubRecommendations } from "@/lib/progression/queries/hub-list";
import {
  filtersAddress,
  type ProgressionFilters,
  type ProgressionView,
  readFilters,
} from "@/lib/progression/read-filters";
import { chooseHub } from "../choose-hub";
import { ProgressionTable } from "./progression-table";
import { tableRow } from "./rows";

export const metadata: Metadata = { title: "Progression" };

const views: readonly { view: ProgressionView; label: string }[] = [
  { view: "decide", label: "To decide" },
  { view: "school", label: "With the school" },
  { view: "break", label: "Taking a break" },
  { view: "decided", label: "Decided" },
  { view: "all", label: "All" },
];

type SearchParams = Readonly<Record<string, string | string[] | undefined>>;

export default async function ProgressionPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  await requireRole(hubStaffRoles, "/hub/progression");
  const params = await searchParams;
  const ctx = await requestContext();
  const hub = await chooseHub(params.hub);
  const hubCode = typeof params.hub === "string" ? hub.code : undefined;
  const filters = readFilters(params);
  const [list, counts] = await Promise.all([
    listHubRecommendations(ctx, hub.id, filters),
    countHubRecommendations(ctx, hub.id),
  ]);
  const to = (change: Partial<ProgressionFilters>) => filtersAddress(filters, change, hubCode);
  const first = (filters.page - 1) * PAGE_SIZE + 1;
  return (
    <Page title="Progression" eyebrow={hub.name}>
      <p className="measure">
        Leads suggest which stage of Teaching for Mastery follows, schools say whether they continue, you
        decide. It holds from 1 September.
      </p>
      <Chips
        chips={views.map(({ view, label }) => ({
          label: `${label} ${counts[view]}`,
          href: to({ view }),
          current: view === filters.view,
        }))}
      />
      <Filters filters={filters} hubCode={hubCode} />
      {list.total === 0 ? (
        <Empty
          isNarrowed={filters.q !== "" || filters.phase !== ""}
          view={filters.view}
          all={to({ q: "", phase: "" })}
        />
      ) : (
        <>
          <p className="small">
            {first} to {first + list.rows.length - 1} of {list.total}.
          </p>
          <ProgressionTable rows={list.rows.map((row) => tableRow(row, londonDate(ctx.now)))} />
          <PageLinks page={filters.page} pages={pageCount(list.total)} hrefOf={(page) => to({ page })} />
        </>
      )}
    </Page>
  );
}

function Filters({ filters, hubCode }: { filters: ProgressionFilters; hubCode: string | undefined }) {
  const set = Number(filters.q !== "") + Number(filters.phase !== "");
  return (
    <ListFilters
      action="/hub/progression"
      summary="Filter by school or phase"
      set={set}
      kept={{ hub: hubCode, view: filters.view }}
      filters={[
        { name: "q", label: "School or URN", value: filters.q },
        {
          name: "phase",
          label: "Phase",
          value: filters.phase,
          items: [
            { value: "", label: "Any phase" },
            { value: "primary", label: "Primary" },
            { value: "secondary", label: "Secondary" },
          ],
        },
      ]}
    />
  );
}

const nothing: Readonly<Record<ProgressionView, string>> = {
  decide:
    "Nothing waits for a decision. A recommendation comes here when the school has said that it continues.",
  school: "No school has a recommendation to answer.",
  break: "No school has said that it takes a break.",
  decided: "Nothing has been decided yet.",
  all: "No lead has written a review yet. Leads find them on the page of their group.",
};

function Empty({ isNarrowed, view, all }: { isNarrowed: boolean; view: ProgressionView; all: string }) {
  return (
    <div className="empty">
      <p>{isNarrowed ? "Nothing fits what you chose." : nothing[view]}</p>
      {isNarrowed ? (
        <p>
          <a href={all}>Show every school</a>
        </p>
      ) : null}
    </div>
  );
}
