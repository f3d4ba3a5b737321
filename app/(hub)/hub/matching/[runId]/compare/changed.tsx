import { PageLinks } from "@/app/_components/page-links";
import { sayTier } from "@/lib/applications/priority-rules";
import { type Page, pageCount } from "@/lib/kernel/paging";
import { count } from "@/lib/kernel/words";
import type { ChangedResult, ResultThen } from "@/lib/matching/queries/compare-runs";
import { ChangedTable } from "./changed-table";

interface ChangedProps {
  readonly changed: Page<ChangedResult>;
  readonly hrefOf: (page: number) => string;
}

/** Schools with another result, 25 to a page. */
export function Changed({ changed: { rows, page, total }, hrefOf }: ChangedProps) {
  return (
    <section aria-labelledby="changed">
      <h2 id="changed">
        {total === 0 ? "Every school has the same result" : `${count(total, "school")} with another result`}
      </h2>
      {rows.length > 0 ? <ChangedTable rows={rows.map(changedRow)} /> : null}
      <PageLinks page={page} pages={pageCount(total)} hrefOf={hrefOf} label="Pages of schools" />
    </section>
  );
}

function changedRow({ applicationId, school, tier, before, after }: ChangedResult) {
  const more = (after?.km ?? 0) - (before?.km ?? 0);
  const travels = before?.km !== null && after?.km !== null && before && after && more !== 0;
  return {
    id: applicationId,
    school,
    priority: sayTier(tier),
    before: sayResult(before),
    after: sayResult(after),
    travel: travels ? `${Math.abs(more).toFixed(1)} km ${more > 0 ? "more" : "less"}` : "",
  };
}

function sayResult(result: ResultThen | null): string {
  if (result === null) return "Not in this run";
  if (result.group === null) return "Waiting";
  return `${result.group}, ${result.km === null ? "online" : `${result.km.toFixed(1)} km`}`;
}
