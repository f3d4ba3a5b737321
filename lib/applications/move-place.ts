import { asc, inArray } from "drizzle-orm";
import { workGroups } from "@/db/schema/workgroups";
import { type Ctx, type TxCtx, withTransaction } from "@/lib/access/context";
import { recordEvent } from "@/lib/events/record-event";
import type { IsoDate } from "@/lib/kernel/dates";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { countPlaces, type LockedGroup, lockGroup } from "@/lib/workgroups/queries/lock-group";
import { placeMoved } from "./events";
import { aboutPlace, isLedByOwnStaff, type LockedPlace, lockPlace, takesSchoolsOf } from "./lock-place";
import { changeApplication, subjectsOf } from "./locks";
import { movedForLeadMail, movedMail } from "./mails";
import { type PlaceExplanation, placeExplanation } from "./placement-explanation";
import { whyNotMove } from "./placement-rules";
import { canDecide } from "./policy";
import type { ApplicationRefusal } from "./refusals";
import { tellLeads } from "./tell-hub";
import { placePath, tellSchool } from "./tell-school";

export interface MovePlaceInput {
  readonly applicationId: string;
  /** The group of the place it has, and the one it moves to. */
  readonly fromGroupId: string;
  readonly workGroupId: string;
  /** The last date to answer, where the place was offered and not answered yet. */
  readonly answerBy: IsoDate;
  readonly reason: string;
  readonly explanation: PlaceExplanation;
}

type Moved = Result<{ applicationId: string }, ApplicationRefusal>;

/**
 * Moves a place to another group before it begins: an accepted place stays accepted, an offered one is offered anew, and
 * at no moment is the school without one. Both groups are locked, in order of id, before the application.
 */
export async function movePlace(ctx: Ctx, input: MovePlaceInput): Promise<Moved> {
  return withTransaction(ctx, async (tx): Promise<Moved> => {
    await lockBoth(tx, input);
    const from = await lockGroup(tx, input.fromGroupId);
    const place = await lockPlace(tx, input);
    if (!from || !place || !canDecide(tx.actor, place.application)) return refuse("not_found");
    const { application, group } = place;
    if (!(await takesSchoolsOf(tx, group, application.hubId))) return refuse("not_found");
    const { held } = await countPlaces(tx, group.id);
    const why = whyNotMove(application, { from, group, held });
    if (why) return refuse(why);
    if (await isLedByOwnStaff(tx, place)) return refuse("own_lead");
    await move(tx, { ...place, from, input });
    return ok({ applicationId: application.id });
  });
}

async function lockBoth(tx: TxCtx, { fromGroupId, workGroupId }: MovePlaceInput): Promise<void> {
  await tx.db
    .select({ id: workGroups.id })
    .from(workGroups)
    .where(inArray(workGroups.id, [fromGroupId, workGroupId]))
    .orderBy(asc(workGroups.id))
    .for("no key update");
}

async function move(
  tx: TxCtx,
  { from, group, application, input }: LockedPlace & { from: LockedGroup; input: MovePlaceInput },
): Promise<void> {
  const { answerBy, reason } = input;
  const isOffered = application.placement === "offered";
  await changeApplication(tx, application.id, {
    workGroupId: group.id,
    placementChangedAt: tx.now,
    placementReason: reason,
    placementExplanation: placeExplanation.parse(input.explanation),
    ...(isOffered ? { offeredAt: tx.now, answerBy, warnedAt: null } : {}),
  });
  const to = isOffered ? { answerBy } : {};
  await recordEvent(tx, placeMoved, {
    ...subjectsOf(application),
    workGroupId: group.id,
    payload: { from: from.name, group: group.name, reason, ...to },
  });
  const about = await aboutPlace(tx, { group, application });
  const mail = movedMail({ ...about, from: from.name, reason, ...to });
  if (!isOffered) await tellBothLeads(tx, { from, group, application });
  await tellSchool(
    tx,
    application,
    mail,
    isOffered ? placePath(application) : `/school/work-groups/${group.id}`,
  );
}

async function tellBothLeads(
  tx: TxCtx,
  { from, group, application }: LockedPlace & { from: LockedGroup },
): Promise<void> {
  const mail = movedForLeadMail({ ...(await aboutPlace(tx, { group, application })), from: from.name });
  for (const { id: workGroupId } of [from, group])
    await tellLeads(tx, application, { mail, path: `/lead/groups/${workGroupId}`, workGroupId });
}
