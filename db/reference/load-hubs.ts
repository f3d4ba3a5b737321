import { eq, sql } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import { hubNeighbours, hubs, localAuthorities } from "@/db/schema/hubs";
import { readTable } from "./read-table";

type HubColumn = "code" | "slug" | "name" | "region" | "lead_school" | "website" | "email" | "telephone";
type AuthorityColumn = "code" | "name" | "region" | "hub" | "investment_area" | "priority_districts";

/**
 * The 40 Maths Hubs, who borders whom, and the 153 local authorities with their default hub and investment areas
 * (Education Investment Areas, GOV.UK, 7 June 2023). Hubs' names and areas are as published or, where nothing is published,
 * indicative; their addresses and telephone numbers are invented. Safe to run again: a hub's contact details, once there, are kept.
 */
export async function loadHubs(db: Queryable): Promise<void> {
  const hubIds = await upsertHubs(db);
  await upsertLocalAuthorities(db, hubIds);
  await replaceNeighbours(db, hubIds);
}

async function upsertHubs(db: Queryable): Promise<Map<string, string>> {
  const rows = await db
    .insert(hubs)
    .values(
      readTable<HubColumn>("hubs.csv").map((hub) => ({
        code: hub.code,
        slug: hub.slug,
        name: hub.name,
        region: hub.region,
        leadSchool: hub.lead_school || null,
        website: hub.website ? `https://${hub.website}/` : null,
        email: hub.email,
        telephone: hub.telephone,
      })),
    )
    .onConflictDoUpdate({
      target: hubs.code,
      set: {
        slug: sql`excluded.slug`,
        name: sql`excluded.name`,
        region: sql`excluded.region`,
        leadSchool: sql`excluded.lead_school`,
        website: sql`excluded.website`,
      },
    })
    .returning({ id: hubs.id, code: hubs.code });
  return new Map(rows.map((row) => [row.code, row.id]));
}

async function upsertLocalAuthorities(db: Queryable, hubIds: Map<string, string>): Promise<void> {
  await db
    .insert(localAuthorities)
    .values(
      readTable<AuthorityColumn>("local-authorities.csv").map((authority) => ({
        code: authority.code,
        name: authority.name,
        region: authority.region,
        hubId: known(hubIds, authority.hub),
        educationInvestmentArea: authority.investment_area === "yes",
        priorityEducationInvestmentArea: authority.priority_districts === "all",
        priorityDistricts: districtsOf(authority.priority_districts),
      })),
    )
    .onConflictDoUpdate({
      target: localAuthorities.code,
      set: {
        name: sql`excluded.name`,
        region: sql`excluded.region`,
        hubId: sql`excluded.hub_id`,
        educationInvestmentArea: sql`excluded.education_investment_area`,
        priorityEducationInvestmentArea: sql`excluded.priority_education_investment_area`,
        priorityDistricts: sql`excluded.priority_districts`,
      },
    });
}

/** Neighbours share a border of their authorities on land, or a bridge, tunnel or ferry over the water between them. */
async function replaceNeighbours(db: Queryable, hubIds: Map<string, string>): Promise<void> {
  for (const row of readTable<"hub" | "neighbours">("hub-neighbours.csv")) {
    const hubId = known(hubIds, row.hub);
    const neighbourIds = row.neighbours.split(" ").map((code) => known(hubIds, code));
    await db.delete(hubNeighbours).where(eq(hubNeighbours.hubId, hubId));
    await db.insert(hubNeighbours).values(neighbourIds.map((neighbourId) => ({ hubId, neighbourId })));
  }
}

function districtsOf(cell: string): string[] {
  return cell === "" || cell === "all" ? [] : cell.split(";");
}

function known(hubIds: Map<string, string>, code: string): string {
  const id = hubIds.get(code);
  if (!id) throw new Error(`The reference data names a hub "${code}" that hubs.csv does not have`);
  return id;
}
