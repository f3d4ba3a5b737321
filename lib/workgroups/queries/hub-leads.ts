import { sql } from "drizzle-orm";
import type { Ctx } from "@/lib/access/context";
import { londonDate } from "@/lib/kernel/dates";
import { canSeeHubGroup } from "../policy";
import { heldPlacements } from "../rules";

/** Somebody who may lead a group of the hub, with what speaks for and against it. */
export interface HubLead {
  readonly id: string;
  readonly name: string;
  readonly designations: readonly string[];
  /** Has the designation that the programme asks of its leads. */
  readonly qualified: boolean;
  /** Groups led now, over all hubs. */
  readonly groups: number;
  readonly sessionsAhead: number;
  readonly daysOffered: number | null;
  /** As bits, 1 for Monday to 16 for Friday; null when they have not said. */
  readonly weekdays: number | null;
  /** A school of the group employs this person: nobody leads their own school. */
  readonly ownSchool: boolean;
}

/** The hub's leads: the qualified ones first, then by how little they lead. One statement; nothing for those who do not see the group. */
export async function listHubLeads(
  ctx: Ctx,
  group: {
    readonly id: string | null;
    readonly hubId: string;
    readonly phase: string;
    readonly leadRole: string | null;
  },
): Promise<HubLead[]> {
  if (!canSeeHubGroup(ctx.actor, group)) return [];
  const today = londonDate(ctx.now);
  const { rows } = await ctx.db.execute<HubLead & Record<string, unknown>>(sql`
    select p.id, p.name, coalesce(d.designations, '{}') as designations, d.days_offered as "daysOffered", d.weekdays,
      (${group.leadRole}::text is null or coalesce(${group.leadRole} = any(d.designations), false)) as qualified,
      (select count(*)::int from work_group_leads l join work_groups g on g.id = l.work_group_id
        where l.person_id = p.id and l.finished_on is null and g.status not in ('finished', 'cancelled')) as groups,
      (select count(*)::int from work_group_leads l join work_groups g on g.id = l.work_group_id
        join work_group_sessions s on s.work_group_id = g.id
        where l.person_id = p.id and l.finished_on is null and g.status not in ('finished', 'cancelled')
          and s.cancelled_at is null and s.held_on >= ${today}) as "sessionsAhead",
      exists (select from applications a join employments e on e.organisation_id = a.organisation_id
        where a.work_group_id = ${group.id} and a.placement in ${heldPlacements}
          and e.person_id = p.id and e.finished_on is null) as "ownSchool"
    from people p left join lead_profiles d on d.person_id = p.id
    where exists (select from grants r where r.person_id = p.id and r.hub_id = ${group.hubId} and r.role = 'work_group_lead'
      and r.started_on <= ${today} and (r.finished_on is null or r.finished_on > ${today}))
    order by qualified desc, groups, p.name, p.id
    limit 200`);
  return rows;
}
