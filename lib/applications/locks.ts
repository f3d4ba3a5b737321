import { and, count, eq, isNull, ne, notInArray, sql } from "drizzle-orm";
import { applications, headteacherAgreements, participants } from "@/db/schema/applications";
import { freedPlaces } from "@/db/schema/freed-places";
import { offers, programmes } from "@/db/schema/programmes";
import { organisations } from "@/db/schema/schools";
import type { TxCtx } from "@/lib/access/context";
import { personIdOf } from "@/lib/access/scope";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { canDecide, canEdit } from "./policy";
import { whyNotDecide, whyNotEdit } from "./rules";

export type ApplicationRow = typeof applications.$inferSelect;
export type OfferRow = typeof offers.$inferSelect;

/** An application with what its rules and policies ask about. */
export interface LockedApplication extends ApplicationRow {
  readonly offer: OfferRow;
  readonly programme: {
    readonly name: string;
    readonly phase: string;
    readonly unit: "school" | "person";
    readonly opensToApplications: boolean;
  };
  readonly school: typeof organisations.$inferSelect;
  readonly phase: string;
}

/** The application, held against other deeds until this transaction ends. Offer, programme and school are read beside it. */
export async function lockApplication(
  tx: TxCtx,
  applicationId: string,
): Promise<LockedApplication | undefined> {
  const [row] = await tx.db
    .select({ application: applications, offer: offers, programme: programmes, school: organisations })
    .from(applications)
    .innerJoin(offers, eq(offers.id, applications.offerId))
    .innerJoin(programmes, eq(programmes.id, offers.programmeId))
    .innerJoin(organisations, eq(organisations.id, applications.organisationId))
    .where(eq(applications.id, applicationId))
    .for("update", { of: applications });
  return (
    row && {
      ...row.application,
      offer: row.offer,
      programme: row.programme,
      school: row.school,
      phase: row.programme.phase,
    }
  );
}

/** A place that came free, held against other tries to offer it. */
export async function lockFreedPlace(tx: TxCtx, freedPlaceId: string) {
  const [freed] = await tx.db
    .select()
    .from(freedPlaces)
    .where(eq(freedPlaces.id, freedPlaceId))
    .for("update");
  return freed;
}

/** Changes a locked application and counts its version up. */
export async function changeApplication(
  tx: TxCtx,
  applicationId: string,
  values: Partial<typeof applications.$inferInsert>,
): Promise<ApplicationRow> {
  const [row] = await tx.db
    .update(applications)
    .set({ ...values, version: sql`${applications.version} + 1` })
    .where(eq(applications.id, applicationId))
    .returning();
  if (!row) throw new Error(`Application ${applicationId} vanished under its lock`);
  return row;
}

/** What an event about an application is about. */
export function subjectsOf(application: Pick<ApplicationRow, "id" | "organisationId" | "hubId" | "offerId">) {
  const { id, organisationId, hubId, offerId } = application;
  return { applicationId: id, organisationId, hubId, offerId };
}

/** Whether the school has since applied anew for the same thing, after a no or a place that it did not take. That one counts. */
export async function isReplaced(tx: TxCtx, application: ApplicationRow): Promise<boolean> {
  const newer = await newerApplications(tx, application).limit(1);
  return newer.length > 0;
}

/** Its other applications for the same thing that still count: a statement, or part of one that asks more. */
export function newerApplications({ db }: TxCtx, application: ApplicationRow) {
  return db
    .select({ id: applications.id })
    .from(applications)
    .where(
      and(
        ne(applications.id, application.id),
        eq(applications.organisationId, application.organisationId),
        eq(applications.offerId, application.offerId),
        sql`${applications.personId} is not distinct from ${application.personId}::uuid`,
        notInArray(applications.decision, ["withdrawn", "declined", "redirected"]),
        notInArray(applications.placement, ["declined", "lapsed", "withdrawn"]),
      ),
    );
}

/** Links sent for an application, newest first. */
export function agreementsOf(tx: TxCtx, applicationId: string) {
  return tx.db
    .select()
    .from(headteacherAgreements)
    .where(eq(headteacherAgreements.applicationId, applicationId))
    .orderBy(sql`${headteacherAgreements.askedAt} desc`);
}

export async function countParticipants(tx: TxCtx, applicationId: string): Promise<number> {
  const [row] = await tx.db
    .select({ named: count() })
    .from(participants)
    .where(and(eq(participants.applicationId, applicationId), isNull(participants.removedAt)));
  return row?.named ?? 0;
}

/** The application under lock, if the actor may change its answers and the hub has not decided. */
export async function lockForEdit(
  tx: TxCtx,
  applicationId: string,
): Promise<Result<LockedApplication, "not_found" | "withdrawn" | "decided">> {
  const application = await lockApplication(tx, applicationId);
  if (!application || !canEdit(tx.actor, application)) return refuse("not_found");
  const why = whyNotEdit(application);
  return why ? refuse(why) : ok(application);
}

/** A link that was not answered stops working. */
export async function replaceOpenLink(tx: TxCtx, applicationId: string): Promise<void> {
  const { applicationId: of, answeredAt, replacedAt } = headteacherAgreements;
  await tx.db
    .update(headteacherAgreements)
    .set({ replacedAt: tx.now })
    .where(and(eq(of, applicationId), isNull(answeredAt), isNull(replacedAt)));
}

/** The application under lock, if the actor may decide it, it is as the actor saw it, and it is ready to be decided. */
export async function lockForDecision(
  tx: TxCtx,
  input: { applicationId: string; version: number },
): Promise<
  Result<LockedApplication, "not_found" | "changed_meanwhile" | "not_complete" | "withdrawn" | "decided">
> {
  const application = await lockApplication(tx, input.applicationId);
  if (!application || application.decision === "draft" || !canDecide(tx.actor, application)) {
    return refuse("not_found");
  }
  if (application.version !== input.version) return refuse("changed_meanwhile");
  const why = whyNotDecide(application);
  return why ? refuse(why) : ok(application);
}

/** Who decided, and when. */
export function decidedBy(tx: TxCtx): { decidedAt: Date; decidedBy: string | null } {
  return { decidedAt: tx.now, decidedBy: personIdOf(tx.actor) ?? null };
}
