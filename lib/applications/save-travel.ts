import type { Ctx } from "@/lib/access/context";
import { withTransaction } from "@/lib/access/context";
import { recordEvent } from "@/lib/events/record-event";
import { ok, type Result } from "@/lib/kernel/result";
import { wishesChanged } from "./events";
import type { SaveTravelInput } from "./input";
import { changeApplication, lockForEdit, subjectsOf } from "./locks";
import type { ApplicationRefusal } from "./refusals";
import type { Saved } from "./save-days";

/** Keeps how far the school would travel and to whose groups: the last question about wishes, which finishes that part. */
export async function saveTravel(
  ctx: Ctx,
  input: SaveTravelInput,
): Promise<Result<Saved, ApplicationRefusal>> {
  return withTransaction(ctx, async (tx) => {
    const open = await lockForEdit(tx, input.applicationId);
    if (!open.ok) return open;
    await changeApplication(tx, open.value.id, {
      maximumKm: input.maximumKm ?? open.value.maximumKm,
      neighbourHubs: input.neighbourHubs === "yes",
      note: input.note || null,
      wishesSaved: true,
    });
    await recordEvent(tx, wishesChanged, { ...subjectsOf(open.value), payload: { changed: "travel" } });
    return ok({ sent: open.value.decision !== "draft" });
  });
}
