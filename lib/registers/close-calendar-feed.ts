import { eq } from "drizzle-orm";
import { calendarFeeds } from "@/db/schema/registers";
import type { Ctx } from "@/lib/access/context";
import { withTransaction } from "@/lib/access/context";
import { recordEvent } from "@/lib/events/record-event";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { calendarFeedClosed } from "./events";
import type { CloseCalendarFeedInput } from "./input";
import { canCloseCalendarFeed } from "./policy";
import type { calendarRefusals } from "./refusals";

/** Ends a calendar address: whoever still has it finds nothing there. */
export async function closeCalendarFeed(
  ctx: Ctx,
  input: CloseCalendarFeedInput,
): Promise<Result<{ feedId: string }, keyof typeof calendarRefusals>> {
  return withTransaction(ctx, async (tx) => {
    const [feed] = await tx.db
      .select()
      .from(calendarFeeds)
      .where(eq(calendarFeeds.id, input.feedId))
      .for("update");
    if (!feed || feed.revokedAt || !canCloseCalendarFeed(tx.actor, feed)) return refuse("not_found");
    await tx.db.update(calendarFeeds).set({ revokedAt: tx.now }).where(eq(calendarFeeds.id, feed.id));
    await recordEvent(tx, calendarFeedClosed, {
      personId: feed.personId,
      organisationId: feed.organisationId,
      payload: { feedId: feed.id },
    });
    return ok({ feedId: feed.id });
  });
}
