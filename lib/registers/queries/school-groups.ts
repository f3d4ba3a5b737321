import { sql } from "drizzle-orm";
import type { Ctx } from "@/lib/access/context";
import { holdsSchoolRole, schoolRoles } from "@/lib/access/scope";
import { londonDate } from "@/lib/kernel/dates";

export interface SchoolHome {
  readonly name: string;
  readonly urn: number | null;
  readonly hub: string | null;
  readonly hubEmail: string | null;
  readonly hubTelephone: string | null;
  readonly groups: readonly {
    readonly id: string;
    readonly name: string;
    readonly programme: string;
    readonly academicYear: number;
    readonly lead: string | null;
    readonly next: { readonly title: string; readonly heldOn: string; readonly startsAt: string } | null;
  }[];
}

/** What a school's people see first: their hub, their Work Groups with the next date. One statement. */
export async function getSchoolHome(ctx: Ctx, organisationId: string): Promise<SchoolHome | undefined> {
  if (!holdsSchoolRole(ctx.actor, [...schoolRoles, "participant"], organisationId)) return undefined;
  const today = londonDate(ctx.now);
  const { rows } = await ctx.db.execute<SchoolHome & Record<string, unknown>>(sql`
    select o.name, o.urn, h.name as hub, h.email as "hubEmail", h.telephone as "hubTelephone",
      coalesce((select json_agg(json_build_object('id', g.id, 'name', g.name, 'programme', p.name, 'academicYear', f.academic_year,
          'lead', (select lp.name from work_group_leads l join people lp on lp.id = l.person_id
            where l.work_group_id = g.id and l.finished_on is null and not l.co_lead limit 1),
          'next', (select json_build_object('title', s.title, 'heldOn', s.held_on, 'startsAt', to_char(s.starts_at, 'HH24:MI'))
            from work_group_sessions s where s.work_group_id = g.id and s.held_on >= ${today} and s.cancelled_at is null
            order by s.held_on, s.starts_at limit 1)) order by f.academic_year desc, g.name)
        from applications a join work_groups g on g.id = a.work_group_id join offers f on f.id = a.offer_id join programmes p on p.id = f.programme_id
        where a.organisation_id = o.id and a.placement in ('accepted', 'started', 'completed')), '[]') as groups
    from organisations o left join hubs h on h.id = o.hub_id
    where o.id = ${organisationId}`);
  return rows[0];
}
