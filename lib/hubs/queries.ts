import { asc, eq, sql } from "drizzle-orm";
import { hubNeighbours, hubs } from "@/db/schema/hubs";
import { grants, people } from "@/db/schema/people";
import type { Ctx } from "@/lib/access/context";
import { londonDate } from "@/lib/kernel/dates";

/** A hub as anyone may see it. */
export interface HubView {
  readonly id: string;
  readonly code: string;
  readonly slug: string;
  readonly name: string;
  readonly region: string;
  readonly leadSchool: string | null;
  readonly website: string | null;
  readonly email: string;
  readonly telephone: string | null;
  readonly acceptsGuests: boolean;
}

const view = {
  id: hubs.id,
  code: hubs.code,
  slug: hubs.slug,
  name: hubs.name,
  region: hubs.region,
  leadSchool: hubs.leadSchool,
  website: hubs.website,
  email: hubs.email,
  telephone: hubs.telephone,
  acceptsGuests: hubs.acceptsGuests,
};

/** All hubs by name. Who they are and how to reach them is public. */
export async function listHubs(ctx: Ctx): Promise<HubView[]> {
  return ctx.db.select(view).from(hubs).orderBy(asc(hubs.name));
}

export async function getHub(ctx: Ctx, hubId: string): Promise<HubView | undefined> {
  const [hub] = await ctx.db.select(view).from(hubs).where(eq(hubs.id, hubId));
  return hub;
}

/** The hub of an address such as `?hub=ABA`; the case of the code does not matter. */
export async function getHubByCode(ctx: Ctx, code: string): Promise<HubView | undefined> {
  const [hub] = await ctx.db.select(view).from(hubs).where(eq(hubs.code, code.toUpperCase()));
  return hub;
}

/** The hubs next to a hub, by name. */
export async function listNeighbours(ctx: Ctx, hubId: string): Promise<HubView[]> {
  return ctx.db
    .select(view)
    .from(hubs)
    .innerJoin(hubNeighbours, eq(hubNeighbours.neighbourId, hubs.id))
    .where(eq(hubNeighbours.hubId, hubId))
    .orderBy(asc(hubs.name));
}

/** Whom a school rings: somebody of the hub, or the hub itself where nobody is named. */
export interface HubContact {
  readonly personId: string | null;
  readonly name: string;
  /** "Primary lead", "Hub lead". */
  readonly title: string;
  readonly hubId: string;
  readonly hubName: string;
  readonly email: string;
  readonly telephone: string | null;
}

/** The hub's person for a phase: who has the matter (`preferred`), else its assistant lead, else a leader of the hub. */
export async function findHubContact(
  ctx: Ctx,
  about: { hubId: string; phase: string; preferred?: string | null },
): Promise<HubContact | undefined> {
  const phase = about.phase === "early_years" ? "primary" : about.phase;
  const { rows } = await ctx.db.execute<ContactRow>(sql`
    select h.id, h.name as hub_name, h.email as hub_email, h.telephone as hub_telephone,
      who.person_id, who.name, who.email, who.telephone, who.role, who.phase
    from ${hubs} h left join lateral (
      select g.person_id, p.name, p.email, p.telephone, g.role, g.phase
      from ${grants} g join ${people} p on p.id = g.person_id
      where g.hub_id = h.id and g.role in ('assistant_hub_lead', 'hub_lead', 'deputy_hub_lead', 'project_manager')
        and g.started_on <= ${londonDate(ctx.now)} and (g.finished_on is null or g.finished_on > ${londonDate(ctx.now)})
        and (g.role <> 'project_manager' or g.person_id = ${about.preferred ?? null}::uuid)
      order by (g.person_id = ${about.preferred ?? null}::uuid) desc nulls last,
        (g.role = 'assistant_hub_lead' and g.phase = ${phase}) desc nulls last,
        (g.role = 'hub_lead') desc, (g.role = 'deputy_hub_lead') desc, p.name
      limit 1) who on true
    where h.id = ${about.hubId}`);
  return rows[0] && asContact(rows[0]);
}

interface ContactRow extends Record<string, unknown> {
  id: string;
  hub_name: string;
  hub_email: string;
  hub_telephone: string | null;
  person_id: string | null;
  name: string | null;
  email: string | null;
  telephone: string | null;
  role: string | null;
  phase: string | null;
}

function asContact(row: ContactRow): HubContact {
  return {
    personId: row.person_id,
    name: row.name ?? row.hub_name,
    title: titleOf(row.role, row.phase),
    hubId: row.id,
    hubName: row.hub_name,
    email: row.email ?? row.hub_email,
    telephone: row.telephone ?? row.hub_telephone,
  };
}

const phaseTitles: Readonly<Record<string, string>> = {
  primary: "Primary lead",
  secondary: "Secondary lead",
  post16: "Post-16 lead",
};

function titleOf(role: string | null, phase: string | null): string {
  if (role === "hub_lead") return "Hub lead";
  if (role === "deputy_hub_lead") return "Deputy hub lead";
  if (role === "project_manager") return "Project manager";
  if (role === "assistant_hub_lead") return phaseTitles[phase ?? ""] ?? "Assistant hub lead";
  return "Hub office";
}
