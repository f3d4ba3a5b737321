import { grants } from "@/db/schema/people";
import type { Role } from "@/lib/access/actor";
import type { TxCtx } from "@/lib/access/context";
import { personIdOf } from "@/lib/access/scope";
import { recordEvent } from "@/lib/events/record-event";
import { londonDate } from "@/lib/kernel/dates";
import { accessGiven } from "./events";

/** How somebody came to a role. */
export type Way = "invitation" | "vouching" | "openid" | "operator";

export interface NewGrant {
  readonly personId: string;
  readonly role: Role;
  readonly hubId?: string | null;
  readonly organisationId?: string | null;
  readonly phase?: string | null;
  readonly way: Way;
  readonly grantedBy?: string | null;
}

/** Gives a role from today, as part of a deed that has asked its policy. Somebody who holds it already keeps what they hold. */
export async function giveGrant(tx: TxCtx, grant: NewGrant): Promise<void> {
  const { way, grantedBy = personIdOf(tx.actor) ?? null, ...held } = grant;
  const [given] = await tx.db
    .insert(grants)
    .values({ ...held, grantedBy, startedOn: londonDate(tx.now) })
    .onConflictDoNothing()
    .returning({ id: grants.id });
  if (!given) return;
  await recordEvent(tx, accessGiven, {
    personId: grant.personId,
    organisationId: grant.organisationId,
    hubId: grant.hubId,
    payload: { role: grant.role, way },
  });
}
