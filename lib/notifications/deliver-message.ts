import { and, eq, isNull, sql } from "drizzle-orm";
import { messages } from "@/db/schema/notifications";
import type { Ctx } from "@/lib/access/context";
import { withTransaction } from "@/lib/access/context";
import { isDemonstration } from "@/lib/kernel/env";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { mailTransport } from "./mail-transport";
import { canDeliverMessages } from "./policy";
import { withoutSecrets } from "./rules";

/**
 * Sends one mail of the outbox. The row is locked while it is sent, and a mail that was sent is not sent again.
 * Without a mail server it stays in the outbox, where the demonstration shows it.
 */
export async function deliverMessage(
  ctx: Ctx,
  input: { messageId: string },
): Promise<Result<{ sent: boolean }, "not_found">> {
  if (!canDeliverMessages(ctx.actor)) return refuse("not_found");
  const send = mailTransport();
  if (!send) return ok({ sent: false });
  return withTransaction(ctx, async (tx) => {
    const [message] = await tx.db
      .select()
      .from(messages)
      .where(and(eq(messages.id, input.messageId), isNull(messages.sentAt), isNull(messages.failedAt)))
      .for("update", { skipLocked: true });
    if (!message) return ok({ sent: false });
    await send({
      id: message.id,
      toName: message.toName,
      toEmail: message.toEmail,
      subject: message.subject,
      body: message.body,
    });
    await tx.db
      .update(messages)
      .set({ sentAt: tx.now, attempts: sql`${messages.attempts} + 1`, body: keptBody(message.body) })
      .where(eq(messages.id, message.id));
    return ok({ sent: true });
  });
}

/** What stays of a mail that has left. The demonstration's outbox page stands for a mailbox, where links still work. */
function keptBody(body: string): string {
  return isDemonstration() ? body : withoutSecrets(body);
}
