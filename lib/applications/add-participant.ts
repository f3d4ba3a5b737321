import { participants } from "@/db/schema/applications";
import type { Ctx, TxCtx } from "@/lib/access/context";
import { withTransaction } from "@/lib/access/context";
import { recordEvent } from "@/lib/events/record-event";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { recordColleague } from "@/lib/people/record-colleague";
import { participantAdded } from "./events";
import type { AddParticipantInput } from "./input";
import {
  changeApplication,
  countParticipants,
  type LockedApplication,
  lockApplication,
  subjectsOf,
} from "./locks";
import { canEdit } from "./policy";
import type { ApplicationRefusal } from "./refusals";
import { mostParticipants, whyNotChangePeople } from "./rules";

/** Names somebody of the school who takes part. No account is needed; the same person is not named twice. */
export async function addParticipant(
  ctx: Ctx,
  input: AddParticipantInput,
): Promise<Result<{ participantId: string }, ApplicationRefusal>> {
  return withTransaction(ctx, async (tx) => {
    const application = await lockApplication(tx, input.applicationId);
    if (!application || !canEdit(tx.actor, application)) return refuse("not_found");
    const why = whyNotChangePeople(application);
    if (why) return refuse(why);
    const maximum = mostParticipants(application.programme.unit, application.offer.maximumParticipants);
    if ((await countParticipants(tx, application.id)) >= maximum) return refuse("people_full", { maximum });
    const { name, email, jobTitle } = input;
    const { organisationId } = application;
    const person = await recordColleague(tx, {
      organisationId,
      name,
      jobTitle,
      ...(email ? { email } : {}),
    });
    if (!person.ok) return person;
    return nameParticipant(tx, application, { ...person.value, jobTitle });
  });
}

/** Writes one participant of an application under lock. */
export async function nameParticipant(
  tx: TxCtx,
  application: LockedApplication,
  person: { personId: string; name: string; jobTitle: string | null },
): Promise<Result<{ participantId: string }, "already_named">> {
  const [row] = await tx.db
    .insert(participants)
    .values({
      applicationId: application.id,
      personId: person.personId,
      jobTitle: person.jobTitle,
      addedAt: tx.now,
    })
    .onConflictDoNothing()
    .returning({ id: participants.id });
  if (!row) return refuse("already_named", { name: person.name });
  await changeApplication(tx, application.id, { participantsLater: false });
  await recordEvent(tx, participantAdded, {
    ...subjectsOf(application),
    personId: person.personId,
    payload: { participantId: row.id },
  });
  return ok({ participantId: row.id });
}
