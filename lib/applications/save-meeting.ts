import type { Ctx } from "@/lib/access/context";
import { withTransaction } from "@/lib/access/context";
import { recordEvent } from "@/lib/events/record-event";
import { ok, type Result } from "@/lib/kernel/result";
import { wishesChanged } from "./events";
import type { SaveMeetingInput } from "./input";
import { changeApplication, lockForEdit, subjectsOf } from "./locks";
import type { ApplicationRefusal } from "./refusals";
import type { Saved } from "./save-days";

/** Keeps whether the school would meet face to face, online, or either. */
export async function saveMeeting(
  ctx: Ctx,
  input: SaveMeetingInput,
): Promise<Result<Saved, ApplicationRefusal>> {
  return withTransaction(ctx, async (tx) => {
    const open = await lockForEdit(tx, input.applicationId);
    if (!open.ok) return open;
    await changeApplication(tx, open.value.id, { mode: input.mode });
    await recordEvent(tx, wishesChanged, { ...subjectsOf(open.value), payload: { changed: "meeting" } });
    return ok({ sent: open.value.decision !== "draft" });
  });
}
