import { sql } from "drizzle-orm";
import { applications } from "@/db/schema/applications";
import { hubNeighbours, hubs } from "@/db/schema/hubs";
import { employments } from "@/db/schema/people";
import { organisations } from "@/db/schema/schools";
import { workGroupLeads, workGroups } from "@/db/schema/workgroups";
import type { Ctx } from "@/lib/access/context";
import { type ApplicationSubject, canEdit } from "@/lib/applications/policy";
import { heldPlacements, openStatuses } from "@/lib/workgroups/rules";
import type { RulePair } from "../cost";
import { asReachable, type ReachableGroup } from "../reach";
import type { GroupsAround } from "../say-reach";

interface Row extends Record<string, unknown> {
  readonly id: string;
  readonly hub: string;
  readonly weekday: number;
  readonly online: boolean;
  readonly easting: number | null;
  readonly northing: number | null;
  readonly accepts_guests: boolean;
  readonly school_easting: number | null;
  readonly school_northing: number | null;
  readonly own_lead: boolean;
  readonly is_full: boolean;
}

/**
 * The open groups of an application's offer in its hub and next to it, as far as any wishes would open them to its
 * school. Nothing for those who do not act for the school. One statement.
 */
export async function listGroupsAround(
  ctx: Ctx,
  application: ApplicationSubject & { readonly id: string; readonly offerId: string },
): Promise<GroupsAround> {
  if (!canEdit(ctx.actor, application)) return { groups: [], unmeasured: 0 };
  const { id, organisationId, hubId, offerId } = application;
  const { rows } = await ctx.db.execute<Row>(sql`
    select g.id, g.hub_id as hub, g.weekday, g.online, g.easting, g.northing, h.accepts_guests,
      o.easting as school_easting, o.northing as school_northing,
      exists (select from ${workGroupLeads} l join ${employments} e on e.person_id = l.person_id
        where l.work_group_id = g.id and l.finished_on is null and e.finished_on is null and e.organisation_id = o.id) as own_lead,
      g.maximum_schools <= (select count(*) from ${applications} a
        where a.work_group_id = g.id and a.placement in ${heldPlacements} and a.id <> ${id}) as is_full
    from ${workGroups} g join ${hubs} h on h.id = g.hub_id join ${organisations} o on o.id = ${organisationId}
    where g.offer_id = ${offerId} and g.status in ${openStatuses}
      and (g.hub_id = ${hubId} or g.hub_id in (select n.neighbour_id from ${hubNeighbours} n where n.hub_id = ${hubId}))
    order by g.id`);
  const found = rows.map((row) => asReachable(pairOf(row, application), row.is_full));
  return {
    groups: found.filter((one): one is ReachableGroup => typeof one === "object"),
    unmeasured: found.filter((one) => one === "unmeasured").length,
  };
}

function pairOf(row: Row, { organisationId, hubId }: ApplicationSubject): Omit<RulePair, "application"> {
  return {
    school: { id: organisationId, hub: hubId, easting: row.school_easting, northing: row.school_northing },
    neighbours: new Set(row.hub === hubId ? [] : [row.hub]),
    group: {
      id: row.id,
      hub: row.hub,
      weekday: row.weekday,
      online: row.online,
      easting: row.easting,
      northing: row.northing,
      leadSchool: row.own_lead ? organisationId : null,
      acceptsGuests: row.accepts_guests,
    },
  };
}
