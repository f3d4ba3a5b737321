import type { Ctx } from "@/lib/access/context";
import { withTransaction } from "@/lib/access/context";
import { recordEvent } from "@/lib/events/record-event";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { participantsConfirmed } from "./events";
import { changeApplication, countParticipants, lockApplication, subjectsOf } from "./locks";
import { canEdit } from "./policy";
import type { ApplicationRefusal } from "./refusals";
import { leastParticipants, whyNotChangePeople } from "./rules";
import type { Saved } from "./save-days";

/** Goes on with the people named so far; where they are too few, the school names the others later. */
export async function confirmParticipants(
  ctx: Ctx,
  input: { applicationId: string },
): Promise<Result<Saved, ApplicationRefusal>> {
  return withTransaction(ctx, async (tx) => {
    const application = await lockApplication(tx, input.applicationId);
    if (!application || !canEdit(tx.actor, application)) return refuse("not_found");
    const why = whyNotChangePeople(application);
    if (why) return refuse(why);
    const least = leastParticipants(application.programme.unit, application.offer.minimumParticipants);
    const later = (await countParticipants(tx, application.id)) < least;
    await changeApplication(tx, application.id, { participantsLater: later });
    await recordEvent(tx, participantsConfirmed, { ...subjectsOf(application), payload: { later } });
    return ok({ sent: application.decision !== "draft" });
  });
}
