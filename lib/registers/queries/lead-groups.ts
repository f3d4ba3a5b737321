import { sql } from "drizzle-orm";
import type { Ctx } from "@/lib/access/context";
import { personIdOf } from "@/lib/access/scope";
import { londonDate } from "@/lib/kernel/dates";
import { registersOpenSince } from "../rules";

export interface LeadGroup {
  readonly id: string;
  readonly name: string;
  readonly hub: string;
  readonly programme: string;
  readonly academicYear: number;
  readonly schools: number;
  /** The session that comes next, if any. */
  readonly next: { id: string; title: string; heldOn: string; startsAt: string; place: string } | null;
  /** Past sessions whose register has not been saved, the oldest first. */
  readonly due: readonly { id: string; title: string; heldOn: string }[];
}

/** The groups that the actor leads now, over all hubs: those with a register to take first, then by their next session. One statement. */
export async function listLeadGroups(ctx: Ctx): Promise<LeadGroup[]> {
  const person = personIdOf(ctx.actor);
  if (!person) return [];
  const today = londonDate(ctx.now);
  const { rows } = await ctx.db.execute<LeadGroup & Record<string, unknown>>(sql`
    select g.id, g.name, h.name as hub, p.name as programme, o.academic_year as "academicYear",
      (select count(*)::int from applications a where a.work_group_id = g.id and a.placement in ('accepted', 'started', 'completed')) as schools,
      n.next, coalesce(d.due, '[]') as due
    from work_group_leads l
    join work_groups g on g.id = l.work_group_id
    join offers o on o.id = g.offer_id
    join programmes p on p.id = o.programme_id
    join hubs h on h.id = g.hub_id
    left join lateral (
      select s.held_on, json_build_object('id', s.id, 'title', s.title, 'heldOn', s.held_on, 'startsAt', to_char(s.starts_at, 'HH24:MI'),
        'place', case when s.online then 'Online' else coalesce(s.venue_name, g.venue_name, '') end) as next
      from work_group_sessions s where s.work_group_id = g.id and s.held_on >= ${today} and s.cancelled_at is null
      order by s.held_on, s.starts_at limit 1) n on true
    left join lateral (
      select json_agg(json_build_object('id', s.id, 'title', s.title, 'heldOn', s.held_on) order by s.held_on) as due
      from work_group_sessions s
      where s.work_group_id = g.id and s.held_on between ${registersOpenSince(today)} and ${today} and s.cancelled_at is null and s.register_saved_at is null) d on true
    where l.person_id = ${person} and (l.finished_on is null or l.finished_on > ${today})
      and g.status in ('planned', 'recruiting', 'confirmed', 'running')
    order by d.due is null, n.held_on nulls last, g.name, g.id
    limit 100`);
  return rows;
}
