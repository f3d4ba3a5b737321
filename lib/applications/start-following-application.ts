import { and, eq, isNull } from "drizzle-orm";
import { participants } from "@/db/schema/applications";
import { workGroupLeads } from "@/db/schema/workgroups";
import type { Ctx, TxCtx } from "@/lib/access/context";
import { withTransaction } from "@/lib/access/context";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { judgeEligibility } from "./judge-eligibility";
import { type LockedApplication, lockApplication } from "./locks";
import { canApply, canStartFollowing } from "./policy";
import type { ApplicationRefusal } from "./refusals";
import { findOffer, insertDraft, type Started } from "./start-application";

/**
 * Starts a draft for another offer with the answers of an earlier application: the next stage, another choice, or what the
 * hub suggests. What the school agrees to is new, so that part is left to read. Answers with a live one if there is one.
 */
export async function startFollowingApplication(
  ctx: Ctx,
  input: { applicationId: string; offerId: string },
): Promise<Result<Started, ApplicationRefusal>> {
  return withTransaction(ctx, async (tx) => {
    const earlier = await lockApplication(tx, input.applicationId);
    const offer = await findOffer(tx, input.offerId);
    if (!earlier || !offer || !canStartFollowing(tx.actor, earlier)) return refuse("not_found");
    const personId = offer.unit === "person" ? earlier.personId : null;
    if (offer.unit === "person" && !personId) return refuse("name_the_person");
    const { organisationId } = earlier;
    const judged = await judgeEligibility(tx, offer, { organisationId, personId });
    if (!judged.ok) return judged;
    const started = await insertDraft(tx, {
      ...(await answersOf(tx, earlier)),
      offerId: offer.id,
      personId,
      startedBy: starterOf(tx, earlier),
    });
    if (started.isNew) await copyParticipants(tx, earlier.id, started.applicationId);
    return ok(started);
  });
}

/** The school's own person stays the one we write to; a hub or a job starts it in the name of whoever applied before. */
function starterOf(tx: TxCtx, earlier: LockedApplication): string {
  const { actor } = tx;
  return actor.kind === "user" && canApply(actor, earlier.organisationId)
    ? actor.personId
    : earlier.startedBy;
}

async function answersOf(tx: TxCtx, earlier: LockedApplication) {
  const { organisationId, impossibleDays, preferredDays, mode, maximumKm, neighbourHubs } = earlier;
  const { wishesSaved, participantsLater, headName, headEmail, note } = earlier;
  return {
    organisationId,
    hubId: earlier.school.hubId ?? earlier.hubId,
    impossibleDays,
    preferredDays,
    mode,
    maximumKm,
    neighbourHubs,
    wishesSaved,
    participantsLater,
    headName,
    headEmail,
    note,
    followsApplicationId: earlier.id,
    previousLeadId: await leadOf(tx, earlier.workGroupId),
  };
}

async function leadOf(tx: TxCtx, workGroupId: string | null): Promise<string | null> {
  if (!workGroupId) return null;
  const [lead] = await tx.db
    .select({ personId: workGroupLeads.personId })
    .from(workGroupLeads)
    .where(
      and(
        eq(workGroupLeads.workGroupId, workGroupId),
        isNull(workGroupLeads.finishedOn),
        eq(workGroupLeads.coLead, false),
      ),
    );
  return lead?.personId ?? null;
}

async function copyParticipants(tx: TxCtx, fromId: string, toId: string): Promise<void> {
  const named = await tx.db
    .select({
      personId: participants.personId,
      jobTitle: participants.jobTitle,
      yearGroup: participants.yearGroup,
    })
    .from(participants)
    .where(and(eq(participants.applicationId, fromId), isNull(participants.removedAt)));
  if (named.length === 0) return;
  await tx.db
    .insert(participants)
    .values(named.map((person) => ({ ...person, applicationId: toId, addedAt: tx.now })));
}
