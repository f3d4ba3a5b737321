import { notFound } from "next/navigation";
import type { Ctx } from "@/lib/access/context";
import { requireActor } from "@/lib/auth/current-user";
import { requestContext } from "@/lib/auth/request-context";
import { findHubGroup, type HubGroup } from "@/lib/workgroups/queries/hub-group";

export interface GroupParams {
  readonly params: Promise<{ workGroupId: string }>;
}

/** The group of the address for the staff of its hub. For anyone else, or without the right that a page asks, it does not exist. */
export async function readGroup(
  { workGroupId }: { readonly workGroupId: string },
  page = "",
  needs: "see" | "arrange" | "form" = "see",
): Promise<{ ctx: Ctx; group: HubGroup }> {
  await requireActor(`/hub/work-groups/${encodeURIComponent(workGroupId)}${page}`);
  const ctx = await requestContext();
  const group = await findHubGroup(ctx, workGroupId);
  if (!group) notFound();
  const may = { see: true, arrange: group.mayArrange, form: group.mayForm };
  if (!may[needs]) notFound();
  return { ctx, group };
}
