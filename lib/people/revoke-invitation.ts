import { eq } from "drizzle-orm";
import { invitations } from "@/db/schema/people";
import { type Ctx, withTransaction } from "@/lib/access/context";
import { recordEvent } from "@/lib/events/record-event";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { invitationRevoked } from "./events";
import type { InvitationInput } from "./input";
import { findPlace, lockInvitation } from "./locks";
import { canInvite } from "./policy";
import type { AccessRefusal } from "./refusals";

/** Makes the link of an invitation worthless before it is taken up. */
export async function revokeInvitation(
  ctx: Ctx,
  input: InvitationInput,
): Promise<Result<null, AccessRefusal>> {
  return withTransaction(ctx, async (tx) => {
    const invitation = await lockInvitation(tx, { id: input.invitationId });
    const place = invitation && (await findPlace(tx, invitation));
    if (!invitation || !place || !canInvite(tx.actor, { ...place, role: invitation.role }))
      return refuse("not_found");
    await tx.db.update(invitations).set({ revokedAt: tx.now }).where(eq(invitations.id, invitation.id));
    await recordEvent(tx, invitationRevoked, {
      organisationId: place.organisationId,
      hubId: place.hubId,
      payload: { role: invitation.role },
    });
    return ok(null);
  });
}
