import type { Ctx } from "@/lib/access/context";
import { withTransaction } from "@/lib/access/context";
import { recordEvent } from "@/lib/events/record-event";
import { ok, type Result } from "@/lib/kernel/result";
import { commitmentAccepted } from "./events";
import type { AcceptCommitmentInput } from "./input";
import { changeApplication, lockForEdit, subjectsOf } from "./locks";
import type { ApplicationRefusal } from "./refusals";
import type { Saved } from "./save-days";

/** The applicant has read what the school agrees to; the agreement itself is the headteacher's. */
export async function acceptCommitment(
  ctx: Ctx,
  input: AcceptCommitmentInput,
): Promise<Result<Saved, ApplicationRefusal>> {
  return withTransaction(ctx, async (tx) => {
    const open = await lockForEdit(tx, input.applicationId);
    if (!open.ok) return open;
    const { commitmentVersion } = open.value.offer;
    await changeApplication(tx, open.value.id, { commitmentRead: true });
    await recordEvent(tx, commitmentAccepted, {
      ...subjectsOf(open.value),
      payload: { version: commitmentVersion },
    });
    return ok({ sent: open.value.decision !== "draft" });
  });
}
