import { and, eq, gt, isNull, or, type SQL } from "drizzle-orm";
import { grants, invitations, people } from "@/db/schema/people";
import type { UserActor } from "@/lib/access/actor";
import { type Ctx, type TxCtx, withTransaction } from "@/lib/access/context";
import { recordEvent } from "@/lib/events/record-event";
import { londonDate } from "@/lib/kernel/dates";
import { hashSecret, newSecret } from "@/lib/kernel/ids";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { queueMessage } from "@/lib/notifications/queue-message";
import { personInvited } from "./events";
import type { InvitePersonInput } from "./input";
import { findPlace, type Place } from "./locks";
import { invitationMail } from "./mails";
import { canInvite } from "./policy";
import type { AccessRefusal } from "./refusals";
import { invitationEndsAt } from "./rules";

/** Asks somebody by e-mail to take up a role. Asking again sends a new link and makes the earlier one worthless. */
export async function invitePerson(
  ctx: Ctx,
  input: InvitePersonInput,
): Promise<Result<{ invitationId: string }, AccessRefusal>> {
  return withTransaction(ctx, async (tx) => {
    const place = await findPlace(tx, input);
    const mayInvite = place && canInvite(tx.actor, { ...place, role: input.role });
    if (!mayInvite || tx.actor.kind !== "user") return refuse("not_found");
    const why = await whyNotInvite(tx, tx.actor, { input, place });
    if (why) return refuse(why);
    const secret = newSecret();
    const invitationId = await writeInvitation(tx, tx.actor, { input, place, secret });
    const mail = invitationMail({
      name: input.name,
      role: input.role,
      place: place.name,
      secret,
      inviter: tx.actor.name,
      handsOver: input.handsOverGrantId !== undefined,
      until: invitationEndsAt(tx.now),
    });
    await queueMessage(tx, { ...mail, toName: input.name, toEmail: input.email });
    await recordEvent(tx, personInvited, {
      organisationId: place.organisationId,
      hubId: place.hubId,
      payload: { role: input.role, handsOver: input.handsOverGrantId !== undefined },
    });
    return ok({ invitationId });
  });
}

async function whyNotInvite(
  tx: TxCtx,
  actor: UserActor,
  { input, place }: { input: InvitePersonInput; place: Place },
): Promise<AccessRefusal | undefined> {
  const { handsOverGrantId } = input;
  const own = actor.grants.find(({ id }) => id === handsOverGrantId);
  if (handsOverGrantId && (own?.role !== input.role || !standsIn(own, place))) return "not_own_role";
  const [held] = await tx.db
    .select({ id: grants.id })
    .from(grants)
    .innerJoin(people, eq(people.id, grants.personId))
    .where(
      and(
        eq(people.email, input.email),
        eq(grants.role, input.role),
        isAt(place),
        input.phase ? or(isNull(grants.phase), eq(grants.phase, input.phase)) : undefined,
        or(isNull(grants.finishedOn), gt(grants.finishedOn, londonDate(tx.now))),
      ),
    )
    .limit(1);
  return held ? "already_has_access" : undefined;
}

function standsIn(grant: { hubId: string | null; organisationId: string | null }, place: Place): boolean {
  return grant.hubId === place.hubId && grant.organisationId === place.organisationId;
}

function isAt({ organisationId, hubId }: Place): SQL | undefined {
  return organisationId ? eq(grants.organisationId, organisationId) : eq(grants.hubId, hubId ?? "");
}

async function writeInvitation(
  tx: TxCtx,
  actor: UserActor,
  { input, place, secret }: { input: InvitePersonInput; place: Place; secret: string },
): Promise<string> {
  const { organisationId, hubId } = place;
  await tx.db
    .update(invitations)
    .set({ revokedAt: tx.now })
    .where(
      and(
        eq(invitations.email, input.email),
        eq(invitations.role, input.role),
        organisationId ? eq(invitations.organisationId, organisationId) : eq(invitations.hubId, hubId ?? ""),
        isNull(invitations.acceptedAt),
        isNull(invitations.revokedAt),
      ),
    );
  const [row] = await tx.db
    .insert(invitations)
    .values({
      email: input.email,
      name: input.name,
      role: input.role,
      phase: input.phase || null,
      organisationId,
      hubId,
      handsOverGrantId: input.handsOverGrantId ?? null,
      secretHash: hashSecret(secret),
      invitedBy: actor.personId,
      invitedAt: tx.now,
      expiresAt: invitationEndsAt(tx.now),
    })
    .returning({ id: invitations.id });
  if (!row) throw new Error("The invitation was not written");
  return row.id;
}
