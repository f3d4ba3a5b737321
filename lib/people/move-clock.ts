import { and, gt, isNull, sql } from "drizzle-orm";
import { accountSessions, demonstrationClock } from "@/db/schema/people";
import { type Ctx, withTransaction } from "@/lib/access/context";
import { recordEvent } from "@/lib/events/record-event";
import { isDemonstration } from "@/lib/kernel/env";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { clockMoved } from "./events";
import type { MoveClockInput } from "./input";
import { canMoveClock } from "./policy";
import type { AccessRefusal } from "./refusals";

const DAY = 86_400;
const steps = { day: DAY, week: 7 * DAY, month: 30 * DAY, year: 365 * DAY } as const;
const FURTHEST = 20 * 365 * DAY;

/** Lets the demonstration's clock run ahead, or sets it right. Whoever is signed in stays signed in. Impossible in production. */
export async function moveClock(
  ctx: Ctx,
  input: MoveClockInput,
): Promise<Result<{ aheadSeconds: number }, AccessRefusal>> {
  if (!isDemonstration() || !canMoveClock(ctx.actor)) return refuse("not_found");
  return withTransaction(ctx, async (tx) => {
    const [clock] = await tx.db.select().from(demonstrationClock).for("update");
    const before = clock?.aheadSeconds ?? 0;
    const aheadSeconds = input.by === "reset" ? 0 : before + steps[input.by];
    if (aheadSeconds > FURTHEST) return refuse("too_far");
    await tx.db
      .insert(demonstrationClock)
      .values({ aheadSeconds })
      .onConflictDoUpdate({ target: demonstrationClock.only, set: { aheadSeconds } });
    const shift = sql`make_interval(secs => ${aheadSeconds - before})`;
    await tx.db
      .update(accountSessions)
      .set({
        expiresAt: sql`${accountSessions.expiresAt} + ${shift}`,
        lastSeenAt: sql`${accountSessions.lastSeenAt} + ${shift}`,
        createdAt: sql`${accountSessions.createdAt} + ${shift}`,
      })
      .where(and(isNull(accountSessions.revokedAt), gt(accountSessions.expiresAt, tx.now)));
    await recordEvent(tx, clockMoved, { payload: { aheadSeconds } });
    return ok({ aheadSeconds });
  });
}
