import { and, eq, gt, isNull, sql } from "drizzle-orm";
import { hubs } from "@/db/schema/hubs";
import { invitations, people } from "@/db/schema/people";
import { organisations } from "@/db/schema/schools";
import type { Role } from "@/lib/access/actor";
import type { Ctx } from "@/lib/access/context";
import { hashSecret } from "@/lib/kernel/ids";

export interface InvitationView {
  readonly name: string;
  readonly role: Role;
  readonly place: string;
  readonly inviter: string;
  readonly handsOver: boolean;
  readonly until: Date;
}

/** What an invitation's link opens, while it can be taken up. */
export async function findInvitation(ctx: Ctx, secret: string): Promise<InvitationView | undefined> {
  const [invitation] = await ctx.db
    .select({
      name: invitations.name,
      role: invitations.role,
      place: sql<string>`coalesce(${organisations.name}, ${hubs.name})`,
      inviter: people.name,
      handsOver: sql<boolean>`${invitations.handsOverGrantId} is not null`,
      until: invitations.expiresAt,
    })
    .from(invitations)
    .innerJoin(people, eq(people.id, invitations.invitedBy))
    .leftJoin(organisations, eq(organisations.id, invitations.organisationId))
    .leftJoin(hubs, eq(hubs.id, invitations.hubId))
    .where(
      and(
        eq(invitations.secretHash, hashSecret(secret)),
        isNull(invitations.acceptedAt),
        isNull(invitations.revokedAt),
        gt(invitations.expiresAt, ctx.now),
      ),
    );
  return invitation;
}
