import { and, eq, isNull, ne } from "drizzle-orm";
import { accountSessions } from "@/db/schema/people";
import { type Ctx, withTransaction } from "@/lib/access/context";
import { personIdOf } from "@/lib/access/scope";
import { recordEvent } from "@/lib/events/record-event";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { otherSessionsEnded } from "./events";
import { canEndSession } from "./policy";

/** Signs the actor out everywhere but in the browser they ask from. */
export async function endOtherSessions(
  ctx: Ctx,
  input: { keep: string },
): Promise<Result<{ sessions: number }, "not_found">> {
  const personId = personIdOf(ctx.actor);
  if (!personId || !canEndSession(ctx.actor, { personId })) return refuse("not_found");
  return withTransaction(ctx, async (tx) => {
    const ended = await tx.db
      .update(accountSessions)
      .set({ revokedAt: tx.now })
      .where(
        and(
          eq(accountSessions.personId, personId),
          ne(accountSessions.id, input.keep),
          isNull(accountSessions.revokedAt),
        ),
      )
      .returning({ id: accountSessions.id });
    const sessions = ended.length;
    await recordEvent(tx, otherSessionsEnded, { personId, payload: { sessions } });
    return ok({ sessions });
  });
}
