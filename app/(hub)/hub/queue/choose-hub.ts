import { notFound } from "next/navigation";
import type { Ctx } from "@/lib/access/context";
import { hubIdsOf, hubStaffRoles } from "@/lib/access/scope";
import { getHub, getHubByCode, type HubView } from "@/lib/hubs/queries";

/** The hub of `?hub=`, which must be one of the actor's; without it the first the actor works for. */
export async function chooseHub(ctx: Ctx, asked: string | string[] | undefined): Promise<HubView> {
  const own = hubIdsOf(ctx.actor, hubStaffRoles);
  const [first] = own;
  const hub =
    typeof asked === "string" ? await getHubByCode(ctx, asked) : first && (await getHub(ctx, first));
  if (!hub || !own.includes(hub.id)) notFound();
  return hub;
}
