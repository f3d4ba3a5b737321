import { z } from "zod";
import { programmePhase } from "@/db/schema/programmes";
import { isId } from "@/lib/kernel/ids";
import { pageNumber } from "@/lib/kernel/paging";

/** What a chip or a figure above the queue shows. */
export const queueViews = ["all", "late", "week", "decide", "head", "mine", "decided"] as const;
export type QueueView = (typeof queueViews)[number];

export const queueSorts = ["promised", "school", "disadvantaged"] as const;
export type QueueSort = (typeof queueSorts)[number];

export interface QueueFilters {
  readonly view: QueueView;
  /** Part of a school's or programme's name, a URN or a reference. */
  readonly q: string;
  /** An offer. */
  readonly programme: string;
  /** A local authority's code. */
  readonly area: string;
  /** 0, 1, 2 or nothing. */
  readonly priority: string;
  /** A person of the hub, "nobody", or nothing. */
  readonly person: string;
  readonly phase: string;
  readonly sort: QueueSort;
  readonly descending: boolean;
  readonly page: number;
}

const text = z.string().trim().max(100).catch("");
const id = z
  .string()
  .refine((value) => isId(value))
  .catch("");

const filters = z.object({
  view: z.enum(queueViews).catch("all"),
  q: text,
  programme: id,
  area: z
    .string()
    .regex(/^\d{3}$/)
    .catch(""),
  priority: z.enum(["0", "1", "2"]).or(z.literal("")).catch(""),
  person: z.literal("nobody").or(id).catch(""),
  phase: z.enum(programmePhase.enumValues).or(z.literal("")).catch(""),
  sort: z.enum(queueSorts).catch("promised"),
  order: z.enum(["asc", "desc"]).optional().catch(undefined),
});

export type SearchParams = Readonly<Record<string, string | string[] | undefined>>;

/** The queue that an address asks for. What cannot be read is left out. */
export function readQueueFilters(params: SearchParams): QueueFilters {
  const { order, ...read } = filters.parse(params);
  return { ...read, descending: (order ?? usualOrder(read.sort)) === "desc", page: pageNumber(params.page) };
}

/** Most disadvantaged first, everything else from the start. */
function usualOrder(sort: QueueSort): "asc" | "desc" {
  return sort === "disadvantaged" ? "desc" : "asc";
}

/** The address of the queue with some of its filters changed; any change but of the page leads to the first page. */
export function queueAddress(
  current: QueueFilters,
  change: Partial<QueueFilters>,
  hubCode: string | undefined,
): string {
  const next = { ...current, page: 1, ...change };
  const params = new URLSearchParams();
  const plain = { hub: hubCode ?? "", view: next.view === "all" ? "" : next.view, q: next.q };
  const chosen = { programme: next.programme, area: next.area, priority: next.priority, person: next.person };
  for (const [key, value] of Object.entries({ ...plain, ...chosen, phase: next.phase })) {
    if (value) params.set(key, value);
  }
  if (next.sort !== "promised") params.set("sort", next.sort);
  const order = next.descending ? "desc" : "asc";
  if (order !== usualOrder(next.sort)) params.set("order", order);
  if (next.page > 1) params.set("page", String(next.page));
  const query = params.toString();
  return query ? `/hub/queue?${query}` : "/hub/queue";
}

/** How many filters of the details element are set. */
export function countFilters({ q, programme, area, priority, person, phase }: QueueFilters): number {
  return [q, programme, area, priority, person, phase].filter((value) => value !== "").length;
}
