import { isId } from "@/lib/kernel/ids";
import { pageNumber } from "@/lib/kernel/paging";
import { type ResultFilters, resultViews } from "@/lib/matching/queries/match-results";

type SearchParams = Readonly<Record<string, string | string[] | undefined>>;

export interface RunFilters extends ResultFilters {
  /** The page of the list of groups, 1 for the first. */
  readonly groupsPage: number;
  readonly allProposals: boolean;
}

/** The filters of an address; whatever makes no sense counts as not said. */
export function readFilters(params: SearchParams): RunFilters {
  const { show, group, groups, proposals } = params;
  return {
    view: resultViews.find((view) => view === show) ?? "all",
    group: typeof group === "string" && isId(group) ? group : "",
    page: pageNumber(params.page),
    groupsPage: pageNumber(groups),
    allProposals: proposals === "all",
  };
}

/** The address of the run with these filters, page 1 unless it says otherwise, at one of its two lists. */
export function runAddress(
  runId: string,
  filters: Partial<Omit<RunFilters, "allProposals">>,
  list: "schools" | "groups" = "schools",
): string {
  const { view = "all", group = "", page = 1, groupsPage = 1 } = filters;
  const query = new URLSearchParams();
  if (view !== "all") query.set("show", view);
  if (group) query.set("group", group);
  if (page > 1) query.set("page", String(page));
  if (groupsPage > 1) query.set("groups", String(groupsPage));
  const text = query.toString();
  return `/hub/matching/${runId}${text ? `?${text}` : ""}#${list}`;
}
