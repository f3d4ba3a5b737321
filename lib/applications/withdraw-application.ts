import { eq } from "drizzle-orm";
import { workGroups } from "@/db/schema/workgroups";
import type { Ctx, TxCtx } from "@/lib/access/context";
import { withTransaction } from "@/lib/access/context";
import { recordEvent } from "@/lib/events/record-event";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { applicationWithdrawn } from "./events";
import { freePlace } from "./free-place";
import type { WithdrawApplicationInput } from "./input";
import { aboutPlace } from "./lock-place";
import {
  changeApplication,
  type LockedApplication,
  lockApplication,
  replaceOpenLink,
  subjectsOf,
} from "./locks";
import { freedMail } from "./mails";
import { holdsPlace, isTaken } from "./placement-rules";
import { canEdit } from "./policy";
import type { ApplicationRefusal } from "./refusals";
import { whyNotWithdraw } from "./rules";
import { tellHub, tellLeads } from "./tell-hub";

/** The school takes its application back. Its place, if it had one, is free from then on; the headteacher's link ends. */
export async function withdrawApplication(
  ctx: Ctx,
  input: WithdrawApplicationInput,
): Promise<Result<{ organisationId: string }, ApplicationRefusal>> {
  return withTransaction(ctx, async (tx) => {
    const application = await lockApplication(tx, input.applicationId);
    if (!application || !canEdit(tx.actor, application)) return refuse("not_found");
    const { organisationId, decision } = application;
    if (decision === "withdrawn") return ok({ organisationId });
    const why = whyNotWithdraw(application);
    if (why) return refuse(why);
    await withdraw(tx, application, input.reason ? { reason: input.reason } : {});
    return ok({ organisationId });
  });
}

/** Withdraws an application under lock. */
export async function withdraw(
  tx: TxCtx,
  application: LockedApplication,
  because: { reason?: string; switchedToOfferId?: string },
): Promise<void> {
  const hadPlacement = application.placement !== "unplaced";
  await changeApplication(tx, application.id, {
    decision: "withdrawn",
    ...(hadPlacement ? { placement: "withdrawn" as const, placementChangedAt: tx.now } : {}),
  });
  await replaceOpenLink(tx, application.id);
  await recordEvent(tx, applicationWithdrawn, {
    ...subjectsOf(application),
    workGroupId: application.workGroupId,
    payload: { from: application.decision, ...because },
  });
  const { workGroupId } = application;
  if (!workGroupId || !holdsPlace(application.placement)) return;
  await freePlace(tx, { workGroupId, applicationId: application.id });
  await tellOfFreedPlace(tx, application, { workGroupId, why: because.reason ?? "" });
}

/** The hub hears of each place that comes free; the lead, of a school that was to come. */
async function tellOfFreedPlace(
  tx: TxCtx,
  application: LockedApplication,
  { workGroupId, why }: { workGroupId: string; why: string },
): Promise<void> {
  const [group] = await tx.db
    .select({ id: workGroups.id, name: workGroups.name })
    .from(workGroups)
    .where(eq(workGroups.id, workGroupId));
  if (!group) return;
  const about = await aboutPlace(tx, { group, application });
  const mail = freedMail({ ...about, how: "withdrew", why });
  await tellHub(tx, application, { mail, path: `/hub/applications/${application.id}` });
  if (!isTaken(application.placement)) return;
  const path = `/lead/groups/${group.id}`;
  await tellLeads(tx, application, { mail, path, workGroupId: group.id });
}
