import { eq } from "drizzle-orm";
import { employments, invitations } from "@/db/schema/people";
import { actingAs, type Ctx, type TxCtx, withTransaction } from "@/lib/access/context";
import { londonDate } from "@/lib/kernel/dates";
import { hashSecret } from "@/lib/kernel/ids";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { findOrAddPerson, type KnownPerson } from "./find-or-add-person";
import { finishGrant } from "./finish-grant";
import { giveGrant } from "./give-grant";
import type { SecretInput } from "./input";
import { lockGrant, lockInvitation } from "./locks";
import { type Arrival, openSession, type SigningIn } from "./open-session";
import { canAcceptInvitation } from "./policy";
import type { SignInRefusal } from "./refusals";

type Invitation = NonNullable<Awaited<ReturnType<typeof lockInvitation>>>;

/**
 * Takes up an invitation: gives the role to whoever has the invited address, and signs them in, since the link came from
 * that mailbox. A hand-over ends the inviter's own role at the same moment.
 */
export async function acceptInvitation(
  ctx: Ctx,
  input: SecretInput & { browser: SigningIn },
): Promise<Result<Arrival, SignInRefusal>> {
  if (!canAcceptInvitation(ctx.actor)) return refuse("not_found");
  return withTransaction(ctx, async (tx) => {
    const invitation = await lockInvitation(tx, { secretHash: hashSecret(input.secret) });
    if (!invitation || invitation.expiresAt <= tx.now) return refuse("invitation_over");
    const person = await findOrAddPerson(tx, invitation);
    const own = actingAs(tx, { kind: "user", personId: person.id, name: person.name, grants: [] });
    await takeUp(own, invitation, person);
    const secret = await openSession(tx, { person, method: "link", browser: input.browser });
    return ok({ secret });
  });
}

async function takeUp(tx: TxCtx, invitation: Invitation, person: KnownPerson): Promise<void> {
  const { id, role, hubId, organisationId, phase, invitedBy, handsOverGrantId } = invitation;
  await tx.db
    .update(invitations)
    .set({ acceptedAt: tx.now, acceptedBy: person.id })
    .where(eq(invitations.id, id));
  await giveGrant(tx, {
    personId: person.id,
    role,
    hubId,
    organisationId,
    phase,
    way: "invitation",
    grantedBy: invitedBy,
  });
  if (organisationId)
    await tx.db
      .insert(employments)
      .values({ personId: person.id, organisationId, startedOn: londonDate(tx.now) })
      .onConflictDoNothing();
  const handedOver = handsOverGrantId ? await lockGrant(tx, handsOverGrantId) : undefined;
  if (handedOver && handedOver.personId !== person.id) await finishGrant(tx, handedOver, "handed_over");
}
