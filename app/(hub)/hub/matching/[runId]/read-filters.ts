import { isId } from "@/lib/kernel/ids";
import { pageNumber } from "@/lib/kernel/paging";
import { type ResultFilters, resultViews } from "@/lib/matching/queries/match-results";

type SearchParams = Readonly<Record<string, string | string[] | undefined>>;

export interface RunFilters extends ResultFilters {
  readonly allGroups: boolean;
  readonly allProposals: boolean;
}

/** The filters of an address; whatever makes no sense counts as not said. */
export function readFilters(params: SearchParams): RunFilters {
  const { show, group, groups, proposals } = params;
  return {
    view: resultViews.find((view) => view === show) ?? "all",
    group: typeof group === "string" && isId(group) ? group : "",
    page: pageNumber(params.page),
    allGroups: groups === "all",
    allProposals: proposals === "all",
  };
}

/** The address of the run with these filters, page 1 unless it says otherwise. */
export function runAddress(runId: string, filters: Partial<ResultFilters>): string {
  const { view = "all", group = "", page = 1 } = filters;
  const query = new URLSearchParams();
  if (view !== "all") query.set("show", view);
  if (group) query.set("group", group);
  if (page > 1) query.set("page", String(page));
  const text = query.toString();
  return `/hub/matching/${runId}${text ? `?${text}` : ""}#schools`;
}
