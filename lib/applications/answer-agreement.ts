import { eq } from "drizzle-orm";
import { headteacherAgreements } from "@/db/schema/applications";
import type { Ctx, TxCtx } from "@/lib/access/context";
import { actingAs, withTransaction } from "@/lib/access/context";
import { recordEvent } from "@/lib/events/record-event";
import { hashSecret, newSecret } from "@/lib/kernel/ids";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { hasAgreed, promisesOf, whyNotAnswer } from "./agreement-rules";
import { headteacherAnswered } from "./events";
import type { AnswerAgreementInput } from "./input";
import {
  agreementsOf,
  changeApplication,
  type LockedApplication,
  lockApplication,
  replaceOpenLink,
  subjectsOf,
} from "./locks";
import { headAnsweredMail } from "./mails";
import { canAnswerByLink, canAnswerInPerson } from "./policy";
import type { ApplicationRefusal } from "./refusals";

import { promisedDate } from "./submit-application";
import { aboutOf, tellSchool } from "./tell-school";

export interface Answered {
  readonly answer: "agreed" | "refused";
  readonly applicationId: string;
}

type AgreementRow = typeof headteacherAgreements.$inferSelect;

/** The headteacher's yes or no: by the link that was mailed, or signed in. The same answer again changes nothing. */
export async function answerAgreement(
  ctx: Ctx,
  input: AnswerAgreementInput,
): Promise<Result<Answered, ApplicationRefusal>> {
  return withTransaction(ctx, (tx) =>
    input.secret ? answerByLink(tx, input.secret, input) : answerInPerson(tx, input),
  );
}

async function answerByLink(
  open: TxCtx,
  secret: string,
  input: AnswerAgreementInput,
): Promise<Result<Answered, ApplicationRefusal>> {
  const { secretHash } = headteacherAgreements;
  const find = () =>
    open.db
      .select()
      .from(headteacherAgreements)
      .where(eq(secretHash, hashSecret(secret)));
  const [found] = await find();
  const application = found && (await lockApplication(open, found.applicationId));
  // Read again: until the application was ours, another answer may have come in.
  const [link] = application ? await find() : [];
  if (!application || !link) return refuse("not_found");
  const tx = actingAs(open, { kind: "link", purpose: "headteacher_agreement", subjectId: link.id });
  if (!canAnswerByLink(tx.actor, link.id)) return refuse("not_found");
  if (link.answer === input.answer) return ok({ answer: link.answer, applicationId: application.id });
  const why = whyNotAnswer(link, application, tx.now) ?? whyNotWhole(input, link.commitmentText);
  if (why) return refuse(why);
  await tx.db
    .update(headteacherAgreements)
    .set(answerOf(tx, input, link.headName))
    .where(eq(headteacherAgreements.id, link.id));
  return finish(tx, application, { link, input, inPerson: false });
}

async function answerInPerson(
  tx: TxCtx,
  input: AnswerAgreementInput,
): Promise<Result<Answered, ApplicationRefusal>> {
  const application = input.applicationId ? await lockApplication(tx, input.applicationId) : undefined;
  if (!application || !canAnswerInPerson(tx.actor, application) || tx.actor.kind !== "user") {
    return refuse("not_found");
  }
  const { id: applicationId, offer, decision } = application;
  const agreedBefore = hasAgreed(await agreementsOf(tx, applicationId));
  if (agreedBefore)
    return input.answer === "agreed" ? ok({ answer: "agreed", applicationId }) : refuse("link_used");
  if (decision !== "draft" && decision !== "awaiting_headteacher") return refuse("not_needed");
  const why = whyNotWhole(input, offer.commitmentText);
  if (why) return refuse(why);
  await replaceOpenLink(tx, applicationId);
  const [link] = await tx.db
    .insert(headteacherAgreements)
    .values({
      applicationId,
      headName: tx.actor.name,
      headEmail: application.headEmail ?? "",
      secretHash: hashSecret(newSecret()),
      commitmentVersion: offer.commitmentVersion,
      commitmentText: offer.commitmentText,
      askedBy: tx.actor.personId,
      askedAt: tx.now,
      expiresAt: tx.now,
      ...answerOf(tx, input, tx.actor.name),
    })
    .returning();
  if (!link) throw new Error("The answer was not written");
  return finish(tx, application, { link, input, inPerson: true });
}

/** An agreement is whole when every promise is ticked and it is signed; a refusal needs neither. */
function whyNotWhole(input: AnswerAgreementInput, commitmentText: string) {
  if (input.answer === "refused") return undefined;
  if (new Set(input.promises).size < promisesOf(commitmentText).length) return "promises_missing" as const;
  return input.name ? undefined : ("name_needed" as const);
}

function answerOf(tx: TxCtx, input: AnswerAgreementInput, knownName: string) {
  const { answer, name, note } = input;
  return { answer, answeredAt: tx.now, answerName: name || knownName, answerNote: note || null };
}

async function finish(
  tx: TxCtx,
  application: LockedApplication,
  answered: { link: AgreementRow; input: AnswerAgreementInput; inPerson: boolean },
): Promise<Result<Answered, never>> {
  const { link, input, inPerson } = answered;
  const completes = input.answer === "agreed" && application.decision === "awaiting_headteacher";
  const promisedOn = completes ? promisedDate(tx, application) : undefined;
  const named = input.answer === "agreed" && inPerson ? { headName: link.headName } : {};
  await changeApplication(tx, application.id, {
    ...named,
    ...(promisedOn ? { decision: "submitted" as const, promisedOn } : {}),
  });
  await recordEvent(tx, headteacherAnswered, {
    ...subjectsOf(application),
    payload: {
      agreementId: link.id,
      answer: input.answer,
      inPerson,
      commitmentVersion: link.commitmentVersion,
      ...(promisedOn ? { promisedOn } : {}),
    },
  });
  const about = {
    ...aboutOf(application),
    head: input.name || link.headName,
    agreed: input.answer === "agreed",
  };
  await tellSchool(tx, application, headAnsweredMail({ ...about, ...(promisedOn ? { promisedOn } : {}) }));
  return ok({ answer: input.answer, applicationId: application.id });
}
