import { type SQL, sql } from "drizzle-orm";
import type { IsoDate } from "@/lib/kernel/dates";

/** Those of a hub who can have an application, by name, as a JSON list of `{ id, name }`. Part of a statement. */
export function hubStaff(hubId: SQL, today: IsoDate): SQL {
  return sql`(select coalesce(json_agg(json_build_object('id', s.id, 'name', s.name) order by s.name), '[]')
    from (select distinct r.id, r.name from grants t join people r on r.id = t.person_id
      where t.hub_id = ${hubId} and t.role in ('assistant_hub_lead', 'hub_lead', 'deputy_hub_lead', 'project_manager')
        and t.started_on <= ${today} and (t.finished_on is null or t.finished_on > ${today})) s)`;
}
