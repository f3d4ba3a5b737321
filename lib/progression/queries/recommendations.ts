import { sql } from "drizzle-orm";
import type { Ctx } from "@/lib/access/context";
import { londonDate } from "@/lib/kernel/dates";
import type { Phase, Stage } from "../move-rules";
import { canConfirm, canDecideStage, canSeeRecommendation, canStartNext, canTakeBack } from "../policy";
import type { Evidence, RecommendationStatus } from "../rules";

/** A recommendation as the school and the hub read it: every word of it. */
export interface RecommendationView {
  readonly id: string;
  readonly version: number;
  readonly status: RecommendationStatus;
  readonly organisationId: string;
  readonly school: string;
  readonly urn: number | null;
  readonly hubId: string;
  readonly hub: string;
  readonly group: string;
  readonly lead: string;
  readonly leadEmail: string | null;
  readonly leadIds: readonly string[];
  readonly phase: Phase;
  readonly fromStage: Stage;
  readonly toStage: Stage;
  readonly academicYear: number;
  readonly evidence: Evidence;
  /** Dates of England, `2026-05-13`. */
  readonly recommendedOn: string;
  readonly confirmedOn: string | null;
  readonly confirmedBy: string | null;
  readonly schoolContinues: boolean | null;
  readonly pauseReason: string | null;
  readonly decidedOn: string | null;
  readonly decidedBy: string | null;
  readonly decidedStage: Stage | null;
  readonly decisionReason: string | null;
  readonly nextApplicationId: string | null;
  readonly everDevelopment: boolean;
  readonly may: {
    readonly confirm: boolean;
    readonly decide: boolean;
    readonly takeBack: boolean;
    readonly startNext: boolean;
  };
}

/** One recommendation, or undefined for an actor who may not see it. One statement. */
export async function getRecommendation(ctx: Ctx, id: string): Promise<RecommendationView | undefined> {
  const { rows } = await ctx.db.execute<Omit<RecommendationView, "may"> & Record<string, unknown>>(sql`
    select r.id, r.version, r.status, r.organisation_id as "organisationId", o.name as school, o.urn, r.hub_id as "hubId",
      h.name as hub, g.name as "group", w.name as lead, w.email as "leadEmail",
      array(select l.person_id from work_group_leads l where l.work_group_id = g.id
        and (l.finished_on is null or l.finished_on > ${londonDate(ctx.now)})) as "leadIds",
      r.phase, r.from_stage as "fromStage", r.to_stage as "toStage", r.academic_year as "academicYear", r.evidence,
      (r.recommended_at at time zone 'Europe/London')::date::text as "recommendedOn",
      (r.confirmed_at at time zone 'Europe/London')::date::text as "confirmedOn", c.name as "confirmedBy",
      r.school_continues as "schoolContinues", r.pause_reason as "pauseReason",
      (r.decided_at at time zone 'Europe/London')::date::text as "decidedOn", d.name as "decidedBy",
      r.decided_stage as "decidedStage", r.decision_reason as "decisionReason", r.next_application_id as "nextApplicationId",
      exists (select from stage_periods s where s.organisation_id = r.organisation_id and s.phase = r.phase
        and s.stage = 'development' and s.outcome is distinct from 'withdrew') as "everDevelopment"
    from stage_recommendations r join organisations o on o.id = r.organisation_id join work_groups g on g.id = r.work_group_id
      join hubs h on h.id = r.hub_id join people w on w.id = r.recommended_by
      left join people c on c.id = r.confirmed_by left join people d on d.id = r.decided_by
    where r.id = ${id}`);
  const [found] = rows;
  if (!found || !canSeeRecommendation(ctx.actor, found)) return undefined;
  const isLive = found.status !== "withdrawn";
  const { actor } = ctx;
  return {
    ...found,
    may: {
      confirm: isLive && found.status !== "decided" && canConfirm(actor, found),
      decide: found.status === "confirmed" && found.schoolContinues === true && canDecideStage(actor, found),
      takeBack: isLive && found.status !== "decided" && canTakeBack(actor, found),
      startNext: found.status === "decided" && found.nextApplicationId === null && canStartNext(actor, found),
    },
  };
}

/** What a school's first page says about the year after this one. */
export interface OwnRecommendation {
  readonly id: string;
  readonly status: RecommendationStatus;
  readonly phase: Phase;
  readonly toStage: Stage;
  readonly decidedStage: Stage | null;
  readonly academicYear: number;
  readonly lead: string;
  readonly recommendedOn: string;
  readonly confirmedOn: string | null;
  readonly schoolContinues: boolean | null;
  readonly nextApplicationId: string | null;
  /** False once the next application has been sent, or is over. */
  readonly nextIsDraft: boolean;
}

/** The school's recommendations for years that have not ended, the newest first; nothing for those who do not act for it. */
export async function listOwnRecommendations(
  ctx: Ctx,
  { organisationId, fromYear }: { organisationId: string; fromYear: number },
): Promise<OwnRecommendation[]> {
  if (!canStartNext(ctx.actor, { organisationId, hubId: "", phase: "", leadIds: [] })) return [];
  const { rows } = await ctx.db.execute<OwnRecommendation & Record<string, unknown>>(sql`
    select r.id, r.status, r.phase, r.to_stage as "toStage", r.decided_stage as "decidedStage", r.academic_year as "academicYear",
      w.name as lead, (r.recommended_at at time zone 'Europe/London')::date::text as "recommendedOn",
      (r.confirmed_at at time zone 'Europe/London')::date::text as "confirmedOn", r.school_continues as "schoolContinues",
      r.next_application_id as "nextApplicationId", coalesce(a.decision = 'draft', false) as "nextIsDraft"
    from stage_recommendations r join people w on w.id = r.recommended_by left join applications a on a.id = r.next_application_id
    where r.organisation_id = ${organisationId} and r.status <> 'withdrawn' and r.academic_year >= ${fromYear}
    order by r.academic_year desc, r.phase, r.recommended_at desc
    limit 4`);
  return rows;
}
