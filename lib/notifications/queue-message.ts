import { messages } from "@/db/schema/notifications";
import type { TxCtx } from "@/lib/access/context";
import { enqueue } from "@/lib/jobs/enqueue";
import { deliverMessageJob } from "./deliver-message-job";

/** A mail with one purpose, at most one link, a sender with a name. Plain text, under 120 words, no personal data beyond names. */
export interface NewMessage {
  readonly purpose: string;
  readonly toName: string;
  readonly toEmail: string;
  readonly subject: string;
  readonly body: string;
  readonly applicationId?: string;
  readonly referralId?: string;
  readonly hubId?: string;
}

/** Writes a mail to the outbox in the deed's transaction; the worker sends it once that has been committed. */
export async function queueMessage(tx: TxCtx, message: NewMessage): Promise<void> {
  const [row] = await tx.db
    .insert(messages)
    .values({ ...message, createdAt: tx.now })
    .returning({ id: messages.id });
  if (!row) throw new Error("The outbox took no message");
  await enqueue(tx, deliverMessageJob, { messageId: row.id });
}
