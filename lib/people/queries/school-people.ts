import { and, asc, eq, gt, isNull, or } from "drizzle-orm";
import { grants, invitations, people } from "@/db/schema/people";
import type { Role } from "@/lib/access/actor";
import type { Ctx } from "@/lib/access/context";
import { personIdOf } from "@/lib/access/scope";
import { londonDate } from "@/lib/kernel/dates";
import { findPlace } from "../locks";
import { canEndGrant, canInvite, canSeeSchoolPeople, schoolRolesGivenBy } from "../policy";

/** Somebody who holds a role, with what the reader may do about it. */
export interface RoleHolder {
  readonly grantId: string;
  readonly name: string;
  readonly role: Role;
  readonly since: string;
  readonly isReader: boolean;
  readonly canEnd: boolean;
}

export interface OpenInvitation {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly until: Date;
  readonly handsOver: boolean;
  readonly canRevoke: boolean;
}

export interface SchoolPeople {
  readonly schoolName: string;
  readonly holders: readonly RoleHolder[];
  readonly invitations: readonly OpenInvitation[];
  /** The roles that the reader may invite somebody to. */
  readonly givable: readonly Role[];
  /** The reader's own grant as maths lead, which they may hand over. */
  readonly ownLeadGrantId: string | undefined;
}

/** Who has access for a school, and who is invited; undefined for whoever may not see it. */
export async function findSchoolPeople(ctx: Ctx, organisationId: string): Promise<SchoolPeople | undefined> {
  const place = await findPlace(ctx, { organisationId });
  const school = { organisationId, organisationHubId: place?.organisationHubId ?? null };
  if (!place || !canSeeSchoolPeople(ctx.actor, school)) return undefined;
  const [holders, open] = await Promise.all([listHolders(ctx, school), listInvitations(ctx, school)]);
  return {
    schoolName: place.name,
    holders,
    invitations: open,
    givable: schoolRolesGivenBy(ctx.actor, school),
    ownLeadGrantId: holders.find(({ isReader, role }) => isReader && role === "school_maths_lead")?.grantId,
  };
}

interface School {
  readonly organisationId: string;
  readonly organisationHubId: string | null;
}

async function listHolders(ctx: Ctx, school: School): Promise<RoleHolder[]> {
  const today = londonDate(ctx.now);
  const reader = personIdOf(ctx.actor);
  const rows = await ctx.db
    .select({
      grantId: grants.id,
      personId: grants.personId,
      name: people.name,
      role: grants.role,
      since: grants.startedOn,
    })
    .from(grants)
    .innerJoin(people, eq(people.id, grants.personId))
    .where(
      and(
        eq(grants.organisationId, school.organisationId),
        or(isNull(grants.finishedOn), gt(grants.finishedOn, today)),
      ),
    )
    .orderBy(asc(grants.role), asc(people.name), asc(grants.id))
    .limit(100);
  return rows.map(({ personId, ...row }) => ({
    ...row,
    isReader: personId === reader,
    canEnd: canEndGrant(ctx.actor, { ...school, hubId: null, role: row.role, personId }),
  }));
}

async function listInvitations(ctx: Ctx, school: School): Promise<OpenInvitation[]> {
  const rows = await ctx.db
    .select({
      id: invitations.id,
      name: invitations.name,
      email: invitations.email,
      role: invitations.role,
      until: invitations.expiresAt,
      handsOver: invitations.handsOverGrantId,
    })
    .from(invitations)
    .where(
      and(
        eq(invitations.organisationId, school.organisationId),
        isNull(invitations.acceptedAt),
        isNull(invitations.revokedAt),
        gt(invitations.expiresAt, ctx.now),
      ),
    )
    .orderBy(asc(invitations.invitedAt), asc(invitations.id))
    .limit(100);
  return rows.map((row) => ({
    ...row,
    handsOver: row.handsOver !== null,
    canRevoke: canInvite(ctx.actor, { ...school, hubId: null, role: row.role }),
  }));
}
