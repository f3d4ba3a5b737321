import { sql } from "drizzle-orm";
import type { Ctx, TxCtx } from "@/lib/access/context";
import { withTransaction } from "@/lib/access/context";
import { recordEvents } from "@/lib/events/record-events";
import { currentAcademicYear, startOfAcademicYear } from "@/lib/kernel/academic-year";
import { londonDate } from "@/lib/kernel/dates";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { periodFinished, periodOpened } from "./events";
import type { Phase, Stage } from "./move-rules";
import { canFollowYear } from "./policy";

interface Finished {
  organisationId: string;
  workGroupId: string | null;
  phase: Phase;
  stage: Stage;
  finishedOn: string;
  outcome: "completed" | "withdrew" | "stepped_back";
}

interface Opened {
  organisationId: string;
  workGroupId: string;
  phase: Phase;
  stage: Stage;
  startedOn: string;
}

/**
 * Keeps stage periods in step with the calendar and with places: last year's end on 31 August, a place that was given up
 * ends its period, and a place in a rung of this year opens one. Run again it changes nothing.
 */
export async function followAcademicYear(
  ctx: Ctx,
): Promise<Result<{ finished: number; opened: number }, "not_found">> {
  if (!canFollowYear(ctx.actor)) return refuse("not_found");
  return withTransaction(ctx, async (tx) => {
    const finished = [...(await finishLastYear(tx)), ...(await finishGivenUp(tx))];
    const opened = await openThisYear(tx);
    await recordEvents(tx, periodFinished, finished.map(asEvent));
    await recordEvents(tx, periodOpened, opened.map(asEvent));
    return ok({ finished: finished.length, opened: opened.length });
  });
}

function asEvent<Period extends { organisationId: string; workGroupId: string | null }>({
  organisationId,
  workGroupId,
  ...payload
}: Period) {
  return { organisationId, workGroupId, payload };
}

const answer = sql`s.organisation_id as "organisationId", s.work_group_id as "workGroupId", s.phase, s.stage,
  s.finished_on::text as "finishedOn", s.outcome`;

/** The 31 August that ends the academic year of a date. */
const endOfYear = sql`make_date((extract(year from s.started_on) + (extract(month from s.started_on) >= 9)::int)::int, 8, 31)`;

/** What the hub decided tells whether the school steps back; what the school said, why it takes a break. */
async function finishLastYear(tx: TxCtx): Promise<Finished[]> {
  const yearStart = startOfAcademicYear(currentAcademicYear(tx.now));
  const { rows } = await tx.db.execute<Finished & Record<string, unknown>>(sql`
    update stage_periods s set finished_on = ${endOfYear},
      outcome = case when r.decided_stage < s.stage then 'stepped_back' else 'completed' end,
      note = case when r.school_continues then s.note else coalesce(r.pause_reason, s.note) end
    from stage_periods o
    left join lateral (
      select n.decided_stage, n.school_continues, n.pause_reason from stage_recommendations n
      where n.organisation_id = o.organisation_id and n.phase = o.phase and n.from_stage = o.stage
        and n.status in ('confirmed', 'decided') and n.recommended_at >= o.started_on
      order by n.recommended_at desc limit 1) r on true
    where o.id = s.id and s.finished_on is null and s.started_on < ${yearStart}
    returning ${answer}`);
  return rows;
}

async function finishGivenUp(tx: TxCtx): Promise<Finished[]> {
  const yearStart = startOfAcademicYear(currentAcademicYear(tx.now));
  const { rows } = await tx.db.execute<Finished & Record<string, unknown>>(sql`
    update stage_periods s set outcome = 'withdrew',
      finished_on = greatest(s.started_on, (select max(a.placement_changed_at at time zone 'Europe/London')::date from ${placesOf})) 
    where s.finished_on is null and s.started_on >= ${yearStart}
      and exists (select from ${placesOf} and a.placement = 'withdrawn')
      and not exists (select from ${placesOf} and a.placement in ('accepted', 'started', 'completed', 'paused'))
    returning ${answer}`);
  return rows;
}

/** The places of a period's school in its rung and year. */
const placesOf = sql`applications a join offers f on f.id = a.offer_id join programmes p on p.id = f.programme_id
  where a.organisation_id = s.organisation_id and p.ladder_phase = s.phase and p.stage = s.stage
    and f.academic_year = extract(year from ${endOfYear}) - 1`;

/** Development once: a second place in it opens no second period. */
async function openThisYear(tx: TxCtx): Promise<Opened[]> {
  const year = currentAcademicYear(tx.now);
  const yearStart = startOfAcademicYear(year);
  const { rows } = await tx.db.execute<Opened & Record<string, unknown>>(sql`
    insert into stage_periods as s (organisation_id, phase, stage, work_group_id, started_on)
    select distinct on (a.organisation_id, p.ladder_phase, p.stage) a.organisation_id, p.ladder_phase, p.stage, a.work_group_id,
      greatest(${yearStart}::date, least(${londonDate(tx.now)}::date, (a.placement_changed_at at time zone 'Europe/London')::date))
    from programmes p join offers f on f.programme_id = p.id join applications a on a.offer_id = f.id
    where p.stage is not null and f.academic_year = ${year} and a.decision = 'approved'
      and a.placement in ('accepted', 'started', 'completed', 'paused')
      and not exists (select from stage_periods e where e.organisation_id = a.organisation_id and e.phase = p.ladder_phase
        and e.stage = p.stage and e.outcome is distinct from 'withdrew'
        and (e.started_on >= ${yearStart} or e.finished_on is null or e.stage = 'development'))
    order by a.organisation_id, p.ladder_phase, p.stage, a.placement_changed_at
    on conflict do nothing
    returning s.organisation_id as "organisationId", s.work_group_id as "workGroupId", s.phase, s.stage, s.started_on::text as "startedOn"`);
  return rows;
}
