import type { z } from "zod";
import { bulkInsert } from "@/db/bulk-insert";
import { events } from "@/db/schema/events";
import type { TxCtx } from "@/lib/access/context";
import type { EventKind } from "./define-event";
import { actorColumns, type EventSubjects } from "./record-event";

/** Writes many events of one kind in the deed's own transaction; see `recordEvent`. */
export async function recordEvents<Schema extends z.ZodType<Record<string, unknown>>>(
  tx: TxCtx,
  kind: EventKind<Schema>,
  about: readonly (EventSubjects & { payload: z.infer<Schema> })[],
): Promise<void> {
  await bulkInsert(
    tx.db,
    events,
    about.map(({ payload, ...subjects }) => ({
      type: kind.type,
      occurredAt: tx.now,
      ...actorColumns(tx.actor),
      ...subjects,
      payload: kind.schema.parse(payload),
    })),
  );
}
