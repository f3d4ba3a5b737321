import { and, eq, isNull } from "drizzle-orm";
import { hubs } from "@/db/schema/hubs";
import { grants, invitations, people } from "@/db/schema/people";
import { organisations } from "@/db/schema/schools";
import type { Ctx, TxCtx } from "@/lib/access/context";

/** Where a role is held, in words. */
export interface Place {
  readonly hubId: string | null;
  readonly organisationId: string | null;
  readonly organisationHubId: string | null;
  readonly name: string;
}

/** The school or hub that a role is for; undefined when there is none. */
export async function findPlace(
  ctx: Ctx,
  where: { hubId?: string | null; organisationId?: string | null },
): Promise<Place | undefined> {
  const { hubId, organisationId } = where;
  if (organisationId) {
    const [school] = await ctx.db
      .select({ name: organisations.name, hubId: organisations.hubId })
      .from(organisations)
      .where(eq(organisations.id, organisationId));
    return school && { hubId: null, organisationId, organisationHubId: school.hubId, name: school.name };
  }
  if (!hubId) return undefined;
  const [hub] = await ctx.db.select({ name: hubs.name }).from(hubs).where(eq(hubs.id, hubId));
  return hub && { hubId, organisationId: null, organisationHubId: null, name: hub.name };
}

/** A grant with its person and place, locked. */
export async function lockGrant(tx: TxCtx, grantId: string) {
  const [grant] = await tx.db
    .select({
      id: grants.id,
      role: grants.role,
      personId: grants.personId,
      personName: people.name,
      personEmail: people.email,
      hubId: grants.hubId,
      organisationId: grants.organisationId,
      organisationHubId: organisations.hubId,
      placeName: organisations.name,
      hubName: hubs.name,
      finishedOn: grants.finishedOn,
    })
    .from(grants)
    .innerJoin(people, eq(people.id, grants.personId))
    .leftJoin(organisations, eq(organisations.id, grants.organisationId))
    .leftJoin(hubs, eq(hubs.id, grants.hubId))
    .where(eq(grants.id, grantId))
    .for("update", { of: grants });
  return grant;
}

/** An invitation that nobody has taken up or back, locked. */
export async function lockInvitation(tx: TxCtx, by: { id: string } | { secretHash: string }) {
  const [invitation] = await tx.db
    .select()
    .from(invitations)
    .where(
      and(
        "id" in by ? eq(invitations.id, by.id) : eq(invitations.secretHash, by.secretHash),
        isNull(invitations.acceptedAt),
        isNull(invitations.revokedAt),
      ),
    )
    .for("update");
  return invitation;
}
