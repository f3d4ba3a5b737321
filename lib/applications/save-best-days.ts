import type { Ctx } from "@/lib/access/context";
import { withTransaction } from "@/lib/access/context";
import { recordEvent } from "@/lib/events/record-event";
import { ok, type Result } from "@/lib/kernel/result";
import { bitsOf } from "@/lib/kernel/weekdays";
import { wishesChanged } from "./events";
import type { SaveBestDaysInput } from "./input";
import { changeApplication, lockForEdit, subjectsOf } from "./locks";
import type { ApplicationRefusal } from "./refusals";
import type { Saved } from "./save-days";

/** Keeps the days that suit best, among those that are possible. */
export async function saveBestDays(
  ctx: Ctx,
  input: SaveBestDaysInput,
): Promise<Result<Saved, ApplicationRefusal>> {
  return withTransaction(ctx, async (tx) => {
    const open = await lockForEdit(tx, input.applicationId);
    if (!open.ok) return open;
    const { impossibleDays } = open.value;
    await changeApplication(tx, open.value.id, { preferredDays: bitsOf(input.best) & ~impossibleDays });
    await recordEvent(tx, wishesChanged, { ...subjectsOf(open.value), payload: { changed: "best_days" } });
    return ok({ sent: open.value.decision !== "draft" });
  });
}
