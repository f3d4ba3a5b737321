import { and, eq, isNull, lt } from "drizzle-orm";
import { accountSessions } from "@/db/schema/people";
import type { Ctx } from "@/lib/access/context";
import { seenLongAgo } from "./rules";

/**
 * Notes that a browser still uses its session. Not a deed: nobody decides it and no timeline tells it. Of several requests
 * at once one writes.
 */
export async function noteSessionSeen(
  { db, now }: Pick<Ctx, "db" | "now">,
  { sessionId }: { sessionId: string },
): Promise<void> {
  await db
    .update(accountSessions)
    .set({ lastSeenAt: now })
    .where(
      and(
        eq(accountSessions.id, sessionId),
        isNull(accountSessions.revokedAt),
        lt(accountSessions.lastSeenAt, seenLongAgo(now)),
      ),
    );
}
