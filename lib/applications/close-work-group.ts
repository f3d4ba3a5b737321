import { and, eq, inArray } from "drizzle-orm";
import { applications } from "@/db/schema/applications";
import { type Ctx, type TxCtx, withTransaction } from "@/lib/access/context";
import { recordEvent } from "@/lib/events/record-event";
import { type Result, refuse } from "@/lib/kernel/result";
import { cancelWorkGroup } from "@/lib/workgroups/cancel-work-group";
import type { CancelWorkGroupInput } from "@/lib/workgroups/input";
import { canFormGroups } from "@/lib/workgroups/policy";
import { type LockedGroup, lockGroup } from "@/lib/workgroups/queries/lock-group";
import type { WorkGroupRefusal } from "@/lib/workgroups/refusals";
import { groupOfPlaceCancelled } from "./events";
import { changeApplication, lockApplication, subjectsOf } from "./locks";
import { groupCancelledMail } from "./mails";
import { aboutOf, tellSchool } from "./tell-school";

type Refused = Extract<WorkGroupRefusal, "not_found" | "wrong_status" | "places_held">;

/** Cancels a group with all that hangs on it: its schools wait for another group and are told why, its leads are told. */
export async function closeWorkGroup(
  ctx: Ctx,
  input: CancelWorkGroupInput,
): Promise<Result<{ workGroupId: string }, Refused>> {
  return withTransaction(ctx, async (tx): Promise<Result<{ workGroupId: string }, Refused>> => {
    const group = await lockGroup(tx, input.workGroupId);
    if (!group || !canFormGroups(tx.actor, group)) return refuse("not_found");
    let schoolsTold = 0;
    for (const id of await listPlaces(tx, group.id))
      schoolsTold += (await sendBack(tx, group, { id, reason: input.reason })) ? 1 : 0;
    return cancelWorkGroup(tx, { ...input, schoolsTold });
  });
}

async function listPlaces(tx: TxCtx, workGroupId: string): Promise<string[]> {
  const rows = await tx.db
    .select({ id: applications.id })
    .from(applications)
    .where(
      and(
        eq(applications.workGroupId, workGroupId),
        inArray(applications.placement, ["proposed", "offered", "accepted", "started", "paused"]),
      ),
    )
    .orderBy(applications.id);
  return rows.map(({ id }) => id);
}

/** Answers whether the school was told: one that was only proposed has heard of no group and is unplaced again. */
async function sendBack(
  tx: TxCtx,
  group: LockedGroup,
  place: { id: string; reason: string },
): Promise<boolean> {
  const application = await lockApplication(tx, place.id);
  if (application?.workGroupId !== group.id) return false;
  const wasTold = application.placement !== "proposed";
  await changeApplication(tx, application.id, {
    placement: wasTold ? "waiting" : "unplaced",
    workGroupId: null,
    offeredAt: null,
    answerBy: null,
    warnedAt: null,
    placementChangedAt: tx.now,
    placementReason: wasTold ? `${group.name} was cancelled. Your hub looks for another group.` : null,
    placementExplanation: null,
  });
  await recordEvent(tx, groupOfPlaceCancelled, {
    ...subjectsOf(application),
    workGroupId: group.id,
    payload: { group: group.name, reason: place.reason, from: application.placement },
  });
  if (wasTold)
    await tellSchool(
      tx,
      application,
      groupCancelledMail({ ...aboutOf(application), group: group.name, reason: place.reason }),
    );
  return wasTold;
}
