import { Chips } from "@/app/_components/chips";
import { ListFilters } from "@/app/_components/list-filters";
import { PageLinks } from "@/app/_components/page-links";
import { PAGE_SIZE, type Page, pageCount } from "@/lib/kernel/paging";
import type { MatchGroupView } from "@/lib/matching/queries/match-groups";
import type { MatchResultRow, ResultView } from "@/lib/matching/queries/match-results";
import type { MatchRunView } from "@/lib/matching/queries/match-run";
import { type RunFilters, runAddress } from "./read-filters";
import { resultRow } from "./result-rows";
import { ResultsTable } from "./results-table";

interface ResultsProps {
  readonly run: MatchRunView;
  readonly groups: readonly MatchGroupView[];
  readonly results: Page<MatchResultRow>;
  readonly filters: RunFilters;
}

/** Each school's result, 25 to a page, narrowed by what stands in the address. */
export function Results({ run, groups, results, filters }: ResultsProps) {
  const first = (filters.page - 1) * PAGE_SIZE + 1;
  return (
    <section aria-labelledby="schools">
      <h2 id="schools">Each school</h2>
      <Views run={run} filters={filters} />
      {groups.length > PAGE_SIZE ? (
        <GroupChosen groups={groups} filters={filters} />
      ) : (
        <GroupFilter runId={run.id} groups={groups} filters={filters} />
      )}
      {results.rows.length === 0 ? (
        <div className="empty">
          <p>Nothing fits what you chose.</p>
          <p>
            <a href={runAddress(run.id, {})}>Show every school</a>
          </p>
        </div>
      ) : (
        <>
          <p className="small">
            {first} to {first + results.rows.length - 1} of {results.total}.
          </p>
          <ResultsTable rows={results.rows.map((row) => resultRow(row, run))} />
        </>
      )}
      <PageLinks
        page={filters.page}
        pages={pageCount(results.total)}
        hrefOf={(page) => runAddress(run.id, { ...filters, page })}
        label="Pages of schools"
      />
    </section>
  );
}

function Views({ run, filters }: Pick<ResultsProps, "run" | "filters">) {
  const { placed, waiting, leftOut } = run.figures;
  const views: readonly (readonly [ResultView, string])[] = [
    ["all", `All ${placed + waiting}`],
    ["placed", `Placed ${placed}`],
    ["waiting", `Waiting ${waiting}`],
    ...(leftOut > 0 ? ([["left_out", `Not sent ${leftOut}`]] as const) : []),
  ];
  return (
    <Chips
      chips={views.map(([view, label]) => ({
        label,
        href: runAddress(run.id, { view, groupsPage: filters.groupsPage }),
        current: view === filters.view && !filters.group,
      }))}
    />
  );
}

/** Of more groups than fit in a choice, each name in the list of groups leads to its schools. */
function GroupChosen({ groups, filters }: Pick<ResultsProps, "groups" | "filters">) {
  const chosen = groups.find(({ id }) => id === filters.group);
  return (
    <p className="small">
      {chosen ? (
        <>
          The schools of <strong>{chosen.name}</strong> only.{" "}
        </>
      ) : null}
      To see the schools of one group, choose its name in the <a href="#groups">list of groups</a>.
    </p>
  );
}

function GroupFilter({
  runId,
  groups,
  filters,
}: Pick<ResultsProps, "groups" | "filters"> & { readonly runId: string }) {
  return (
    <ListFilters
      action={`/hub/matching/${runId}#schools`}
      summary="Filter by group"
      set={filters.group ? 1 : 0}
      kept={{}}
      filters={[
        {
          name: "group",
          label: "Group",
          value: filters.group,
          items: [
            { value: "", label: "Any group" },
            ...groups.map(({ id, name }) => ({ value: id, label: name })),
          ],
        },
      ]}
    />
  );
}
