import { and, asc, count, eq, inArray, type SQL, sql } from "drizzle-orm";
import { hubs } from "@/db/schema/hubs";
import { people } from "@/db/schema/people";
import { referrals, supportCases } from "@/db/schema/referrals";
import { organisations } from "@/db/schema/schools";
import type { Ctx } from "@/lib/access/context";
import { offsetOf, PAGE_SIZE, type Page } from "@/lib/kernel/paging";
import { canSeeReferral, canTriageReferral, canWithdrawReferral, visibleReferrals } from "../policy";
import type { Barrier, ReferralStatus } from "../rules";

export interface ReferralFilters {
  readonly hubId?: string;
  readonly status?: "open" | "decided" | "all";
  readonly phase?: "primary" | "secondary";
  readonly page: number;
}

export interface ReferralRow {
  readonly id: string;
  readonly reference: string;
  readonly school: string;
  readonly urn: number | null;
  readonly status: ReferralStatus;
  readonly source: string;
  readonly urgency: string;
  readonly promisedOn: string;
  readonly consentGiven: boolean | null;
  readonly disadvantaged: number | null;
  readonly assignedTo: string | null;
}

/** A page of the referrals the actor may see, the oldest promise first. */
export async function listReferrals(ctx: Ctx, filters: ReferralFilters): Promise<Page<ReferralRow>> {
  const where = and(visibleReferrals(ctx.actor), ...conditions(filters));
  const rows = await ctx.db
    .select({
      id: referrals.id,
      reference: referrals.reference,
      school: organisations.name,
      urn: organisations.urn,
      status: referrals.status,
      source: referrals.source,
      urgency: referrals.urgency,
      promisedOn: referrals.promisedOn,
      consentGiven: referrals.consentGiven,
      disadvantaged: organisations.disadvantaged,
      assignedTo: people.name,
      total: sql<number>`(count(*) over ())::int`,
    })
    .from(referrals)
    .innerJoin(organisations, eq(organisations.id, referrals.organisationId))
    .leftJoin(people, eq(people.id, referrals.assignedTo))
    .where(where)
    .orderBy(asc(referrals.promisedOn), asc(referrals.id))
    .limit(PAGE_SIZE)
    .offset(offsetOf(filters.page));
  return { rows: rows.map(({ total: _, ...row }) => row), page: filters.page, total: rows[0]?.total ?? 0 };
}

function conditions(filters: ReferralFilters): (SQL | undefined)[] {
  const open = inArray(referrals.status, ["raised", "triaged"]);
  return [
    filters.hubId ? eq(referrals.hubId, filters.hubId) : undefined,
    filters.phase ? eq(referrals.phase, filters.phase) : undefined,
    filters.status === "open" ? open : filters.status === "decided" ? sql`not ${open}` : undefined,
  ];
}

/** How many referrals of a hub wait for an answer: for the chip in the work queue. */
export async function countOpenReferrals(ctx: Ctx, hubId: string): Promise<number> {
  const [row] = await ctx.db
    .select({ open: count() })
    .from(referrals)
    .where(
      and(
        visibleReferrals(ctx.actor),
        eq(referrals.hubId, hubId),
        inArray(referrals.status, ["raised", "triaged"]),
      ),
    );
  return row?.open ?? 0;
}

/** One referral with what its page shows, or undefined for an actor who may not see it. */
export async function getReferral(ctx: Ctx, referralId: string) {
  const [found] = await ctx.db
    .select({
      referral: referrals,
      school: organisations,
      hub: hubs.name,
      raisedByName: people.name,
      caseId: supportCases.id,
    })
    .from(referrals)
    .innerJoin(organisations, eq(organisations.id, referrals.organisationId))
    .innerJoin(hubs, eq(hubs.id, referrals.hubId))
    .innerJoin(people, eq(people.id, referrals.raisedBy))
    .leftJoin(supportCases, eq(supportCases.referralId, referrals.id))
    .where(eq(referrals.id, referralId));
  if (!found || !canSeeReferral(ctx.actor, found.referral)) return undefined;
  const { referral, school } = found;
  return {
    id: referral.id,
    reference: referral.reference,
    version: referral.version,
    status: referral.status,
    phase: referral.phase,
    source: referral.source,
    barriers: referral.barriers as Barrier[],
    evidence: referral.evidence,
    urgency: referral.urgency,
    raisedAt: referral.raisedAt,
    raisedBy: found.raisedByName,
    promisedOn: referral.promisedOn,
    triageNote: referral.triageNote,
    redirectedTo: referral.redirectedTo,
    headName: referral.headName,
    consentAskedAt: referral.consentAskedAt,
    consentExpiresAt: referral.consentExpiresAt,
    consentAnsweredAt: referral.consentAnsweredAt,
    consentGiven: referral.consentGiven,
    hub: found.hub,
    caseId: found.caseId,
    school: {
      id: school.id,
      name: school.name,
      urn: school.urn,
      town: school.town,
      pupils: school.pupils,
      disadvantaged: school.disadvantaged,
      priorityArea: school.priorityArea,
    },
    may: {
      triage: canTriageReferral(ctx.actor, referral),
      withdraw: canWithdrawReferral(ctx.actor, referral),
    },
  };
}

export type ReferralView = NonNullable<Awaited<ReturnType<typeof getReferral>>>;

/** What the headteacher who holds the link is shown. The secret's hash is the key; nothing else opens it. */
export async function getConsentRequest(ctx: Ctx, secretHash: string) {
  const [row] = await ctx.db
    .select({
      school: organisations.name,
      hub: hubs.name,
      telephone: hubs.telephone,
      headName: referrals.headName,
      raisedBy: people.name,
      barriers: referrals.barriers,
      expiresAt: referrals.consentExpiresAt,
      answeredAt: referrals.consentAnsweredAt,
      given: referrals.consentGiven,
      status: referrals.status,
    })
    .from(referrals)
    .innerJoin(organisations, eq(organisations.id, referrals.organisationId))
    .innerJoin(hubs, eq(hubs.id, referrals.hubId))
    .innerJoin(people, eq(people.id, referrals.raisedBy))
    .where(eq(referrals.consentSecretHash, secretHash));
  return row;
}
