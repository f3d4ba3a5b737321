import type { Metadata } from "next";
import { Chips } from "@/app/_components/chips";
import { Page } from "@/app/_components/page";
import { PageLinks } from "@/app/_components/page-links";
import { requireRole } from "@/lib/auth/current-user";
import { requestContext } from "@/lib/auth/request-context";
import { PAGE_SIZE, pageCount, pageNumber } from "@/lib/kernel/paging";
import { count } from "@/lib/kernel/words";
import { type SchoolView, schoolFilters } from "@/lib/schools/input";
import { listHubSchools } from "@/lib/schools/queries/hub-schools";
import { countReviews } from "@/lib/schools/queries/reviews";
import { chooseHub, hubChoices, recordRoles } from "./choose-hub";
import { Filters } from "./filters";
import { tableRow } from "./rows";
import { schoolAddress } from "./school-address";
import { SchoolsTable } from "./schools-table";

export const metadata: Metadata = { title: "Schools" };

const views: readonly { view: SchoolView; label: string }[] = [
  { view: "open", label: "All open" },
  { view: "here", label: "Moved here" },
  { view: "away", label: "Moved away" },
  { view: "closed", label: "Closed" },
];

type SearchParams = Promise<Readonly<Record<string, string | string[] | undefined>>>;

export default async function SchoolsPage({ searchParams }: { readonly searchParams: SearchParams }) {
  await requireRole(recordRoles, "/hub/schools");
  const params = await searchParams;
  const ctx = await requestContext();
  const hub = await chooseHub(ctx, params.hub);
  const filters = schoolFilters.parse(params);
  const place = {
    ...filters,
    hub: typeof params.hub === "string" && hub ? hub.code : "",
    page: pageNumber(params.page),
  };
  const hubId = hub?.id ?? null;
  const [schools, reviews, hubs] = await Promise.all([
    listHubSchools(ctx, { ...filters, hubId, page: place.page }),
    countReviews(ctx, hubId),
    hubChoices(ctx),
  ]);
  const narrowed = filters.q !== "" || filters.phase !== "" || filters.view !== "open";
  return (
    <Page title="Schools" eyebrow={hub?.name ?? "Without a hub"}>
      <Reviews total={reviews} hub={place.hub} />
      <Chips
        chips={views
          .filter(({ view }) => hub || view === "open" || view === "closed")
          .map(({ view, label }) => ({
            label,
            href: schoolAddress(place, { view }),
            current: view === filters.view,
          }))}
      />
      <Filters
        filters={filters}
        hub={place.hub}
        hubs={hubs}
        anyHub={hub && !place.hub ? hub.name : "Without a hub"}
      />
      {schools.total === 0 ? (
        <Empty narrowed={narrowed} all={schoolAddress(place, { view: "open", q: "", phase: "" })} />
      ) : (
        <>
          <p className="small">{rangeOf(place.page, schools.rows.length, schools.total)}</p>
          <SchoolsTable rows={schools.rows.map(tableRow)} />
          <PageLinks
            page={place.page}
            pages={pageCount(schools.total)}
            hrefOf={(page) => schoolAddress(place, { page })}
          />
        </>
      )}
    </Page>
  );
}

function Reviews({ total, hub }: { readonly total: number; readonly hub: string }) {
  const href = `/hub/schools/reviews${hub ? `?hub=${hub}` : ""}`;
  return (
    <p>
      {total === 0 ? "The register leaves nothing open. " : null}
      <a className="govuk-link" href={href}>
        {total === 0
          ? "See what was answered"
          : `Answer ${count(total, "question")} that the register leaves open`}
      </a>
    </p>
  );
}

function rangeOf(page: number, shown: number, total: number): string {
  const first = (page - 1) * PAGE_SIZE + 1;
  return `${first} to ${first + shown - 1} of ${total.toLocaleString("en-GB")}.`;
}

function Empty({ narrowed, all }: { readonly narrowed: boolean; readonly all: string }) {
  return (
    <div className="empty">
      <p>{narrowed ? "No school fits what you chose." : "There is no school here."}</p>
      {narrowed ? (
        <p>
          <a href={all}>Show all open schools</a>
        </p>
      ) : null}
    </div>
  );
}
