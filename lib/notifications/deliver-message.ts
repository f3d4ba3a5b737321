import { and, eq, isNull, sql } from "drizzle-orm";
import { messages } from "@/db/schema/notifications";
import type { Ctx } from "@/lib/access/context";
import { withTransaction } from "@/lib/access/context";
import { mailTransport } from "./mail-transport";

/**
 * Sends one mail of the outbox. The row is locked while it is sent, and a mail that was sent is not sent again.
 * Without a mail server it stays in the outbox, where the demonstration shows it.
 */
export async function deliverMessage(ctx: Ctx, input: { messageId: string }): Promise<void> {
  const send = mailTransport();
  if (!send) return;
  await withTransaction(ctx, async (tx) => {
    const [message] = await tx.db
      .select()
      .from(messages)
      .where(and(eq(messages.id, input.messageId), isNull(messages.sentAt), isNull(messages.failedAt)))
      .for("update", { skipLocked: true });
    if (!message) return;
    await send({
      id: message.id,
      toName: message.toName,
      toEmail: message.toEmail,
      subject: message.subject,
      body: message.body,
    });
    await tx.db
      .update(messages)
      .set({ sentAt: tx.now, attempts: sql`${messages.attempts} + 1` })
      .where(eq(messages.id, message.id));
  });
}
