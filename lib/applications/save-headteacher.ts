import type { Ctx, TxCtx } from "@/lib/access/context";
import { withTransaction } from "@/lib/access/context";
import { personIdOf } from "@/lib/access/scope";
import { recordEvent } from "@/lib/events/record-event";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { findEmail } from "@/lib/people/queries/people";
import { hasAgreed } from "./agreement-rules";
import { askHeadteacher } from "./ask-headteacher";
import { headteacherNamed } from "./events";
import type { SaveHeadteacherInput } from "./input";
import { agreementsOf, changeApplication, lockForEdit, subjectsOf } from "./locks";
import { canAnswerInPerson } from "./policy";
import type { ApplicationRefusal } from "./refusals";
import type { Saved } from "./save-days";

/** Keeps who is to be asked for the agreement. Once the application was sent, a new address gets its own link at once. */
export async function saveHeadteacher(
  ctx: Ctx,
  input: SaveHeadteacherInput,
): Promise<Result<Saved, ApplicationRefusal>> {
  return withTransaction(ctx, async (tx) => {
    const open = await lockForEdit(tx, input.applicationId);
    if (!open.ok) return open;
    const application = open.value;
    const { headName, headEmail } = input;
    if ((await isActorsOwn(tx, headEmail)) && !canAnswerInPerson(tx.actor, application)) {
      return refuse("head_is_applicant");
    }
    if (hasAgreed(await agreementsOf(tx, application.id))) return refuse("already_agreed");
    await changeApplication(tx, application.id, { headName, headEmail });
    await recordEvent(tx, headteacherNamed, { ...subjectsOf(application), payload: {} });
    const moved = headEmail.toLowerCase() !== application.headEmail?.toLowerCase();
    if (application.decision === "awaiting_headteacher" && moved) {
      const asked = await askHeadteacher(tx, { applicationId: application.id });
      if (!asked.ok) return asked;
    }
    return ok({ sent: application.decision !== "draft" });
  });
}

async function isActorsOwn(tx: TxCtx, email: string): Promise<boolean> {
  const personId = personIdOf(tx.actor);
  const own = personId ? await findEmail(tx, personId) : undefined;
  return own?.toLowerCase() === email.toLowerCase();
}
