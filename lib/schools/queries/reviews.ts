import { and, asc, eq, isNull, type SQL, sql } from "drizzle-orm";
import { organisationReviews } from "@/db/schema/schools";
import type { Ctx } from "@/lib/access/context";
import { offsetOf, PAGE_SIZE, type Page } from "@/lib/kernel/paging";
import { canResolveReview, canSeeReviews } from "../policy";

export type ReviewKind = "branch" | "merger" | "loop" | "missing_link" | "unknown_la";

export interface ReviewSchool {
  readonly urn: number;
  readonly name: string;
  readonly town: string | null;
  readonly open: boolean;
  readonly closedOn: string | null;
  /** The record that has, or had, this URN. */
  readonly organisationId: string | null;
}

export interface Review {
  readonly id: string;
  readonly kind: ReviewKind;
  readonly detail: string;
  readonly raisedAt: Date;
  readonly hubId: string | null;
  /** Those of its schools that the register holds. */
  readonly schools: readonly ReviewSchool[];
}

const schools = sql<
  ReviewSchool[]
>`coalesce((select json_agg(json_build_object('urn', e.urn, 'name', e.name, 'town', e.town,
    'open', e.open, 'closedOn', e.closed_on, 'organisationId', u.organisation_id) order by e.open, e.urn)
  from establishments e left join organisation_urns u on u.urn = e.urn
  where e.urn = any (${organisationReviews.urns})), '[]')`;

const columns = {
  id: organisationReviews.id,
  kind: sql<ReviewKind>`${organisationReviews.kind}`,
  detail: organisationReviews.detail,
  raisedAt: organisationReviews.raisedAt,
  hubId: organisationReviews.hubId,
  schools,
};

/** What the register leaves open for a hub, the oldest first; with a null hub, what no hub can decide. */
export async function listReviews(ctx: Ctx, hubId: string | null, page: number): Promise<Page<Review>> {
  if (!canSeeReviews(ctx.actor, hubId)) return { rows: [], page, total: 0 };
  const rows = await ctx.db
    .select({ ...columns, total: sql<number>`count(*) over ()`.mapWith(Number) })
    .from(organisationReviews)
    .where(and(isNull(organisationReviews.resolvedAt), ofHub(hubId)))
    .orderBy(asc(organisationReviews.raisedAt), asc(organisationReviews.urns))
    .limit(PAGE_SIZE)
    .offset(offsetOf(page));
  return { rows: rows.map(({ total: _, ...row }) => row), page, total: rows[0]?.total ?? 0 };
}

export async function countReviews(ctx: Ctx, hubId: string | null): Promise<number> {
  if (!canSeeReviews(ctx.actor, hubId)) return 0;
  return ctx.db.$count(organisationReviews, and(isNull(organisationReviews.resolvedAt), ofHub(hubId)));
}

export interface ReviewToResolve extends Review {
  readonly resolvedAt: Date | null;
}

/** A review that the actor may resolve. */
export async function getReview(ctx: Ctx, reviewId: string): Promise<ReviewToResolve | undefined> {
  const [review] = await ctx.db
    .select({ ...columns, resolvedAt: organisationReviews.resolvedAt })
    .from(organisationReviews)
    .where(eq(organisationReviews.id, reviewId));
  return review && canResolveReview(ctx.actor, review) ? review : undefined;
}

function ofHub(hubId: string | null): SQL {
  return hubId === null ? isNull(organisationReviews.hubId) : eq(organisationReviews.hubId, hubId);
}
