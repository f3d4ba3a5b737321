import { sql } from "drizzle-orm";
import type { Ctx } from "@/lib/access/context";
import { londonDate } from "@/lib/kernel/dates";
import { canReadHandover } from "../policy";

/** What Targeted Support passes on to the lead of a school's next group: this summary, and none of the notes. */
export interface Handover {
  readonly applicationId: string;
  readonly summary: string;
  readonly partner: string | null;
  readonly at: Date;
}

interface HandoverRow extends Record<string, unknown> {
  applicationId: string;
  summary: string;
  partner: string | null;
  at: string;
  hubId: string;
  leadIds: string[];
}

/** The handover summaries of schools that came into a group from Targeted Support, for the group's leads and its hub. */
export async function listHandovers(ctx: Ctx, workGroupId: string): Promise<Handover[]> {
  const { rows } = await ctx.db.execute<HandoverRow>(sql`
    select a.id as "applicationId", c.handover_summary as summary, p.name as partner, c.handover_at as at, g.hub_id as "hubId",
      array(select l.person_id from work_group_leads l where l.work_group_id = g.id
        and (l.finished_on is null or l.finished_on > ${londonDate(ctx.now)})) as "leadIds"
    from work_groups g join applications a on a.work_group_id = g.id and a.placement in ('accepted', 'started', 'completed')
      join support_cases c on c.next_application_id = a.id and c.handover_summary is not null
      left join people p on p.id = c.partner_id
    where g.id = ${workGroupId}`);
  return rows
    .filter((row) => canReadHandover(ctx.actor, row))
    .map(({ hubId: _hub, leadIds: _leads, at, ...row }) => ({ ...row, at: new Date(at) }));
}
