import { and, eq, isNull } from "drizzle-orm";
import { participants } from "@/db/schema/applications";
import type { Ctx } from "@/lib/access/context";
import { withTransaction } from "@/lib/access/context";
import { recordEvent } from "@/lib/events/record-event";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { participantRemoved } from "./events";
import type { RemoveParticipantInput } from "./input";
import { changeApplication, lockApplication, subjectsOf } from "./locks";
import { canEdit } from "./policy";
import type { ApplicationRefusal } from "./refusals";
import { whyNotChangePeople } from "./rules";

/** Takes somebody off the people who take part. Done twice it is done once. */
export async function removeParticipant(
  ctx: Ctx,
  input: RemoveParticipantInput,
): Promise<Result<{ removed: boolean }, ApplicationRefusal>> {
  return withTransaction(ctx, async (tx) => {
    const application = await lockApplication(tx, input.applicationId);
    if (!application || !canEdit(tx.actor, application)) return refuse("not_found");
    const why = whyNotChangePeople(application);
    if (why) return refuse(why);
    if (application.programme.unit === "person") return refuse("last_person");
    const [row] = await tx.db
      .update(participants)
      .set({ removedAt: tx.now })
      .where(
        and(
          eq(participants.id, input.participantId),
          eq(participants.applicationId, application.id),
          isNull(participants.removedAt),
        ),
      )
      .returning({ id: participants.id, personId: participants.personId });
    if (!row) return ok({ removed: false });
    await changeApplication(tx, application.id, {});
    await recordEvent(tx, participantRemoved, {
      ...subjectsOf(application),
      personId: row.personId,
      payload: { participantId: row.id },
    });
    return ok({ removed: true });
  });
}
