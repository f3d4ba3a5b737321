import type { z } from "zod";
import { events } from "@/db/schema/events";
import type { Actor } from "@/lib/access/actor";
import type { TxCtx } from "@/lib/access/context";
import type { EventKind } from "./define-event";

/** What an event is about: each one given makes it appear on that subject's timeline. */
export interface EventSubjects {
  readonly applicationId?: string | null;
  readonly workGroupId?: string | null;
  readonly organisationId?: string | null;
  readonly referralId?: string | null;
  readonly caseId?: string | null;
  readonly matchRunId?: string | null;
  readonly offerId?: string | null;
  readonly hubId?: string | null;
  readonly personId?: string | null;
}

/** Writes one event in the deed's own transaction. Throws when the payload does not fit its kind. */
export async function recordEvent<Schema extends z.ZodType<Record<string, unknown>>>(
  tx: TxCtx,
  kind: EventKind<Schema>,
  about: EventSubjects & { payload: z.infer<Schema> },
): Promise<void> {
  const { payload, ...subjects } = about;
  await tx.db.insert(events).values({
    type: kind.type,
    occurredAt: tx.now,
    ...actorColumns(tx.actor),
    ...subjects,
    payload: kind.schema.parse(payload),
  });
}

export function actorColumns(actor: Actor): { actorKind: string; actorId?: string; actorLabel?: string } {
  switch (actor.kind) {
    case "user":
      return { actorKind: "user", actorId: actor.personId };
    case "system":
      return { actorKind: "system", actorLabel: actor.job };
    case "link":
      return { actorKind: "link", actorLabel: actor.purpose };
    case "visitor":
      return { actorKind: "visitor" };
  }
}
