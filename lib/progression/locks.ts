import { eq, sql } from "drizzle-orm";
import { programmes } from "@/db/schema/programmes";
import { stagePeriods, stageRecommendations } from "@/db/schema/progression";
import { workGroups } from "@/db/schema/workgroups";
import type { TxCtx } from "@/lib/access/context";
import { type LockedApplication, lockApplication } from "@/lib/applications/locks";
import { londonDate } from "@/lib/kernel/dates";
import type { Phase, Stage } from "./move-rules";

export type RecommendationRow = typeof stageRecommendations.$inferSelect;

/** A place in a group, held against other deeds, with what a review asks of it. */
export interface LockedPlace {
  readonly application: LockedApplication;
  readonly workGroupId: string;
  /** The group's hub. */
  readonly hubId: string;
  readonly leadIds: readonly string[];
  readonly stage: Stage | null;
  readonly phase: Phase | null;
  readonly placement: string;
  readonly everDevelopment: boolean;
}

/** Every deed of a recommendation takes the application first: two of them never wait for each other in a circle. */
export async function lockPlace(tx: TxCtx, applicationId: string): Promise<LockedPlace | undefined> {
  const application = await lockApplication(tx, applicationId);
  if (!application?.workGroupId) return undefined;
  const [facts] = await tx.db
    .select({
      hubId: workGroups.hubId,
      stage: programmes.stage,
      phase: programmes.ladderPhase,
      leadIds: sql<
        string[]
      >`array(select l.person_id from work_group_leads l where l.work_group_id = ${workGroups.id}
        and (l.finished_on is null or l.finished_on > ${londonDate(tx.now)}))`,
      everDevelopment: sql<boolean>`exists (select from ${stagePeriods} s where s.organisation_id = ${application.organisationId}
        and s.phase = ${programmes.ladderPhase} and s.stage = 'development' and s.outcome is distinct from 'withdrew')`,
    })
    .from(workGroups)
    .innerJoin(programmes, eq(programmes.id, application.offer.programmeId))
    .where(eq(workGroups.id, application.workGroupId));
  if (!facts) return undefined;
  return { ...facts, application, workGroupId: application.workGroupId, placement: application.placement };
}

export interface LockedRecommendation {
  readonly row: RecommendationRow;
  readonly place: LockedPlace;
}

/** A recommendation with the place it is about, both held until this transaction ends. */
export async function lockRecommendation(
  tx: TxCtx,
  recommendationId: string,
): Promise<LockedRecommendation | undefined> {
  const byId = eq(stageRecommendations.id, recommendationId);
  const [found] = await tx.db
    .select({ applicationId: stageRecommendations.applicationId })
    .from(stageRecommendations)
    .where(byId);
  const place = found && (await lockPlace(tx, found.applicationId));
  if (!place) return undefined;
  const [row] = await tx.db.select().from(stageRecommendations).where(byId).for("update");
  return row && { row, place };
}

/** Whom a policy asks about: the recommendation's school, hub and phase, and who leads the group today. */
export function subjectOf({ row, place }: LockedRecommendation) {
  const { organisationId, hubId, phase } = row;
  return { organisationId, hubId, phase, leadIds: place.leadIds };
}

/** What an event about a recommendation is about. */
export function subjectsOf({ applicationId, organisationId, workGroupId, hubId }: RecommendationRow) {
  return { applicationId, organisationId, workGroupId, hubId };
}

/** Changes a locked recommendation and counts its version up. */
export async function changeRecommendation(
  tx: TxCtx,
  row: RecommendationRow,
  values: Partial<typeof stageRecommendations.$inferInsert>,
): Promise<void> {
  await tx.db
    .update(stageRecommendations)
    .set({ ...values, version: row.version + 1 })
    .where(eq(stageRecommendations.id, row.id));
}
