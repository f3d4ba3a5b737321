import { hashSecret, newSecret } from "../../lib/kernel/ids";
import { withClient } from "./databases";

export interface MeasuredPage {
  readonly name: string;
  readonly path: string;
  readonly cookie?: string;
  /** The most of bare's CPU a fresh page may cost on Node 20; what is not said is not promised. */
  readonly budget?: number;
}

/** The pages that are measured, for the people of the demonstration's personas, whatever database they live in. */
export async function pagesOf(url: string): Promise<MeasuredPage[]> {
  return withClient(url, async (client) => {
    const one = async (text: string) => (await client.query<Record<string, string>>(text)).rows[0] ?? {};
    const persona = (role: string) =>
      one(`
      select p.person_id as person, g.organisation_id as school from demonstration_personas p
      join grants g on g.person_id = p.person_id and g.role = '${role}' order by p.position limit 1`);
    const cookie = async (person: string | undefined) => {
      const secret = newSecret();
      await client.query(
        `insert into account_sessions (person_id, secret_hash, method, device, created_at, last_seen_at, expires_at)
         values ($1, $2, 'persona', 'A benchmark', now(), now(), now() + interval '2 hours')`,
        [person, hashSecret(secret)],
      );
      return `mathshubs.session=${secret}`;
    };
    const [school, hub] = [await persona("school_maths_lead"), await persona("hub_lead")];
    const group = await one(`select work_group_id as id from applications
      where organisation_id = '${school.school}' and placement in ('accepted', 'started') limit 1`);
    const [asSchool, asHub] = [await cookie(school.person), await cookie(hub.person)];
    return [
      { name: "catalogue, anonymous", path: "/programmes" },
      { name: "school home", path: `/school/${school.school}`, cookie: asSchool },
      { name: "group page", path: `/school/work-groups/${group.id}`, cookie: asSchool },
      { name: "hub queue, 25 rows", path: "/hub/queue", cookie: asHub, budget: 30 },
      { name: "hub groups, 25 rows", path: "/hub/work-groups", cookie: asHub, budget: 30 },
      { name: "hub schools, 25 rows", path: "/hub/schools", cookie: asHub, budget: 30 },
    ];
  });
}
