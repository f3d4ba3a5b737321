import { z } from "zod";
import { parseAcademicYear, sayAcademicYear } from "@/lib/kernel/academic-year";
import { isId } from "@/lib/kernel/ids";
import { pageNumber } from "@/lib/kernel/paging";
import { workGroupStatuses } from "./rules";

/** What a chip above the list shows: groups that are not over, those without a lead, one status, or all. */
export const groupViews = ["current", "no_lead", ...workGroupStatuses, "all"] as const;
export type GroupView = (typeof groupViews)[number];

export const groupSorts = ["name", "day", "places", "next"] as const;
export type GroupSort = (typeof groupSorts)[number];

export interface GroupFilters {
  readonly view: GroupView;
  /** Part of a group's name, code, venue or postcode. */
  readonly q: string;
  /** The calendar year of the academic year's September; undefined for any. */
  readonly year: number | undefined;
  /** An offer. */
  readonly offer: string;
  readonly sort: GroupSort;
  readonly descending: boolean;
  readonly page: number;
}

const filters = z.object({
  view: z.enum(groupViews).catch("current"),
  q: z.string().trim().max(100).catch(""),
  year: z.string().transform(parseAcademicYear).catch(undefined),
  offer: z
    .string()
    .refine((value) => isId(value))
    .catch(""),
  sort: z.enum(groupSorts).catch("name"),
  order: z.enum(["asc", "desc"]).catch("asc"),
});

export type SearchParams = Readonly<Record<string, string | string[] | undefined>>;

/** The list that an address asks for. What cannot be read is left out. */
export function readGroupFilters(params: SearchParams): GroupFilters {
  const { order, ...read } = filters.parse(params);
  return { ...read, descending: order === "desc", page: pageNumber(params.page) };
}

/** The address of the list with some of its filters changed; any change but of the page leads to the first page. */
export function groupsAddress(
  current: GroupFilters,
  change: Partial<GroupFilters>,
  hubCode: string | undefined,
): string {
  const next = { ...current, page: 1, ...change };
  const params = new URLSearchParams();
  const set = {
    hub: hubCode ?? "",
    view: next.view === "current" ? "" : next.view,
    q: next.q,
    year: next.year === undefined ? "" : sayAcademicYear(next.year).replace("/", "-"),
    offer: next.offer,
    sort: next.sort === "name" ? "" : next.sort,
    order: next.descending ? "desc" : "",
    page: next.page > 1 ? String(next.page) : "",
  };
  for (const [key, value] of Object.entries(set)) if (value) params.set(key, value);
  const query = params.toString();
  return query ? `/hub/work-groups?${query}` : "/hub/work-groups";
}

/** How many filters of the details element are set. */
export function countGroupFilters({ q, year, offer }: GroupFilters): number {
  return [q, year, offer].filter((value) => value !== undefined && value !== "").length;
}
