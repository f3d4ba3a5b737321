import { notFound } from "next/navigation";
import { hubStaffRoles } from "@/lib/access/scope";
import { currentSession } from "@/lib/auth/current-user";

/** A hub that somebody works for, as it stands in their session: no page has to ask for it. */
export interface OwnHub {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}

/** The hubs that the signed-in person works for, in the order of their grants. */
export async function ownHubs(): Promise<OwnHub[]> {
  const session = await currentSession();
  const staff: readonly string[] = hubStaffRoles;
  const hubs = (session?.places ?? []).flatMap(({ role, name, hub }) =>
    hub && staff.includes(role) ? [{ ...hub, name }] : [],
  );
  return [...new Map(hubs.map((hub) => [hub.id, hub])).values()];
}

/** The hub of `?hub=`, which must be one of the person's own; without it their first. */
export async function chooseHub(asked: string | string[] | undefined): Promise<OwnHub> {
  const own = await ownHubs();
  const hub = typeof asked === "string" ? own.find(({ code }) => code === asked.toUpperCase()) : own[0];
  if (!hub) notFound();
  return hub;
}
