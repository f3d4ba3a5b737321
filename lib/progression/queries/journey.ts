import { sql } from "drizzle-orm";
import type { Ctx } from "@/lib/access/context";
import { londonDate } from "@/lib/kernel/dates";
import { drawJourney, type Journey, type JourneyFacts } from "../draw-journey";
import { canSeeJourney, canSeeSupport } from "../policy";

interface JourneyRow extends Omit<JourneyFacts, "today">, Record<string, unknown> {
  hubIds: string[];
}

/**
 * The drawn journey of an organisation, which is one organisation under whatever URN; undefined for an actor who may not see
 * it. One statement.
 */
export async function getJourney(ctx: Ctx, organisationId: string): Promise<Journey | undefined> {
  const { rows } = await ctx.db.execute<JourneyRow>(sql`
    select array(select distinct u.hub_id from (select o.hub_id union all select a.hub_id from applications a
        where a.organisation_id = o.id and a.decision <> 'draft') u where u.hub_id is not null) as "hubIds",
      ${list(sql`select json_agg(json_build_object('phase', s.phase, 'stage', s.stage, 'startedOn', s.started_on,
          'finishedOn', s.finished_on, 'outcome', s.outcome, 'note', s.note, 'lead', ${leadOf(sql`coalesce(s.work_group_id, (
            select a.work_group_id from applications a join offers f on f.id = a.offer_id join programmes p on p.id = f.programme_id
            where a.organisation_id = o.id and p.stage = s.stage and p.ladder_phase = s.phase and s.finished_on is null
              and a.placement in ('accepted', 'started', 'completed', 'paused')
            order by f.academic_year desc limit 1))`)}) order by s.started_on)
        from stage_periods s where s.organisation_id = o.id`)} as periods,
      ${list(sql`select json_agg(json_build_object('programme', p.short_name, 'strand', p.strand, 'stage', p.stage, 'phase', p.ladder_phase,
          'academicYear', f.academic_year, 'decision', a.decision, 'placement', a.placement) order by f.academic_year, p.position)
        from applications a join offers f on f.id = a.offer_id join programmes p on p.id = f.programme_id
        where a.organisation_id = o.id and (p.stage is not null or p.strand = 'mastering_number')
          and a.decision not in ('withdrawn', 'declined', 'redirected') and a.placement not in ('declined', 'lapsed', 'withdrawn')`)} as places,
      ${list(sql`select json_agg(json_build_object('level', c.level, 'status', c.status,
          'openedOn', (c.opened_at at time zone 'Europe/London')::date, 'closedOn', (c.closed_at at time zone 'Europe/London')::date)
          order by c.opened_at) from support_cases c where c.organisation_id = o.id`)} as cases,
      ${list(sql`select json_agg(json_build_object('phase', r.phase, 'stage', r.decided_stage, 'academicYear', r.academic_year))
        from stage_recommendations r where r.organisation_id = o.id and r.status = 'decided'`)} as decided
    from organisations o where o.id = ${organisationId}`);
  const [row] = rows;
  if (!row || !canSeeJourney(ctx.actor, { organisationId, hubIds: row.hubIds })) return undefined;
  const cases = canSeeSupport(ctx.actor, { organisationId, hubIds: row.hubIds }) ? row.cases : [];
  return drawJourney({ ...row, cases, today: londonDate(ctx.now) });
}

function list(rows: ReturnType<typeof sql>) {
  return sql`coalesce((${rows}), '[]'::json)`;
}

function leadOf(workGroupId: ReturnType<typeof sql>) {
  return sql`(select w.name from work_group_leads l join people w on w.id = l.person_id
    where l.work_group_id = ${workGroupId} and l.finished_on is null and not l.co_lead limit 1)`;
}
