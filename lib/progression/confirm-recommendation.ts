import type { Ctx, TxCtx } from "@/lib/access/context";
import { withTransaction } from "@/lib/access/context";
import { sendMail } from "@/lib/applications/tell-school";
import { recordEvent } from "@/lib/events/record-event";
import { findHubContact } from "@/lib/hubs/queries";
import { londonDate } from "@/lib/kernel/dates";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { recommendationConfirmed } from "./events";
import type { ConfirmRecommendationInput } from "./input";
import { changeRecommendation, type LockedRecommendation, lockRecommendation, subjectsOf } from "./locks";
import { confirmedMail } from "./mails";
import { canConfirm } from "./policy";
import type { ProgressionRefusal } from "./refusals";
import { canMoveRecommendation, decideBy } from "./rules";

/** The school says whether it continues. It may change its word until the hub has decided. */
export async function confirmRecommendation(
  ctx: Ctx,
  input: ConfirmRecommendationInput,
): Promise<Result<{ organisationId: string; continues: boolean }, ProgressionRefusal>> {
  return withTransaction(ctx, async (tx) => {
    const found = await lockRecommendation(tx, input.recommendationId);
    if (!found || tx.actor.kind !== "user" || !canConfirm(tx.actor, found.row)) return refuse("not_found");
    const { row } = found;
    if (row.status === "withdrawn") return refuse("not_found");
    if (!canMoveRecommendation(row.status, "confirmed")) return refuse("decided");
    const continues = input.continues === "yes";
    const answer = { organisationId: row.organisationId, continues };
    if (row.version !== input.version) return refuse("changed_meanwhile");
    const pauseReason = continues || input.pauseReason === "" ? null : input.pauseReason;
    await changeRecommendation(tx, row, {
      status: "confirmed",
      confirmedAt: tx.now,
      confirmedBy: tx.actor.personId,
      schoolContinues: continues,
      pauseReason,
    });
    await recordEvent(tx, recommendationConfirmed, {
      ...subjectsOf(row),
      payload: { recommendationId: row.id, continues, ...(pauseReason ? { pauseReason } : {}) },
    });
    if (continues) await tellHub(tx, found);
    return ok(answer);
  });
}

async function tellHub(tx: TxCtx, { row, place }: LockedRecommendation): Promise<void> {
  const contact = await findHubContact(tx, { hubId: row.hubId, phase: row.phase });
  if (!contact) return;
  const { school } = place.application;
  const mail = confirmedMail({
    school: school.name,
    stage: row.toStage,
    academicYear: row.academicYear,
    by: decideBy(londonDate(tx.now)),
  });
  await sendMail(tx, place.application, { mail, to: contact, path: `/hub/progression/${row.id}` });
}
