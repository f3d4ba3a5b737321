import { sql } from "drizzle-orm";
import { applications } from "@/db/schema/applications";
import { hubs } from "@/db/schema/hubs";
import { matchProposals } from "@/db/schema/matching";
import { people } from "@/db/schema/people";
import { organisations } from "@/db/schema/schools";
import { workGroups } from "@/db/schema/workgroups";
import type { Ctx } from "@/lib/access/context";

/** A group that does not exist yet and would serve schools that wait, or that has been planned since. */
export interface MatchProposalView {
  readonly number: number;
  /** The hub whose group it would be. */
  readonly hub: string;
  /** The school at which it would meet, with its town. */
  readonly venue: string;
  readonly town: string | null;
  readonly online: boolean;
  readonly weekday: number;
  readonly minimum: number;
  readonly maximum: number;
  readonly lead: string;
  readonly averageKm: number | null;
  /** Names of the schools it would serve. */
  readonly schools: readonly string[];
  /** The group that was planned from it. */
  readonly planned: { readonly id: string; readonly name: string; readonly by: string | null } | null;
}

/** What a run that the actor may read proposes, those that serve most schools first, in one statement. */
export async function listMatchProposals({ db }: Ctx, runId: string): Promise<MatchProposalView[]> {
  const { rows } = await db.execute<MatchProposalView & Record<string, unknown>>(sql`
    select m.number, h.name as hub, venue.name as venue, venue.town, (m.proposal ->> 'online')::boolean as online,
      (m.proposal ->> 'weekday')::int as weekday, (m.proposal ->> 'minimum')::int as minimum,
      (m.proposal ->> 'capacity')::int as maximum, lead.name as lead, m.average_km as "averageKm", served.schools,
      case when g.id is not null then json_build_object('id', g.id, 'name', g.name, 'by', planner.name) end as planned
    from ${matchProposals} m join ${organisations} venue on venue.id = m.venue_id
      join ${hubs} h on h.id = (m.proposal ->> 'hub')::uuid
      join ${people} lead on lead.id = m.lead_id
      left join ${workGroups} g on g.id = m.work_group_id
      left join ${people} planner on planner.id = m.planned_by
      cross join lateral (
        select coalesce(array_agg(o.name order by o.name), '{}') as schools
        from jsonb_array_elements_text(m.proposal -> 'applications') one
          join ${applications} a on a.id = one.value::uuid join ${organisations} o on o.id = a.organisation_id) served
    where m.run_id = ${runId}
    order by m.number`);
  return rows;
}
