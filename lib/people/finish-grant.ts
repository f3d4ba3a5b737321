import { and, eq, gt, isNull, or } from "drizzle-orm";
import { grants } from "@/db/schema/people";
import type { Role } from "@/lib/access/actor";
import type { TxCtx } from "@/lib/access/context";
import { recordEvent } from "@/lib/events/record-event";
import { londonDate } from "@/lib/kernel/dates";
import { accessEnded } from "./events";

interface HeldGrant {
  readonly id: string;
  readonly role: Role;
  readonly personId: string;
  readonly hubId: string | null;
  readonly organisationId: string | null;
}

/** Ends a locked grant today, so that it opens nothing at the next request, as part of a deed. False when it had ended. */
export async function finishGrant(
  tx: TxCtx,
  grant: HeldGrant,
  reason: "left" | "handed_over",
): Promise<boolean> {
  const today = londonDate(tx.now);
  const ended = await tx.db
    .update(grants)
    .set({ finishedOn: today })
    .where(and(eq(grants.id, grant.id), or(isNull(grants.finishedOn), gt(grants.finishedOn, today))))
    .returning({ id: grants.id });
  if (ended.length === 0) return false;
  await recordEvent(tx, accessEnded, {
    personId: grant.personId,
    organisationId: grant.organisationId,
    hubId: grant.hubId,
    payload: { role: grant.role, reason },
  });
  return true;
}
