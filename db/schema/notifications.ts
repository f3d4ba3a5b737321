import { sql } from "drizzle-orm";
import { check, index, pgTable, smallint, text, uuid } from "drizzle-orm/pg-core";
import { idColumn, moment } from "./columns";

/** The outbox: a mail is written in the transaction that causes it and sent by the worker, once. */
export const messages = pgTable(
  "messages",
  {
    id: idColumn(),
    /** What it is for, such as `headteacher_agreement`. */
    purpose: text().notNull(),
    toName: text().notNull(),
    toEmail: text().notNull(),
    subject: text().notNull(),
    body: text().notNull(),
    applicationId: uuid(),
    referralId: uuid(),
    hubId: uuid(),
    createdAt: moment().notNull(),
    sentAt: moment(),
    failedAt: moment(),
    attempts: smallint().notNull().default(0),
    lastError: text(),
  },
  (t) => [
    index("messages_unsent_idx").on(t.createdAt).where(sql`${t.sentAt} is null and ${t.failedAt} is null`),
    index("messages_created_idx").on(t.createdAt),
    check("messages_one_outcome", sql`${t.sentAt} is null or ${t.failedAt} is null`),
  ],
);
