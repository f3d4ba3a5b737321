import { notFound } from "next/navigation";
import type { Ctx } from "@/lib/access/context";
import { holdsRole, hubIdsOf, hubStaffRoles } from "@/lib/access/scope";
import { getHubByCode, type HubView, listHubs } from "@/lib/hubs/queries";
import { type OwnHub, ownHubs } from "../choose-hub";

/** Who works with the records of schools: staff for their hubs, the national team for all and for what no hub looks after. */
export const recordRoles = [...hubStaffRoles, "national_team"] as const;

/** The hub of `?hub=`; without it the first the actor works for, and for the national team none. */
export async function chooseHub(ctx: Ctx, asked: string | string[] | undefined): Promise<OwnHub | null> {
  const own = await ownHubs();
  const code = typeof asked === "string" ? asked.toUpperCase() : "";
  if (code === "") return own[0] ?? null;
  const hub = own.find((one) => one.code === code) ?? (isNational(ctx) && (await getHubByCode(ctx, code)));
  if (!hub) notFound();
  return hub;
}

/** The hubs that the actor may change to: none when there is only one. */
export async function hubChoices(ctx: Ctx): Promise<readonly HubView[]> {
  const own = hubIdsOf(ctx.actor, hubStaffRoles);
  if (!isNational(ctx) && own.length < 2) return [];
  return (await listHubs(ctx)).filter(({ id }) => isNational(ctx) || own.includes(id));
}

function isNational(ctx: Ctx): boolean {
  return holdsRole(ctx.actor, ["national_team"]);
}
