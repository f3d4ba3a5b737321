import type { Ctx } from "@/lib/access/context";
import type { ApplicationView } from "@/lib/applications/queries/application";
import { listGroupsAround } from "@/lib/matching/queries/groups-around";
import type { Around } from "./within-reach";

/** The open groups around the school of an application, and the wishes that were saved. */
export async function getAround(ctx: Ctx, application: ApplicationView): Promise<Around> {
  const { hub, impossibleDays, maximumKm, neighbourHubs, wishesSaved } = application;
  const around = await listGroupsAround(ctx, application);
  return { ...around, hub, saved: { impossibleDays, maximumKm, neighbourHubs, wishesSaved } };
}
