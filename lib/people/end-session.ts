import { and, eq, isNull } from "drizzle-orm";
import { accountSessions } from "@/db/schema/people";
import { type Ctx, withTransaction } from "@/lib/access/context";
import { recordEvent } from "@/lib/events/record-event";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { signedOut } from "./events";
import { canEndSession } from "./policy";

/** Signs one browser out: this one, or another of the same person's. */
export async function endSession(ctx: Ctx, input: { sessionId: string }): Promise<Result<null, "not_found">> {
  return withTransaction(ctx, async (tx) => {
    const [session] = await tx.db
      .select({ id: accountSessions.id, personId: accountSessions.personId })
      .from(accountSessions)
      .where(and(eq(accountSessions.id, input.sessionId), isNull(accountSessions.revokedAt)))
      .for("update");
    if (!session || !canEndSession(tx.actor, session)) return refuse("not_found");
    await tx.db.update(accountSessions).set({ revokedAt: tx.now }).where(eq(accountSessions.id, session.id));
    await recordEvent(tx, signedOut, { personId: session.personId, payload: {} });
    return ok(null);
  });
}
