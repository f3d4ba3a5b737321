import { sql } from "drizzle-orm";
import type { Ctx } from "@/lib/access/context";
import { isId } from "@/lib/kernel/ids";
import { PAGE_SIZE } from "@/lib/kernel/paging";
import { heldPlacements, openStatuses } from "@/lib/workgroups/rules";
import { canDecide } from "../policy";

/** A group in which somebody of the hub may offer a school a place by hand. */
export interface GroupToOffer {
  readonly id: string;
  readonly name: string;
  readonly hub: string;
  readonly weekday: number;
  readonly online: boolean;
  /** In a straight line, to the school; null for a group that meets online and where a place is not known. */
  readonly km: number | null;
  readonly free: number;
  readonly lead: string | null;
}

/**
 * The open groups of an application's offer that have a place free, nearest first: of its hub, and of the hubs next to it where
 * the school said that it would go there. One statement; nothing for those who do not decide.
 */
export async function listGroupsToOffer(ctx: Ctx, applicationId: string): Promise<GroupToOffer[]> {
  if (!isId(applicationId)) return [];
  const { rows } = await ctx.db.execute<GroupToOffer & Subject>(sql`
    select g.id, g.name, h.name as hub, g.weekday, g.online, l.name as lead, g.maximum_schools - held.places as free,
      case when not g.online then
        floor(sqrt((g.easting - o.easting)::float8 ^ 2 + (g.northing - o.northing)::float8 ^ 2) / 100) / 10 end as km,
      a.organisation_id as "organisationId", a.hub_id as "hubId", p.phase
    from applications a join organisations o on o.id = a.organisation_id
      join offers f on f.id = a.offer_id join programmes p on p.id = f.programme_id
      join work_groups g on g.offer_id = a.offer_id and g.status in ${openStatuses}
        and (g.hub_id = a.hub_id or (a.neighbour_hubs and exists (select from hub_neighbours n
          where n.hub_id = a.hub_id and n.neighbour_id = g.hub_id)))
      join hubs h on h.id = g.hub_id
      join lateral (select count(*)::int as places from applications b
        where b.work_group_id = g.id and b.placement in ${heldPlacements}) held on true
      left join lateral (select r.name from work_group_leads w join people r on r.id = w.person_id
        where w.work_group_id = g.id and w.finished_on is null and not w.co_lead limit 1) l on true
    where a.id = ${applicationId} and held.places < g.maximum_schools
    order by km nulls last, g.name, g.id limit ${PAGE_SIZE}`);
  const [first] = rows;
  if (!first || !canDecide(ctx.actor, first)) return [];
  return rows.map(({ organisationId: _school, hubId: _hub, phase: _phase, ...group }) => group);
}

interface Subject extends Record<string, unknown> {
  readonly organisationId: string;
  readonly hubId: string;
  readonly phase: string;
}
