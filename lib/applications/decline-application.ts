import type { Ctx } from "@/lib/access/context";
import { withTransaction } from "@/lib/access/context";
import { recordEvent } from "@/lib/events/record-event";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { applicationDeclined } from "./events";
import type { DeclineApplicationInput } from "./input";
import { changeApplication, decidedBy, lockForDecision, subjectsOf } from "./locks";
import { declinedMail } from "./mails";
import { declineReasons } from "./reasons";
import type { ApplicationRefusal } from "./refusals";
import { aboutOf, tellSchool } from "./tell-school";

/** The hub says no, with a reason the school can act on. */
export async function declineApplication(
  ctx: Ctx,
  input: DeclineApplicationInput,
): Promise<Result<{ declined: true }, ApplicationRefusal>> {
  return withTransaction(ctx, async (tx) => {
    const open = await lockForDecision(tx, input);
    if (!open.ok) return open;
    const { reason } = input;
    const note = input.note || undefined;
    if (reason === "something_else" && !note) return refuse("note_needed");
    await changeApplication(tx, open.value.id, {
      ...decidedBy(tx),
      decision: "declined",
      decisionReason: reason,
      decisionNote: note ?? null,
    });
    const noted = note ? { note } : {};
    await recordEvent(tx, applicationDeclined, { ...subjectsOf(open.value), payload: { reason, ...noted } });
    const mail = declinedMail({ ...aboutOf(open.value), answer: declineReasons[reason].answer, ...noted });
    await tellSchool(tx, open.value, mail);
    return ok({ declined: true });
  });
}
