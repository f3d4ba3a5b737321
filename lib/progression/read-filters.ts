import { pageNumber } from "@/lib/kernel/paging";
import { phases } from "./move-rules";

export const progressionViews = ["decide", "school", "break", "decided", "all"] as const;
export type ProgressionView = (typeof progressionViews)[number];

export interface ProgressionFilters {
  readonly view: ProgressionView;
  /** Empty: every phase. */
  readonly phase: "primary" | "secondary" | "";
  /** Part of a school's name, or its URN. */
  readonly q: string;
  readonly page: number;
}

type SearchParams = Readonly<Record<string, string | string[] | undefined>>;

/** What an address asks of the hub's list of recommendations; anything unknown counts as not asked. */
export function readFilters(params: SearchParams): ProgressionFilters {
  const text = (name: string) => (typeof params[name] === "string" ? params[name] : "");
  return {
    view: progressionViews.find((view) => view === params.view) ?? "decide",
    phase: phases.find((phase) => phase === params.phase) ?? "",
    q: text("q").trim().slice(0, 80),
    page: pageNumber(params.page),
  };
}

/** The address of the list with some filters changed; a change of filter goes back to page 1. */
export function filtersAddress(
  filters: ProgressionFilters,
  change: Partial<ProgressionFilters>,
  hubCode?: string,
): string {
  const { view, phase, q, page } = { ...filters, page: 1, ...change };
  const params = new URLSearchParams({ view });
  if (hubCode) params.set("hub", hubCode);
  if (phase) params.set("phase", phase);
  if (q) params.set("q", q);
  if (page > 1) params.set("page", String(page));
  return `/hub/progression?${params}`;
}
