import { and, eq, isNull } from "drizzle-orm";
import { eligibilityOverrides } from "@/db/schema/applications";
import type { Ctx, TxCtx } from "@/lib/access/context";
import { withTransaction } from "@/lib/access/context";
import { recordEvent } from "@/lib/events/record-event";
import { type IsoDate, londonDate } from "@/lib/kernel/dates";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { hasAgreed } from "./agreement-rules";
import { askHeadteacher } from "./ask-headteacher";
import { applicationSubmitted } from "./events";
import type { SubmitApplicationInput } from "./input";
import {
  agreementsOf,
  changeApplication,
  countParticipants,
  type LockedApplication,
  lockApplication,
  subjectsOf,
} from "./locks";
import { sentMail } from "./mails";
import { canEdit } from "./policy";
import type { ApplicationRefusal } from "./refusals";
import { firstUnfinishedPart, leastParticipants, promiseDate, whyNotOpen } from "./rules";
import { aboutOf, tellSchool } from "./tell-school";

export interface Submitted {
  readonly applicationId: string;
  readonly reference: string;
}

/**
 * Sends an application, once: whoever sends it again gets the same answer. Without the headteacher's agreement it waits
 * for that, and the headteacher is asked; with it the hub's promise begins.
 */
export async function submitApplication(
  ctx: Ctx,
  input: SubmitApplicationInput,
): Promise<Result<Submitted, ApplicationRefusal>> {
  return withTransaction(ctx, async (tx) => {
    const application = await lockApplication(tx, input.applicationId);
    if (!application || !canEdit(tx.actor, application)) return refuse("not_found");
    const sent = ok({ applicationId: application.id, reference: application.reference });
    if (application.decision === "withdrawn") return refuse("withdrawn");
    if (application.decision !== "draft") return sent;
    if (application.version !== input.version) return refuse("changed_meanwhile");
    const links = await agreementsOf(tx, application.id);
    const agreed = hasAgreed(links);
    const why = await whyNotSubmit(tx, application, agreed);
    if (why) return why;
    const asked = agreed ? await sendComplete(tx, application) : await sendIncomplete(tx, application);
    return asked.ok ? sent : asked;
  });
}

async function whyNotSubmit(tx: TxCtx, application: LockedApplication, headAgreed: boolean) {
  const { offer, programme } = application;
  const { opensToApplications, unit } = programme;
  const { opensOn, closesOn } = offer;
  const closed = whyNotOpen({ ...offer, opensToApplications }, londonDate(tx.now));
  if (closed && !(await isExcepted(tx, application))) return refuse(closed, { opensOn, closesOn });
  const missing = firstUnfinishedPart({
    ...application,
    participantCount: await countParticipants(tx, application.id),
    minimumParticipants: leastParticipants(unit, offer.minimumParticipants),
    headAgreed,
  });
  return missing && refuse("part_missing", { part: missing });
}

/** The hub let the school in, and its exception covers the window too. */
async function isExcepted(tx: TxCtx, { organisationId, offerId }: LockedApplication): Promise<boolean> {
  const { organisationId: whose, offerId: what, revokedAt } = eligibilityOverrides;
  const held = and(eq(whose, organisationId), eq(what, offerId), isNull(revokedAt));
  return (await tx.db.$count(eligibilityOverrides, held)) > 0;
}

async function sendComplete(tx: TxCtx, application: LockedApplication): Promise<Result<unknown, never>> {
  const promisedOn = promisedDate(tx, application);
  await changeApplication(tx, application.id, { decision: "submitted", submittedAt: tx.now, promisedOn });
  await recordEvent(tx, applicationSubmitted, { ...subjectsOf(application), payload: { promisedOn } });
  await tellSchool(tx, application, sentMail({ ...aboutOf(application), promisedOn }));
  return ok(undefined);
}

async function sendIncomplete(
  tx: TxCtx,
  application: LockedApplication,
): Promise<Result<unknown, ApplicationRefusal>> {
  await changeApplication(tx, application.id, { decision: "awaiting_headteacher", submittedAt: tx.now });
  await recordEvent(tx, applicationSubmitted, { ...subjectsOf(application), payload: {} });
  const head = application.headName ?? "the headteacher";
  await tellSchool(tx, application, sentMail({ ...aboutOf(application), head }));
  return askHeadteacher(tx, { applicationId: application.id });
}

/** The hub's promise, when an application is complete today. */
export function promisedDate(ctx: Ctx, application: LockedApplication): IsoDate {
  return promiseDate(londonDate(ctx.now), application.offer.decisionsOn);
}
