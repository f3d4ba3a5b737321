import { asc, inArray } from "drizzle-orm";
import { workGroups } from "@/db/schema/workgroups";
import { type Ctx, type TxCtx, withTransaction } from "@/lib/access/context";
import { recordEvent } from "@/lib/events/record-event";
import type { IsoDate } from "@/lib/kernel/dates";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { type LockedGroup, lockGroup } from "@/lib/workgroups/queries/lock-group";
import { placeMoved } from "./events";
import { type LockedPlace, lockPlace, lookAtPlace, sayPlace } from "./lock-place";
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
    const { held, takesSchool, isLedByOwnStaff, lead } = await lookAtPlace(tx, place);
    if (!takesSchool) return refuse("not_found");
    const why = whyNotMove(application, { from, group, held });
    if (why) return refuse(why);
    if (isLedByOwnStaff) return refuse("own_lead");
    await move(tx, { ...place, from, lead, input });
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

/** From where a place moves, and who leads the group that it moves to. */
interface Move extends LockedPlace {
  readonly from: LockedGroup;
  readonly lead: string | null;
}

async function move(
  tx: TxCtx,
  { from, group, application, lead, input }: Move & { input: MovePlaceInput },
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
  const about = sayPlace({ group, application }, lead);
  const mail = movedMail({ ...about, from: from.name, reason, ...to });
  if (!isOffered) await tellBothLeads(tx, { from, group, application, lead });
  await tellSchool(
    tx,
    application,
    mail,
    isOffered ? placePath(application) : `/school/work-groups/${group.id}`,
  );
}

async function tellBothLeads(tx: TxCtx, { from, group, application, lead }: Move): Promise<void> {
  const mail = movedForLeadMail({ ...sayPlace({ group, application }, lead), from: from.name });
  for (const { id: workGroupId } of [from, group])
    await tellLeads(tx, application, { mail, path: `/lead/groups/${workGroupId}`, workGroupId });
}
