import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import { hubs } from "@/db/schema/hubs";
import { people } from "@/db/schema/people";
import { caseGoals, caseSteps, caseVisits, referrals, supportCases } from "@/db/schema/referrals";
import { organisations } from "@/db/schema/schools";
import type { Ctx } from "@/lib/access/context";
import { offsetOf, PAGE_SIZE, type Page } from "@/lib/kernel/paging";
import {
  canAssignPartner,
  canReadNotes,
  canRunCase,
  canSeeCase,
  canStartNext,
  canTriageReferral,
  visibleCases,
} from "../policy";
import type { CaseStatus, CaseStep } from "../rules";

export interface CaseListRow {
  readonly id: string;
  readonly reference: string;
  readonly school: string;
  readonly level: "enhanced" | "intensive";
  readonly status: CaseStatus;
  readonly step: CaseStep;
  readonly partner: string | null;
  readonly nextVisitOn: string | null;
}

/** A page of the cases the actor may see: open ones first, then by their next visit. */
export async function listCases(
  ctx: Ctx,
  filters: { hubId?: string; open?: boolean; mine?: string; page: number },
): Promise<Page<CaseListRow>> {
  const nextVisitOn = sql<string | null>`(select min(v.visit_on)::text from case_visits v
    where v.case_id = ${supportCases.id} and v.held_at is null and v.cancelled_at is null)`;
  const rows = await ctx.db
    .select({
      id: supportCases.id,
      reference: supportCases.reference,
      school: organisations.name,
      level: supportCases.level,
      status: supportCases.status,
      step: supportCases.step,
      partner: people.name,
      nextVisitOn,
      total: sql<number>`(count(*) over ())::int`,
    })
    .from(supportCases)
    .innerJoin(organisations, eq(organisations.id, supportCases.organisationId))
    .leftJoin(people, eq(people.id, supportCases.partnerId))
    .where(
      and(
        visibleCases(ctx.actor),
        filters.hubId ? eq(supportCases.hubId, filters.hubId) : undefined,
        filters.mine ? eq(supportCases.partnerId, filters.mine) : undefined,
        filters.open ? inArray(supportCases.status, ["open", "paused"]) : undefined,
      ),
    )
    .orderBy(
      sql`${supportCases.status} in ('closed', 'stopped')`,
      sql`${nextVisitOn} nulls last`,
      asc(supportCases.openedAt),
      asc(supportCases.id),
    )
    .limit(PAGE_SIZE)
    .offset(offsetOf(filters.page));
  return { rows: rows.map(({ total: _, ...row }) => row), page: filters.page, total: rows[0]?.total ?? 0 };
}

/** One case with everything but its notes: reading those is a deed of its own. Undefined for an actor who may not see it. */
export async function getCase(ctx: Ctx, caseId: string) {
  const [found] = await ctx.db
    .select({
      row: supportCases,
      referral: referrals,
      school: organisations,
      hub: hubs.name,
      partner: people.name,
    })
    .from(supportCases)
    .innerJoin(referrals, eq(referrals.id, supportCases.referralId))
    .innerJoin(organisations, eq(organisations.id, supportCases.organisationId))
    .innerJoin(hubs, eq(hubs.id, supportCases.hubId))
    .leftJoin(people, eq(people.id, supportCases.partnerId))
    .where(eq(supportCases.id, caseId));
  if (!found || !canSeeCase(ctx.actor, found.row)) return undefined;
  const { row, school } = found;
  const [goals, visits, steps] = await Promise.all([
    ctx.db
      .select()
      .from(caseGoals)
      .where(eq(caseGoals.caseId, caseId))
      .orderBy(asc(caseGoals.addedAt), asc(caseGoals.id)),
    ctx.db
      .select()
      .from(caseVisits)
      .where(eq(caseVisits.caseId, caseId))
      .orderBy(desc(caseVisits.visitOn), desc(caseVisits.id)),
    ctx.db.select().from(caseSteps).where(eq(caseSteps.caseId, caseId)).orderBy(asc(caseSteps.startedAt)),
  ]);
  return {
    ...row,
    hub: found.hub,
    partner: found.partner,
    barriers: found.referral.barriers,
    school: {
      id: school.id,
      name: school.name,
      urn: school.urn,
      town: school.town,
      trustCode: school.trustCode,
    },
    goals,
    visits,
    steps,
    may: {
      run: canRunCase(ctx.actor, row),
      triage: canTriageReferral(ctx.actor, row),
      assign: canAssignPartner(ctx.actor, row),
      readNotes: canReadNotes(ctx.actor, row),
      startNext: canStartNext(ctx.actor, row),
    },
  };
}

export type CaseView = NonNullable<Awaited<ReturnType<typeof getCase>>>;

/** Who may open the notes of a case, by name and reason: shown on the case itself. Answers only to somebody who sees the case. */
export async function listNoteReaders(
  ctx: Ctx,
  subject: { caseId: string; today: string },
): Promise<{ name: string; because: string }[]> {
  const { rows } = await ctx.db.execute<{ name: string; because: string }>(sql`
    select distinct p.name, case when p.id = c.partner_id then 'Intensive Support Partner' else g.role::text end as because
    from support_cases c
    join grants g on (g.finished_on is null or g.finished_on > ${subject.today}) and g.started_on <= ${subject.today} and (
      (g.hub_id = c.hub_id and (g.role in ('hub_lead', 'deputy_hub_lead') or (g.role = 'assistant_hub_lead' and coalesce(g.phase, c.phase::text) = c.phase::text)))
      or (g.organisation_id = c.organisation_id and g.role in ('headteacher', 'school_maths_lead'))
      or (g.person_id = c.partner_id and g.role = 'intensive_support_partner' and g.hub_id = c.hub_id))
    join people p on p.id = g.person_id
    where c.id = ${subject.caseId}
    order by because, p.name`);
  return rows;
}
