import { sql } from "drizzle-orm";
import { applications } from "@/db/schema/applications";
import { hubs } from "@/db/schema/hubs";
import { matchLeads, matchResults, matchRuns } from "@/db/schema/matching";
import { people } from "@/db/schema/people";
import { workGroupLeads, workGroups } from "@/db/schema/workgroups";
import type { Ctx } from "@/lib/access/context";
import { takenPlacements } from "@/lib/workgroups/rules";
import type { GroupState } from "../match-outcome";
import type { LeadLeftOut } from "../reasons";

/** A group of a run: what it holds now, and what the run would add. */
export interface MatchGroupView {
  readonly id: string;
  readonly name: string;
  /** Its hub, where that is not the run's own. */
  readonly hub: string | null;
  /** Planned from a proposal and without dates yet: its places cannot be offered. */
  readonly planned: boolean;
  readonly weekday: number;
  readonly online: boolean;
  readonly minimum: number;
  readonly maximum: number;
  readonly taken: number;
  readonly offered: number;
  /** Placed by this run and not published yet. */
  readonly proposed: number;
  readonly lead: string | null;
  /** What this run found for a group that had no lead, and what became of it; null where it looked for none. */
  readonly leadFound: "proposed" | "nobody" | "given" | "left_out" | null;
  readonly proposedLead: string | null;
  /** Why this lead, or why nobody could be found. */
  readonly leadReason: string | null;
  readonly leadLeftOut: LeadLeftOut | null;
  /** Of those this run places; null when nobody travels. */
  readonly averageKm: number | null;
  /** Points that one more place would be worth. */
  readonly price: number;
  /** Whether the run lets it run; null for a run that looked at no sizes. */
  readonly state: GroupState | null;
}

/** The hub's groups in a run, and those of its neighbours where the run places somebody, by name; of a run over all hubs every group. */
export async function listMatchGroups(
  { db }: Ctx,
  run: { readonly id: string; readonly hubId: string | null },
): Promise<MatchGroupView[]> {
  const isOwn = run.hubId === null ? sql`true` : sql`g.hub_id = ${run.hubId}`;
  const { rows } = await db.execute<Record<string, unknown> & MatchGroupView>(sql`
    with found as (
      select work_group_id, count(*) filter (where not published and left_out is null)::int as proposed,
        round(avg((explanation ->> 'km')::numeric), 1)::float8 as average_km
      from ${matchResults} where run_id = ${run.id} and work_group_id is not null group by work_group_id)
    select g.id, g.name, case when ${run.hubId}::uuid is distinct from g.hub_id then h.name end as hub, g.status = 'planned' as planned, g.weekday, g.online,
      g.minimum_schools as minimum, g.maximum_schools as maximum, held.taken, held.offered,
      coalesce(f.proposed, 0) as proposed, lead.name as lead, f.average_km as "averageKm",
      case when ml.published then 'given' when ml.left_out is not null then 'left_out'
        when ml.person_id is not null then 'proposed' when ml.run_id is not null then 'nobody' end as "leadFound",
      pl.name as "proposedLead", ml.reason as "leadReason", ml.left_out as "leadLeftOut",
      (part.value ->> 'price')::float8 as price, part.value ->> 'state' as state
    from ${matchRuns} r cross join lateral jsonb_array_elements(r.groups) part
      join ${workGroups} g on g.id = (part.value ->> 'group')::uuid
      join ${hubs} h on h.id = g.hub_id
      left join found f on f.work_group_id = g.id
      left join ${matchLeads} ml on ml.run_id = r.id and ml.work_group_id = g.id
      left join ${people} pl on pl.id = ml.person_id
      left join lateral (
        select p.name from ${workGroupLeads} l join ${people} p on p.id = l.person_id
        where l.work_group_id = g.id and l.finished_on is null and not l.co_lead) lead on true
      cross join lateral (
        select count(*) filter (where a.placement in ${takenPlacements})::int as taken,
          count(*) filter (where a.placement = 'offered')::int as offered
        from ${applications} a where a.work_group_id = g.id and not exists (
          select from ${matchResults} m where m.run_id = r.id and m.application_id = a.id
            and m.work_group_id <> g.id and not m.published and m.left_out is null)) held
    where r.id = ${run.id} and (${isOwn} or f.work_group_id is not null)
    order by g.name, g.id`);
  return rows;
}
