import { asc, eq } from "drizzle-orm";
import { hubNeighbours, hubs } from "@/db/schema/hubs";
import type { Ctx } from "@/lib/access/context";

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
