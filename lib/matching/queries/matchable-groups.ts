import { and, eq, inArray, or, type SQL, sql } from "drizzle-orm";
import { matchProposals } from "@/db/schema/matching";
import { workGroups } from "@/db/schema/workgroups";
import { openStatuses } from "@/lib/workgroups/rules";

/** Groups in which a run may place schools: open ones, and those of its own hub, or of any for a run over all, that were planned from a proposal. */
export function isMatchable(hubId: string | null): SQL | undefined {
  return or(
    inArray(workGroups.status, openStatuses),
    and(
      eq(workGroups.status, "planned"),
      hubId === null ? undefined : eq(workGroups.hubId, hubId),
      sql`exists (select from ${matchProposals} m where m.work_group_id = ${workGroups.id})`,
    ),
  );
}
