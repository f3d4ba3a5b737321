import { isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import { applications } from "@/db/schema/applications";
import { matchRuns } from "@/db/schema/matching";
import { offers, programmes } from "@/db/schema/programmes";
import { workGroups } from "@/db/schema/workgroups";
import type { Ctx } from "@/lib/access/context";
import { londonDate } from "@/lib/kernel/dates";
import { offsetOf, PAGE_SIZE, type Page } from "@/lib/kernel/paging";
import { heldPlacements, openStatuses } from "@/lib/workgroups/rules";
import { canRunMatch, visibleProgrammes } from "../policy";
import { type MatchRunStatus, openRunStatuses, placeable } from "../rules";
import { isOfScope, isTouching } from "./runs-touching";

/** An offer as its hub, or for all hubs the national team, sees it before and after a match. */
export interface MatchingOffer {
  readonly offerId: string;
  readonly name: string;
  readonly academicYear: number;
  /** Approved, with no result yet. */
  readonly unplaced: number;
  /** Approved and told that they wait. */
  readonly waiting: number;
  /** Hubs of those who are to be placed. */
  readonly hubs: number;
  /** Open groups and their free places. */
  readonly groups: number;
  readonly places: number;
  readonly lastRun: {
    readonly id: string;
    readonly status: MatchRunStatus;
    readonly at: Date;
    /** It is the second of two runs between which a person chooses. */
    readonly isRepair: boolean;
  } | null;
  /** Places have been published, by a run of the hub or over all hubs. */
  readonly isMatched: boolean;
  /** Open runs that stand in the way: of hubs for a run over all, over all for one of a hub. */
  readonly inTheWay: number;
  readonly mayRun: boolean;
}

interface Row extends Record<string, unknown> {
  offer_id: string;
  name: string;
  phase: string;
  academic_year: number;
  unplaced: number;
  waiting: number;
  hubs: number;
  groups: number;
  places: number;
  matched: boolean;
  in_the_way: number;
  run_id: string | null;
  run_status: MatchRunStatus | null;
  run_at: string | null;
  run_is_repair: boolean | null;
  total: number;
}

/** Offers in which the hub, or without one any hub, has somebody to place, an open group or a run; those with most to place first. */
export async function listMatchingOffers(
  ctx: Ctx,
  hubId: string | null,
  page: number,
): Promise<Page<MatchingOffer>> {
  const ofHub = hubId === null ? sql`true` : sql`hub_id = ${hubId}`;
  const { rows } = await ctx.db.execute<Row>(sql`
    with to_place as (
      select offer_id, count(*) filter (where placement = 'unplaced')::int as unplaced,
        count(*) filter (where placement = 'waiting')::int as waiting, count(distinct hub_id)::int as hubs
      from ${applications}
      where ${ofHub} and decision = 'approved' and placement in ${placeable} group by offer_id),
    open_groups as (
      select g.offer_id, count(*)::int as groups, sum(greatest(0, g.maximum_schools - held.places))::int as places
      from ${workGroups} g cross join lateral (
        select count(*) as places from ${applications} a
        where a.work_group_id = g.id and a.placement in ${heldPlacements}) held
      where ${ofHub} and g.status in ${openStatuses} group by g.offer_id),
    last_runs as (
      select distinct on (offer_id) offer_id, id, status, queued_at, beside_run_id is not null as is_repair
      from ${matchRuns} where ${isOfScope(hubId)}
      order by offer_id, queued_at desc, (status = 'discarded'), (beside_run_id is null)),
    runs as (
      select offer_id, bool_or(status = 'published') as matched,
        (count(distinct coalesce(hub_id, id)) filter (where status in ${openRunStatuses} and ${inTheWay(hubId)}))::int as in_the_way
      from ${matchRuns} where ${isTouching(hubId) ?? sql`true`} group by offer_id)
    select ${offers.id} as offer_id, ${programmes.name} || coalesce(': ' || ${offers.theme}, '') as name,
      ${programmes.phase} as phase, ${offers.academicYear} as academic_year,
      coalesce(t.unplaced, 0) as unplaced, coalesce(t.waiting, 0) as waiting, coalesce(t.hubs, 0) as hubs,
      coalesce(e.matched, false) as matched, coalesce(e.in_the_way, 0) as in_the_way, coalesce(g.groups, 0) as groups, coalesce(g.places, 0) as places,
      r.id as run_id, r.status as run_status, r.queued_at as run_at, r.is_repair as run_is_repair, (count(*) over ())::int as total
    from ${offers} join ${programmes} on ${programmes.id} = ${offers.programmeId}
      left join to_place t on t.offer_id = ${offers.id} left join open_groups g on g.offer_id = ${offers.id}
      left join last_runs r on r.offer_id = ${offers.id} left join runs e on e.offer_id = ${offers.id}
    where ${offers.endsOn} >= ${londonDate(ctx.now)} and ${visibleProgrammes(ctx.actor, hubId)}
      and (t.offer_id is not null or g.offer_id is not null or r.offer_id is not null)
    order by coalesce(t.unplaced, 0) desc, coalesce(t.waiting, 0) desc, name, offer_id
    limit ${PAGE_SIZE} offset ${offsetOf(page)}`);
  return { rows: rows.map((row) => asOffer(ctx, hubId, row)), page, total: rows[0]?.total ?? 0 };
}

function inTheWay(hubId: string | null): SQL {
  return hubId === null ? isNotNull(matchRuns.hubId) : isNull(matchRuns.hubId);
}

function asOffer(ctx: Ctx, hubId: string | null, row: Row): MatchingOffer {
  const { run_id: id, run_status: status, run_at: at, run_is_repair: isRepair } = row;
  return {
    offerId: row.offer_id,
    name: row.name,
    academicYear: row.academic_year,
    unplaced: row.unplaced,
    waiting: row.waiting,
    hubs: row.hubs,
    groups: row.groups,
    places: row.places,
    lastRun: id && status && at ? { id, status, at: new Date(at), isRepair: isRepair === true } : null,
    isMatched: row.matched,
    inTheWay: row.in_the_way,
    mayRun: canRunMatch(ctx.actor, { hubId, phase: row.phase }),
  };
}
