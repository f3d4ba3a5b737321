import { eq, isNull, or, type SQL } from "drizzle-orm";
import { matchRuns } from "@/db/schema/matching";

/** Runs that match schools of this hub too: its own and those over all hubs. Without a hub every run does. */
export function isTouching(hubId: string | null): SQL | undefined {
  return hubId === null ? undefined : or(eq(matchRuns.hubId, hubId), isNull(matchRuns.hubId));
}

/** Runs of exactly this hub, or over all hubs. */
export function isOfScope(hubId: string | null): SQL {
  return hubId === null ? isNull(matchRuns.hubId) : eq(matchRuns.hubId, hubId);
}
