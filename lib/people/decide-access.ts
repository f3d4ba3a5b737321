import { eq } from "drizzle-orm";
import { accessRequests, employments } from "@/db/schema/people";
import { organisations } from "@/db/schema/schools";
import { type Ctx, type TxCtx, withTransaction } from "@/lib/access/context";
import { personIdOf } from "@/lib/access/scope";
import { recordEvent } from "@/lib/events/record-event";
import { londonDate } from "@/lib/kernel/dates";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { queueMessage } from "@/lib/notifications/queue-message";
import { accessDeclined } from "./events";
import { findOrAddPerson } from "./find-or-add-person";
import { giveGrant } from "./give-grant";
import type { DecideAccessInput } from "./input";
import { accessDeclinedMail, vouchedMail } from "./mails";
import { canVouch } from "./policy";
import type { AccessRefusal } from "./refusals";

/** The hub's answer to somebody who asked to be let in. Vouching opens the school to the address that asked. */
export async function decideAccess(ctx: Ctx, input: DecideAccessInput): Promise<Result<null, AccessRefusal>> {
  return withTransaction(ctx, async (tx) => {
    const request = await lockRequest(tx, input.requestId);
    if (!request || !canVouch(tx.actor, request)) return refuse("not_found");
    if (request.decidedAt) return refuse("already_decided");
    const vouched = input.decision === "vouch";
    await tx.db
      .update(accessRequests)
      .set({
        decidedAt: tx.now,
        decidedBy: personIdOf(tx.actor) ?? null,
        vouched,
        decisionNote: input.note || null,
      })
      .where(eq(accessRequests.id, request.id));
    await (vouched ? letIn(tx, request) : turnAway(tx, request));
    const mail = (vouched ? vouchedMail : accessDeclinedMail)({ ...request, note: input.note });
    await queueMessage(tx, { ...mail, toName: request.name, toEmail: request.email });
    return ok(null);
  });
}

type LockedRequest = NonNullable<Awaited<ReturnType<typeof lockRequest>>>;

async function lockRequest(tx: TxCtx, requestId: string) {
  const [request] = await tx.db
    .select({
      id: accessRequests.id,
      name: accessRequests.name,
      email: accessRequests.email,
      role: accessRequests.role,
      decidedAt: accessRequests.decidedAt,
      organisationId: accessRequests.organisationId,
      organisationHubId: organisations.hubId,
      school: organisations.name,
    })
    .from(accessRequests)
    .innerJoin(organisations, eq(organisations.id, accessRequests.organisationId))
    .where(eq(accessRequests.id, requestId))
    .for("update", { of: accessRequests });
  return request;
}

async function letIn(tx: TxCtx, request: LockedRequest): Promise<void> {
  const person = await findOrAddPerson(tx, request);
  const { role, organisationId } = request;
  await giveGrant(tx, { personId: person.id, role, organisationId, way: "vouching" });
  await tx.db
    .insert(employments)
    .values({ personId: person.id, organisationId, startedOn: londonDate(tx.now) })
    .onConflictDoNothing();
}

async function turnAway(tx: TxCtx, request: LockedRequest): Promise<void> {
  await recordEvent(tx, accessDeclined, {
    organisationId: request.organisationId,
    hubId: request.organisationHubId,
    payload: { role: request.role },
  });
}
