import { eq } from "drizzle-orm";
import { hubs } from "@/db/schema/hubs";
import { accessRequests } from "@/db/schema/people";
import { type Ctx, type TxCtx, withTransaction } from "@/lib/access/context";
import { recordEvent } from "@/lib/events/record-event";
import { londonTime, sayTime } from "@/lib/kernel/dates";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { queueMessage } from "@/lib/notifications/queue-message";
import { accessAsked } from "./events";
import type { AskForAccessInput } from "./input";
import { findPlace } from "./locks";
import { accessAskedMail, accessToDecideMail } from "./mails";
import { canAskForAccess } from "./policy";
import { limits } from "./rules";
import { takeFromLimit } from "./take-from-limit";

/**
 * Asks the school's hub to vouch for somebody. Whoever asks gets the same answer whether or not the address is known, has
 * asked before or has access already; the hub sees one request for each person, school and role.
 */
export async function askForAccess(
  ctx: Ctx,
  input: AskForAccessInput & { sender: string },
): Promise<Result<null, "not_found" | "too_many">> {
  if (!canAskForAccess(ctx.actor)) return refuse("not_found");
  const sender = await takeFromLimit(ctx, limits.accessRequestsOfSender, input.sender);
  if (!sender.allowed) return refuse("too_many", { until: sayTime(londonTime(sender.until)) });
  return withTransaction(ctx, async (tx) => {
    const place = await findPlace(tx, { organisationId: input.organisationId });
    if (!place?.organisationHubId) return refuse("not_found");
    const { name, email, role, organisationId, note } = input;
    const [asked] = await tx.db
      .insert(accessRequests)
      .values({ name, email, role, organisationId, note: note || null, requestedAt: tx.now })
      .onConflictDoNothing()
      .returning({ id: accessRequests.id });
    if (asked) await tellBoth(tx, input, { hubId: place.organisationHubId, school: place.name });
    return ok(null);
  });
}

async function tellBoth(
  tx: TxCtx,
  input: AskForAccessInput,
  { hubId, school }: { hubId: string; school: string },
): Promise<void> {
  const [hub] = await tx.db
    .select({ name: hubs.name, email: hubs.email, code: hubs.code, telephone: hubs.telephone })
    .from(hubs)
    .where(eq(hubs.id, hubId));
  if (!hub) throw new Error(`Hub ${hubId} is gone`);
  const asked = { name: input.name, role: input.role, school, hub };
  await queueMessage(tx, { ...accessAskedMail(asked), toName: input.name, toEmail: input.email, hubId });
  await queueMessage(tx, { ...accessToDecideMail(asked), toName: hub.name, toEmail: hub.email, hubId });
  await recordEvent(tx, accessAsked, {
    organisationId: input.organisationId,
    hubId,
    payload: { role: input.role },
  });
}
