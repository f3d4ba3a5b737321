import { and, asc, count, desc, eq, inArray, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { applications } from "@/db/schema/applications";
import { matchResults, matchRuns } from "@/db/schema/matching";
import { offers, programmes } from "@/db/schema/programmes";
import { systemActor, type UserActor } from "@/lib/access/actor";
import { type Ctx, createContext } from "@/lib/access/context";
import { systemClock } from "@/lib/kernel/clock";
import { londonDate } from "@/lib/kernel/dates";
import { computeMatchRun } from "@/lib/matching/compute-match-run";
import { findLatePlace } from "@/lib/matching/find-late-place";
import { offerLatePlace } from "@/lib/matching/offer-late-place";
import { usualAnswerDate } from "@/lib/matching/rules";
import { startMatchRun } from "@/lib/matching/start-match-run";
import { nationalActor } from "./measure-runs";

export interface LateFigures {
  readonly name: string;
  /** Of the match that was published without the late ones. */
  readonly applications: number;
  readonly groups: number;
  /** Milliseconds for each late application, and for each of those that were offered a place. */
  readonly found: readonly number[];
  readonly offered: readonly number[];
}

interface Settings {
  /** How many offers, the largest first, and late applications of each. */
  readonly offers: number;
  readonly each: number;
}

interface Offer {
  readonly id: string;
  readonly name: string;
}

/** Late applications that are placed and not measured, so that what is measured is a service that runs already. */
const WARM = 10;

export async function measureLate(db: Database, settings: Settings): Promise<LateFigures[]> {
  const national = await nationalActor(db);
  const ctx = createContext(db, national, systemClock.now());
  const figures: LateFigures[] = [];
  for (const offer of await largestOffers(db, settings.offers)) {
    const warm = figures.length === 0 ? WARM : 0;
    const late = await holdBack(db, offer.id, settings.each + warm);
    const matched = await publishAtOnce(ctx, offer);
    const found: number[] = [];
    const offered: number[] = [];
    for (const [index, application] of late.entries()) {
      const hub = { ...ctx, actor: leadOf(national, application.hubId) };
      const taken = await placeOne(hub, application);
      if (index < warm) continue;
      found.push(taken.found);
      if (taken.offered !== undefined) offered.push(taken.offered);
    }
    figures.push({ name: offer.name, ...matched, found, offered });
  }
  return figures;
}

async function largestOffers(db: Database, number: number): Promise<Offer[]> {
  return db
    .select({ id: offers.id, name: programmes.name })
    .from(applications)
    .innerJoin(offers, eq(offers.id, applications.offerId))
    .innerJoin(programmes, eq(programmes.id, offers.programmeId))
    .where(
      and(eq(applications.decision, "approved"), inArray(applications.placement, ["unplaced", "waiting"])),
    )
    .groupBy(offers.id, programmes.name)
    .orderBy(desc(count()), asc(offers.id))
    .limit(number);
}

/** The applications that were sent last are not decided yet when the others are matched. */
async function holdBack(db: Database, offerId: string, number: number) {
  const late = await db
    .select({
      id: applications.id,
      hubId: applications.hubId,
      offerId: applications.offerId,
      phase: programmes.phase,
    })
    .from(applications)
    .innerJoin(offers, eq(offers.id, applications.offerId))
    .innerJoin(programmes, eq(programmes.id, offers.programmeId))
    .where(
      and(
        eq(applications.offerId, offerId),
        eq(applications.decision, "approved"),
        eq(applications.placement, "unplaced"),
      ),
    )
    .orderBy(desc(applications.submittedAt), asc(applications.id))
    .limit(number);
  const ids = late.map(({ id }) => id);
  await db.update(applications).set({ decision: "submitted" }).where(inArray(applications.id, ids));
  return late.toReversed();
}

/** Matches an offer over all hubs and writes its result straight into the applications: sending thousands of offers by the deed is not what is measured. */
async function publishAtOnce(
  ctx: Ctx,
  { id: offerId, name }: Offer,
): Promise<{ applications: number; groups: number }> {
  const { db } = ctx;
  const started = await startMatchRun(ctx, { hubId: null, offerId });
  if (!started.ok) throw new Error(`${name}: ${started.refusal.code}`);
  const { runId } = started.value;
  const computed = await computeMatchRun({ ...ctx, actor: systemActor("bench") }, { runId });
  if (!computed.ok || computed.value.status !== "computed") throw new Error(`${name} was not worked out`);
  const ofRun = and(eq(matchResults.runId, runId), eq(matchResults.applicationId, applications.id));
  await db
    .update(applications)
    .set({
      placement: sql`case when ${matchResults.workGroupId} is null then 'waiting' else 'offered' end::placement_state`,
      workGroupId: matchResults.workGroupId,
      placementReason: matchResults.reason,
      offeredAt: ctx.now,
      answerBy: usualAnswerDate(londonDate(ctx.now)),
    })
    .from(matchResults)
    .where(ofRun);
  await db.update(matchResults).set({ published: true }).where(eq(matchResults.runId, runId));
  await db
    .update(matchRuns)
    .set({ status: "published", publishedAt: ctx.now })
    .where(eq(matchRuns.id, runId));
  await db.execute(sql`analyze applications, match_runs, match_results`);
  const [sizes] = await db
    .select({
      applications: sql<number>`jsonb_array_length(${matchRuns.input} -> 'applications')`,
      groups: sql<number>`jsonb_array_length(${matchRuns.input} -> 'groups')`,
    })
    .from(matchRuns)
    .where(eq(matchRuns.id, runId));
  if (!sizes) throw new Error(`Run ${runId} vanished`);
  return sizes;
}

function leadOf(national: UserActor, hubId: string): UserActor {
  const nowhere = { organisationId: null, schoolIds: [], phase: null, until: null };
  return { ...national, grants: [{ id: "bench", role: "hub_lead", hubId, ...nowhere }] };
}

type Late = Awaited<ReturnType<typeof holdBack>>[number];

async function placeOne(ctx: Ctx, late: Late): Promise<{ found: number; offered: number | undefined }> {
  await ctx.db.update(applications).set({ decision: "approved" }).where(eq(applications.id, late.id));
  const began = performance.now();
  const place = await findLatePlace(ctx, { ...late, decision: "approved", placement: "unplaced" });
  const found = performance.now() - began;
  if (!place) throw new Error(`Application ${late.id} does not count as late`);
  if (!place.group) return { found, offered: undefined };
  const answerBy = usualAnswerDate(londonDate(ctx.now));
  const called = performance.now();
  const answer = await offerLatePlace(ctx, { applicationId: late.id, workGroupId: place.group.id, answerBy });
  if (!answer.ok) throw new Error(`Application ${late.id}: ${answer.refusal.code}`);
  return { found, offered: performance.now() - called };
}
