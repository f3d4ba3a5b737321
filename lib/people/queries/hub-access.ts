import { and, asc, eq, gt, isNull, or, sql } from "drizzle-orm";
import { accessRequests, grants, invitations, people } from "@/db/schema/people";
import { organisations } from "@/db/schema/schools";
import type { Role } from "@/lib/access/actor";
import type { Ctx } from "@/lib/access/context";
import { personIdOf } from "@/lib/access/scope";
import { londonDate } from "@/lib/kernel/dates";
import { offsetOf, PAGE_SIZE, type Page } from "@/lib/kernel/paging";
import { canEndGrant, canInvite, canSeeHubAccess } from "../policy";
import type { OpenInvitation, RoleHolder } from "./school-people";

export interface AccessRequest {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly organisationId: string;
  readonly school: string;
  readonly town: string | null;
  readonly note: string | null;
  readonly requestedAt: Date;
}

/** Who asks the hub to vouch for them, the oldest first. */
export async function listAccessRequests(
  ctx: Ctx,
  hubId: string,
  page: number,
): Promise<Page<AccessRequest>> {
  if (!canSeeHubAccess(ctx.actor, hubId)) return { rows: [], page, total: 0 };
  const rows = await ctx.db
    .select({
      id: accessRequests.id,
      name: accessRequests.name,
      email: accessRequests.email,
      role: accessRequests.role,
      organisationId: accessRequests.organisationId,
      school: organisations.name,
      town: organisations.town,
      note: accessRequests.note,
      requestedAt: accessRequests.requestedAt,
      total: sql<number>`(count(*) over ())::int`,
    })
    .from(accessRequests)
    .innerJoin(organisations, eq(organisations.id, accessRequests.organisationId))
    .where(and(eq(organisations.hubId, hubId), isNull(accessRequests.decidedAt)))
    .orderBy(asc(accessRequests.requestedAt), asc(accessRequests.id))
    .limit(PAGE_SIZE)
    .offset(offsetOf(page));
  return { rows: rows.map(({ total: _, ...row }) => row), page, total: rows[0]?.total ?? 0 };
}

export interface HubRoleHolder extends RoleHolder {
  readonly phase: string | null;
}

/** Who holds a role in the hub, by role and name. */
export async function listHubRoles(ctx: Ctx, hubId: string, page: number): Promise<Page<HubRoleHolder>> {
  if (!canSeeHubAccess(ctx.actor, hubId)) return { rows: [], page, total: 0 };
  const reader = personIdOf(ctx.actor);
  const rows = await ctx.db
    .select({
      grantId: grants.id,
      personId: grants.personId,
      name: people.name,
      role: grants.role,
      phase: grants.phase,
      since: grants.startedOn,
      total: sql<number>`(count(*) over ())::int`,
    })
    .from(grants)
    .innerJoin(people, eq(people.id, grants.personId))
    .where(
      and(eq(grants.hubId, hubId), or(isNull(grants.finishedOn), gt(grants.finishedOn, londonDate(ctx.now)))),
    )
    .orderBy(asc(grants.role), asc(people.name), asc(grants.id))
    .limit(PAGE_SIZE)
    .offset(offsetOf(page));
  const holders = rows.map(({ personId, total: _, ...row }) => ({
    ...row,
    isReader: personId === reader,
    canEnd: canEndGrant(ctx.actor, {
      role: row.role,
      personId,
      hubId,
      organisationId: null,
      organisationHubId: null,
    }),
  }));
  return { rows: holders, page, total: rows[0]?.total ?? 0 };
}

/** Invitations of the hub that nobody has taken up yet. */
export async function listHubInvitations(ctx: Ctx, hubId: string): Promise<OpenInvitation[]> {
  if (!canSeeHubAccess(ctx.actor, hubId)) return [];
  const rows = await ctx.db
    .select({
      id: invitations.id,
      name: invitations.name,
      email: invitations.email,
      role: invitations.role,
      until: invitations.expiresAt,
    })
    .from(invitations)
    .where(
      and(
        eq(invitations.hubId, hubId),
        isNull(invitations.acceptedAt),
        isNull(invitations.revokedAt),
        gt(invitations.expiresAt, ctx.now),
      ),
    )
    .orderBy(asc(invitations.invitedAt), asc(invitations.id))
    .limit(100);
  const place = { hubId, organisationId: null, organisationHubId: null };
  return rows.map((row) => ({
    ...row,
    handsOver: false,
    canRevoke: canInvite(ctx.actor, { ...place, role: row.role }),
  }));
}
