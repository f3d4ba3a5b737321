import { sql } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import type { Grant, Role, UserActor } from "@/lib/access/actor";
import { hashSecret } from "@/lib/kernel/ids";
import { seenLongAgo } from "@/lib/people/rules";

/** Who is signed in, with everything a page needs to know about them, from one query. */
export interface SignedIn {
  readonly sessionId: string;
  /** Nothing has noted for a while that this session is in use. */
  readonly isDue: boolean;
  readonly actor: UserActor;
  /** What the person's grants are for, in words, such as "Hallbeck Primary School"; the first is shown in the header. */
  readonly places: readonly Place[];
}

export interface Place {
  readonly role: Role;
  readonly name: string;
  /** Where the grant is for a hub. */
  readonly hub: { readonly id: string; readonly code: string } | null;
}

interface SessionRow extends Record<string, unknown> {
  session_id: string;
  due: boolean;
  person_id: string;
  name: string;
  grants: GrantRow[] | null;
}

interface GrantRow extends Omit<Grant, "schoolIds"> {
  readonly schoolIds: string[] | null;
  readonly placeName: string | null;
  readonly hubCode: string | null;
}

/** Looks a session up by the secret of its cookie. `today` is London's date: grants that have ended by then are not read. */
export async function findSession(
  db: Queryable,
  secret: string,
  now: Date,
  today: string,
): Promise<SignedIn | undefined> {
  const { rows } = await db.execute<SessionRow>(sql`
    select s.id as session_id, s.last_seen_at < ${seenLongAgo(now).toISOString()}::timestamptz as due, p.id as person_id, p.name,
      (select json_agg(json_build_object(
          'id', g.id, 'role', g.role, 'hubId', g.hub_id, 'organisationId', g.organisation_id, 'phase', g.phase, 'until', g.finished_on,
          'placeName', coalesce(h.name, o.name), 'hubCode', h.code,
          'schoolIds', case when g.role = 'trust_lead' then
            (select json_agg(s2.id order by s2.name, s2.id) from organisations s2 where s2.trust_code = o.trust_code and s2.kind <> 'trust') end)
          order by g.started_on, coalesce(h.name, o.name), g.id)
        from grants g left join hubs h on h.id = g.hub_id left join organisations o on o.id = g.organisation_id
        where g.person_id = p.id and g.started_on <= ${today} and (g.finished_on is null or g.finished_on > ${today})) as grants
    from account_sessions s join people p on p.id = s.person_id
    where s.secret_hash = ${hashSecret(secret)} and s.revoked_at is null and s.expires_at > ${now.toISOString()}::timestamptz`);
  const row = rows[0];
  return row ? signedIn(row) : undefined;
}

function signedIn(row: SessionRow): SignedIn {
  const grants = row.grants ?? [];
  return {
    sessionId: row.session_id,
    isDue: row.due,
    actor: {
      kind: "user",
      personId: row.person_id,
      name: row.name,
      grants: grants.map(({ placeName: _, hubCode: __, schoolIds, ...grant }) => ({
        ...grant,
        schoolIds: schoolIds ?? [],
      })),
    },
    places: grants.map(({ role, placeName, hubId, hubCode }) => ({
      role,
      name: placeName ?? (role === "operator" ? "Operations" : "National team"),
      hub: hubId && hubCode ? { id: hubId, code: hubCode } : null,
    })),
  };
}
