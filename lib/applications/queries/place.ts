import { sql } from "drizzle-orm";
import type { Ctx } from "@/lib/access/context";
import { canEdit } from "../policy";

/** The group of a place as its school sees it: who leads, when and where it meets, how many places it has. No other school. */
export interface PlaceView {
  readonly workGroupId: string;
  readonly group: string;
  readonly online: boolean;
  readonly venue: string | null;
  readonly postcode: string | null;
  readonly weekday: number;
  readonly lead: { readonly name: string; readonly email: string | null } | null;
  readonly sessions: readonly {
    readonly heldOn: string;
    readonly startsAt: string;
    readonly endsAt: string;
  }[];
  readonly maximum: number;
  readonly taken: number;
  readonly offered: number;
}

/** The group in which an application has a place or is offered one, in one statement; nothing for those who do not act for its school. */
export async function findPlace(ctx: Ctx, applicationId: string): Promise<PlaceView | undefined> {
  const { rows } = await ctx.db.execute<PlaceRow>(sql`
    select a.organisation_id as "organisationId", a.hub_id as "hubId", p.phase, g.id as "workGroupId", g.name as group,
      g.online, g.venue_name as venue, g.venue_postcode as postcode, g.weekday, g.maximum_schools as maximum,
      (select json_build_object('name', r.name, 'email', r.email) from work_group_leads l join people r on r.id = l.person_id
        where l.work_group_id = g.id and l.finished_on is null and not l.co_lead) as lead,
      coalesce((select json_agg(json_build_object('heldOn', s.held_on, 'startsAt', to_char(s.starts_at, 'HH24:MI'),
          'endsAt', to_char(s.ends_at, 'HH24:MI')) order by s.held_on, s.starts_at)
        from work_group_sessions s where s.work_group_id = g.id and s.cancelled_at is null), '[]'::json) as sessions,
      (select count(*) from applications b where b.work_group_id = g.id
        and b.placement in ('accepted', 'started', 'completed', 'paused'))::int as taken,
      (select count(*) from applications b where b.work_group_id = g.id and b.placement = 'offered')::int as offered
    from applications a join work_groups g on g.id = a.work_group_id join offers f on f.id = a.offer_id
      join programmes p on p.id = f.programme_id
    where a.id = ${applicationId}
      and a.placement in ('offered', 'accepted', 'started', 'completed', 'paused', 'declined', 'lapsed')`);
  const [row] = rows;
  return row && canEdit(ctx.actor, row) ? row : undefined;
}

interface PlaceRow extends PlaceView, Record<string, unknown> {
  readonly organisationId: string;
  readonly hubId: string;
  readonly phase: string;
}
