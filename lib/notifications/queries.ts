import { desc, sql } from "drizzle-orm";
import { messages } from "@/db/schema/notifications";
import type { Ctx } from "@/lib/access/context";
import { isDemonstration } from "@/lib/kernel/env";
import { offsetOf, PAGE_SIZE, type Page } from "@/lib/kernel/paging";

export interface OutboxMessage {
  readonly id: string;
  readonly toName: string;
  readonly toEmail: string;
  readonly subject: string;
  readonly body: string;
  readonly createdAt: Date;
}

/** Every mail, newest first: the demonstration's stand-in for everybody's mailbox. Nothing outside the demonstration. */
export async function listOutbox(ctx: Ctx, page: number): Promise<Page<OutboxMessage>> {
  if (!isDemonstration()) return { rows: [], page, total: 0 };
  const rows = await ctx.db
    .select({
      id: messages.id,
      toName: messages.toName,
      toEmail: messages.toEmail,
      subject: messages.subject,
      body: messages.body,
      createdAt: messages.createdAt,
      total: sql<number>`(count(*) over ())::int`,
    })
    .from(messages)
    .orderBy(desc(messages.createdAt), desc(messages.id))
    .limit(PAGE_SIZE)
    .offset(offsetOf(page));
  return { rows: rows.map(({ total: _, ...row }) => row), page, total: rows[0]?.total ?? 0 };
}
