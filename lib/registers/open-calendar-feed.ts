import { and, eq, isNull } from "drizzle-orm";
import { calendarFeeds } from "@/db/schema/registers";
import type { Ctx } from "@/lib/access/context";
import { withTransaction } from "@/lib/access/context";
import { personIdOf } from "@/lib/access/scope";
import { recordEvent } from "@/lib/events/record-event";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { calendarFeedOpened } from "./events";
import type { OpenCalendarFeedInput } from "./input";
import { canOpenCalendarFeed } from "./policy";
import type { calendarRefusals } from "./refusals";

/** Makes a calendar address, or answers with the one there is. */
export async function openCalendarFeed(
  ctx: Ctx,
  input: OpenCalendarFeedInput,
): Promise<Result<{ feedId: string }, keyof typeof calendarRefusals>> {
  return withTransaction(ctx, async (tx) => {
    const personId = personIdOf(tx.actor);
    if (!personId || !canOpenCalendarFeed(tx.actor, { organisationId: input.organisationId }))
      return refuse("not_found");
    const organisationId = input.organisationId ?? null;
    const [made] = await tx.db
      .insert(calendarFeeds)
      .values({ personId, organisationId, createdAt: tx.now })
      .onConflictDoNothing()
      .returning({ id: calendarFeeds.id });
    if (made) {
      await recordEvent(tx, calendarFeedOpened, { personId, organisationId, payload: { feedId: made.id } });
      return ok({ feedId: made.id });
    }
    const [open] = await tx.db
      .select({ id: calendarFeeds.id })
      .from(calendarFeeds)
      .where(
        and(
          eq(calendarFeeds.personId, personId),
          organisationId === null
            ? isNull(calendarFeeds.organisationId)
            : eq(calendarFeeds.organisationId, organisationId),
          isNull(calendarFeeds.revokedAt),
        ),
      );
    return open ? ok({ feedId: open.id }) : refuse("not_found");
  });
}
