import type { Ctx } from "@/lib/access/context";
import { withTransaction } from "@/lib/access/context";
import { recordEvent } from "@/lib/events/record-event";
import { ok, type Result } from "@/lib/kernel/result";
import { bitsOf, EVERY_DAY } from "@/lib/kernel/weekdays";
import { wishesChanged } from "./events";
import type { SaveDaysInput } from "./input";
import { changeApplication, lockForEdit, subjectsOf } from "./locks";
import type { ApplicationRefusal } from "./refusals";

/** Keeps the weekdays on which the school could come. A day that is no longer possible is no longer preferred. */
export async function saveDays(ctx: Ctx, input: SaveDaysInput): Promise<Result<Saved, ApplicationRefusal>> {
  return withTransaction(ctx, async (tx) => {
    const open = await lockForEdit(tx, input.applicationId);
    if (!open.ok) return open;
    const possible = bitsOf(input.days);
    await changeApplication(tx, open.value.id, {
      impossibleDays: EVERY_DAY & ~possible,
      preferredDays: open.value.preferredDays & possible,
    });
    await recordEvent(tx, wishesChanged, { ...subjectsOf(open.value), payload: { changed: "days" } });
    return ok({ sent: open.value.decision !== "draft" });
  });
}

/** Whether the application had been sent: a form leads back to where the reader came from. */
export interface Saved {
  readonly sent: boolean;
}
