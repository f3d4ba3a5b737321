import { and, eq } from "drizzle-orm";
import { workGroupSessions } from "@/db/schema/workgroups";
import type { TxCtx } from "@/lib/access/context";

/** A session of the group. The group's row is locked first, and with it all of its sessions. */
export async function findSessionOf(tx: TxCtx, group: { readonly id: string }, sessionId: string) {
  const [session] = await tx.db
    .select()
    .from(workGroupSessions)
    .where(and(eq(workGroupSessions.id, sessionId), eq(workGroupSessions.workGroupId, group.id)));
  return session;
}
