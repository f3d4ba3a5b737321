import { and, eq, notInArray, sql } from "drizzle-orm";
import { applications } from "@/db/schema/applications";
import { offers, programmes } from "@/db/schema/programmes";
import { organisations } from "@/db/schema/schools";
import type { Ctx, TxCtx } from "@/lib/access/context";
import { withTransaction } from "@/lib/access/context";
import { recordEvent } from "@/lib/events/record-event";
import { newReference } from "@/lib/kernel/ids";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { stateFacts } from "@/lib/programmes/state-facts";
import { nameParticipant } from "./add-participant";
import { choosePerson } from "./choose-person";
import { applicationStarted } from "./events";
import type { StartApplicationInput } from "./input";
import { judgeEligibility, unanswered } from "./judge-eligibility";
import { type LockedApplication, lockApplication, subjectsOf } from "./locks";
import { canApply } from "./policy";
import type { ApplicationRefusal } from "./refusals";

export interface Started {
  readonly applicationId: string;
  /** False when there was one already: nothing was written, and that one is answered. */
  readonly isNew: boolean;
}

/** Starts a draft for a school, or for a person of it where the offer enrols people. There is one live application; a second start answers with it. */
export async function startApplication(
  ctx: Ctx,
  input: StartApplicationInput,
): Promise<Result<Started, ApplicationRefusal>> {
  return withTransaction(ctx, async (tx) => {
    if (tx.actor.kind !== "user" || !canApply(tx.actor, input.organisationId)) return refuse("not_found");
    const school = await findSchool(tx, input.organisationId);
    const offer = await findOffer(tx, input.offerId);
    if (!school || !offer) return refuse("not_found");
    if (!school.hubId) return refuse("no_hub");
    const live = offer.unit === "school" ? await findLive(tx, { ...input, personId: null }) : undefined;
    if (live) return ok({ applicationId: live, isNew: false });
    const person = offer.unit === "person" ? await choosePerson(tx, input) : ok(undefined);
    if (!person.ok) return person;
    const why = await whyNotStart(tx, input, { offer, personId: person.value?.personId ?? null });
    if (why) return why;
    const started = await insertDraft(tx, {
      organisationId: school.id,
      offerId: offer.id,
      hubId: school.hubId,
      personId: person.value?.personId ?? null,
      startedBy: tx.actor.personId,
    });
    if (started.isNew && person.value) await nameParticipant(tx, await draftOf(tx, started), person.value);
    return ok(started);
  });
}

type NewDraft = Pick<
  typeof applications.$inferInsert,
  "organisationId" | "offerId" | "hubId" | "personId" | "startedBy"
> &
  Partial<typeof applications.$inferInsert>;

/** Writes a draft unless a live application stands in its way, which is answered instead. */
export async function insertDraft(tx: TxCtx, draft: NewDraft): Promise<Started> {
  const [row] = await tx.db
    .insert(applications)
    .values({ ...draft, reference: newReference(), startedAt: tx.now })
    .onConflictDoNothing()
    .returning();
  if (!row) return { applicationId: await getLive(tx, draft), isNew: false };
  const offer = await findOffer(tx, row.offerId);
  await recordEvent(tx, applicationStarted, {
    ...subjectsOf(row),
    payload: {
      programme: offer?.name ?? "",
      ...(draft.followsApplicationId ? { follows: draft.followsApplicationId } : {}),
    },
  });
  return { applicationId: row.id, isNew: true };
}

/** Reads a draft that was just written. */
export async function draftOf(tx: TxCtx, started: Started): Promise<LockedApplication> {
  const draft = await lockApplication(tx, started.applicationId);
  if (!draft) throw new Error("The draft was not written");
  return draft;
}

type LiveOf = Pick<NewDraft, "organisationId" | "offerId" | "personId">;

async function getLive(tx: TxCtx, draft: LiveOf): Promise<string> {
  const live = await findLive(tx, draft);
  if (!live) throw new Error("A draft met a live application that is not there");
  return live;
}

async function findLive(tx: TxCtx, draft: LiveOf): Promise<string | undefined> {
  const [live] = await tx.db
    .select({ id: applications.id })
    .from(applications)
    .where(
      and(
        eq(applications.organisationId, draft.organisationId),
        eq(applications.offerId, draft.offerId),
        sql`${applications.personId} is not distinct from ${draft.personId ?? null}::uuid`,
        notInArray(applications.decision, ["withdrawn", "declined", "redirected"]),
        notInArray(applications.placement, ["declined", "lapsed", "withdrawn"]),
      ),
    );
  return live?.id;
}

export async function findSchool(tx: TxCtx, organisationId: string) {
  const [school] = await tx.db.select().from(organisations).where(eq(organisations.id, organisationId));
  return school;
}

export async function findOffer(tx: TxCtx, offerId: string) {
  const [row] = await tx.db
    .select({ offer: offers, programme: programmes })
    .from(offers)
    .innerJoin(programmes, eq(programmes.id, offers.programmeId))
    .where(eq(offers.id, offerId));
  if (!row) return undefined;
  const { name, unit, opensToApplications, phase } = row.programme;
  return { ...row.offer, name, unit, opensToApplications, phase };
}

export type OfferToStart = NonNullable<Awaited<ReturnType<typeof findOffer>>>;

/** Writes down what the school tells about itself, then judges. What is refused is not written. */
async function whyNotStart(
  tx: TxCtx,
  { organisationId, answers = {} }: StartApplicationInput,
  { offer, personId }: { offer: OfferToStart; personId: string | null },
) {
  const told = { organisationId, answers, ...(personId ? { personId } : {}) };
  const stated = Object.keys(answers).length > 0 ? await stateFacts(tx, told) : undefined;
  if (stated && !stated.ok) return stated;
  const judged = await judgeEligibility(tx, offer, { organisationId, personId });
  if (!judged.ok) return judged;
  return unanswered(judged.value).length > 0 ? refuse("answers_missing") : undefined;
}
