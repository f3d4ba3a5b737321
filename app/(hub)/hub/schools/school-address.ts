import type { SchoolFilters } from "@/lib/schools/input";

interface Place extends SchoolFilters {
  /** As the address has it; blank where it names none. */
  readonly hub: string;
  readonly page: number;
}

/** The address of the list with what is set, and nothing that is not. A change of what is shown starts at its first page. */
export function schoolAddress(place: Place, change: Partial<Place>): string {
  const next = { ...place, page: 1, ...change };
  const params = new URLSearchParams();
  if (next.hub) params.set("hub", next.hub);
  if (next.view !== "open") params.set("view", next.view);
  if (next.q) params.set("q", next.q);
  if (next.phase) params.set("phase", next.phase);
  if (next.page > 1) params.set("page", String(next.page));
  return params.size > 0 ? `/hub/schools?${params}` : "/hub/schools";
}
