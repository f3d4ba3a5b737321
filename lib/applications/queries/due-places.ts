import { and, asc, between, eq, isNull, lt, type SQL } from "drizzle-orm";
import { applications } from "@/db/schema/applications";
import type { Ctx } from "@/lib/access/context";
import { londonDate } from "@/lib/kernel/dates";
import { warnsUpTo } from "../placement-rules";
import { canFollowDates } from "../policy";

/** An offer whose date asks for something. */
export interface DuePlace {
  readonly applicationId: string;
  readonly workGroupId: string;
}

/** Offers whose last date has passed, the oldest first. */
export async function listLapsedOffers(ctx: Ctx): Promise<DuePlace[]> {
  return listOffers(ctx, lt(applications.answerBy, londonDate(ctx.now)));
}

/** Offers that may be due for a reminder; the deed knows whether they are. */
export async function listEndingOffers(ctx: Ctx): Promise<DuePlace[]> {
  const today = londonDate(ctx.now);
  return listOffers(
    ctx,
    and(between(applications.answerBy, today, warnsUpTo(today)), isNull(applications.warnedAt)),
  );
}

async function listOffers(ctx: Ctx, due: SQL | undefined): Promise<DuePlace[]> {
  if (!canFollowDates(ctx.actor)) return [];
  const rows = await ctx.db
    .select({ applicationId: applications.id, workGroupId: applications.workGroupId })
    .from(applications)
    .where(and(eq(applications.placement, "offered"), due))
    .orderBy(asc(applications.answerBy), asc(applications.id));
  return rows.flatMap(({ applicationId, workGroupId }) =>
    workGroupId ? [{ applicationId, workGroupId }] : [],
  );
}
