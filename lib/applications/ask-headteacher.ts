import { headteacherAgreements } from "@/db/schema/applications";
import type { Ctx, TxCtx } from "@/lib/access/context";
import { withTransaction } from "@/lib/access/context";
import { recordEvent } from "@/lib/events/record-event";
import { addDays, type IsoDate, londonDate, londonMoment } from "@/lib/kernel/dates";
import { hashSecret, newSecret } from "@/lib/kernel/ids";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { costInDays, linkNumbers, whyNotAsk } from "./agreement-rules";
import { headteacherAsked } from "./events";
import type { AskHeadteacherInput } from "./input";
import { agreementsOf, type LockedApplication, lockForEdit, replaceOpenLink, subjectsOf } from "./locks";
import { askHeadMail } from "./mails";
import type { ApplicationRefusal } from "./refusals";

import { aboutOf, sendMail } from "./tell-school";

/** Sends the headteacher a new link. One sent before stops working; the text that is to be agreed is kept as it is now. */
export async function askHeadteacher(
  ctx: Ctx,
  input: AskHeadteacherInput,
): Promise<Result<{ expiresOn: IsoDate }, ApplicationRefusal>> {
  return withTransaction(ctx, async (tx) => {
    const open = await lockForEdit(tx, input.applicationId);
    if (!open.ok) return open;
    const application = open.value;
    const { headName: name, headEmail: email } = application;
    if (application.decision === "draft") return refuse("not_sent");
    if (!name || !email) return refuse("no_headteacher");
    const earlier = await agreementsOf(tx, application.id);
    const why = whyNotAsk(earlier, email, tx.now);
    if (why) return why === "asked_just_now" ? refuse(why, { name }) : refuse(why);
    return ok(await sendLink(tx, application, { name, email, again: earlier.length > 0 }));
  });
}

interface Head {
  readonly name: string;
  readonly email: string;
  readonly again: boolean;
}

/** Replaces the open link by a new one, good to the end of its last day, and mails it. */
export async function sendLink(
  tx: TxCtx,
  application: LockedApplication,
  head: Head,
): Promise<{ expiresOn: IsoDate }> {
  const { offer } = application;
  const secret = newSecret();
  const expiresOn = addDays(londonDate(tx.now), linkNumbers.days);
  await replaceOpenLink(tx, application.id);
  const [link] = await tx.db
    .insert(headteacherAgreements)
    .values({
      applicationId: application.id,
      headName: head.name,
      headEmail: head.email,
      secretHash: hashSecret(secret),
      commitmentVersion: offer.commitmentVersion,
      commitmentText: offer.commitmentText,
      askedBy: tx.actor.kind === "user" ? tx.actor.personId : application.startedBy,
      askedAt: tx.now,
      expiresAt: londonMoment(addDays(expiresOn, 1)),
    })
    .returning({ id: headteacherAgreements.id });
  if (!link) throw new Error("The link was not written");
  await recordEvent(tx, headteacherAsked, {
    ...subjectsOf(application),
    payload: { agreementId: link.id, expiresOn, again: head.again },
  });
  const asker = tx.actor.kind === "user" ? tx.actor.name : "Your school";
  const mail = askHeadMail({ ...aboutOf(application), by: expiresOn, cost: costInDays(offer), asker });
  await sendMail(tx, application, { mail, to: head, path: `/agree/${secret}` });
  return { expiresOn };
}
