import { sql } from "drizzle-orm";
import type { Ctx } from "@/lib/access/context";
import { londonDate } from "@/lib/kernel/dates";
import type { Phase, Stage } from "../move-rules";
import { canReview, canSeeReviews } from "../policy";
import type { Evidence, RecommendationStatus } from "../rules";

/** A school of a group, and how far its review has come. */
export interface ReviewRow {
  readonly applicationId: string;
  readonly school: string;
  readonly town: string | null;
  readonly placement: string;
  readonly status: RecommendationStatus | null;
  readonly toStage: Stage | null;
  readonly decidedStage: Stage | null;
  readonly schoolContinues: boolean | null;
}

export interface GroupReviews {
  readonly id: string;
  readonly name: string;
  readonly hub: string;
  readonly hubId: string;
  readonly phase: string;
  readonly programme: string;
  readonly academicYear: number;
  readonly stage: Stage | null;
  readonly leadIds: readonly string[];
  readonly schools: readonly ReviewRow[];
  readonly mayReview: boolean;
}

/** The leads of a group at present, by `g.id`. */
const leadIds = (today: string) => sql`coalesce((select json_agg(l.person_id) from work_group_leads l
  where l.work_group_id = g.id and (l.finished_on is null or l.finished_on > ${today})), '[]')`;

/** The schools of a group with the state of their reviews, for its leads and the hub's staff. One statement. */
export async function getGroupReviews(ctx: Ctx, workGroupId: string): Promise<GroupReviews | undefined> {
  const { rows } = await ctx.db.execute<Omit<GroupReviews, "mayReview"> & Record<string, unknown>>(sql`
    select g.id, g.name, h.name as hub, g.hub_id as "hubId", p.phase, p.short_name as programme, f.academic_year as "academicYear",
      p.stage, ${leadIds(londonDate(ctx.now))} as "leadIds",
      coalesce((select json_agg(json_build_object('applicationId', a.id, 'school', o.name, 'town', o.town, 'placement', a.placement,
          'status', r.status, 'toStage', r.to_stage, 'decidedStage', r.decided_stage, 'schoolContinues', r.school_continues)
          order by o.name, a.id)
        from applications a join organisations o on o.id = a.organisation_id
        left join stage_recommendations r on r.application_id = a.id and r.academic_year = f.academic_year + 1
        where a.work_group_id = g.id and a.placement in ('accepted', 'started', 'completed')), '[]') as schools
    from work_groups g join offers f on f.id = g.offer_id join programmes p on p.id = f.programme_id join hubs h on h.id = g.hub_id
    where g.id = ${workGroupId}`);
  const [group] = rows;
  if (!group || !canSeeReviews(ctx.actor, group)) return undefined;
  return { ...group, mayReview: canReview(ctx.actor, group) };
}

/** One school's review as its lead writes it. */
export interface ReviewView {
  readonly applicationId: string;
  readonly school: string;
  readonly organisationId: string;
  readonly workGroupId: string;
  readonly group: string;
  readonly hubId: string;
  readonly leadIds: readonly string[];
  readonly programme: string;
  readonly academicYear: number;
  readonly placement: string;
  readonly stage: Stage | null;
  readonly phase: Phase | null;
  readonly everDevelopment: boolean;
  /** Whom to agree it with. */
  readonly mathsLead: string | null;
  readonly sessions: { readonly held: number; readonly there: number; readonly planned: number };
  readonly current: {
    readonly id: string;
    readonly version: number;
    readonly status: RecommendationStatus;
    readonly toStage: Stage;
    readonly evidence: Evidence;
    readonly schoolContinues: boolean | null;
    readonly decidedStage: Stage | null;
    readonly decisionReason: string | null;
  } | null;
  readonly last: { readonly on: string; readonly evidence: Evidence } | null;
}

/** The review of the school that holds a place, with last year's beside it. For the group's leads only; one statement. */
export async function getReview(ctx: Ctx, applicationId: string): Promise<ReviewView | undefined> {
  const today = londonDate(ctx.now);
  const { rows } = await ctx.db.execute<ReviewView & Record<string, unknown>>(sql`
    select a.id as "applicationId", o.name as school, o.id as "organisationId", g.id as "workGroupId", g.name as "group",
      g.hub_id as "hubId", ${leadIds(today)} as "leadIds", p.short_name as programme, f.academic_year as "academicYear",
      a.placement, p.stage, p.ladder_phase as phase,
      exists (select from stage_periods s where s.organisation_id = o.id and s.phase = p.ladder_phase and s.stage = 'development'
        and s.outcome is distinct from 'withdrew') as "everDevelopment",
      (select w.name from grants n join people w on w.id = n.person_id where n.organisation_id = o.id and n.role = 'school_maths_lead'
        and n.started_on <= ${today} and (n.finished_on is null or n.finished_on > ${today}) order by n.started_on desc, n.id limit 1) as "mathsLead",
      (select json_build_object('planned', count(*), 'held', count(*) filter (where x.register_saved_at is not null),
          'there', count(*) filter (where exists (select from attendances m join participants t on t.id = m.participant_id
            where m.session_id = x.id and t.application_id = a.id and m.mark in ('attended', 'partly', 'substitute'))))
        from work_group_sessions x where x.work_group_id = g.id and x.cancelled_at is null) as sessions,
      (select json_build_object('id', r.id, 'version', r.version, 'status', r.status, 'toStage', r.to_stage, 'evidence', r.evidence,
          'schoolContinues', r.school_continues, 'decidedStage', r.decided_stage, 'decisionReason', r.decision_reason)
        from stage_recommendations r where r.application_id = a.id and r.academic_year = f.academic_year + 1) as current,
      (select json_build_object('on', (r.recommended_at at time zone 'Europe/London')::date, 'evidence', r.evidence)
        from stage_recommendations r where r.organisation_id = o.id and r.phase = p.ladder_phase and r.status <> 'withdrawn'
          and r.academic_year <= f.academic_year order by r.academic_year desc, r.recommended_at desc limit 1) as last
    from applications a join work_groups g on g.id = a.work_group_id join organisations o on o.id = a.organisation_id
      join offers f on f.id = a.offer_id join programmes p on p.id = f.programme_id
    where a.id = ${applicationId} and a.placement in ('accepted', 'started', 'completed')`);
  const [review] = rows;
  return review && canReview(ctx.actor, review) ? review : undefined;
}
