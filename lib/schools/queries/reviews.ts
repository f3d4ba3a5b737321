import { and, asc, desc, eq, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import { hubs } from "@/db/schema/hubs";
import { people } from "@/db/schema/people";
import { organisationReviews, organisations } from "@/db/schema/schools";
import type { Ctx } from "@/lib/access/context";
import { offsetOf, PAGE_SIZE, type Page } from "@/lib/kernel/paging";
import { canResolveReview, canSeeReviews, visibleSchools } from "../policy";

export type ReviewKind = "branch" | "merger" | "loop" | "missing_link" | "unknown_la";

export interface ReviewSchool {
  readonly urn: number;
  readonly name: string;
  readonly town: string | null;
  readonly open: boolean;
  readonly closedOn: string | null;
  /** The record that has, or had, this URN, where the actor may open it. */
  readonly organisationId: string | null;
}

export interface Review {
  readonly id: string;
  readonly kind: ReviewKind;
  readonly detail: string;
  readonly raisedAt: Date;
  /** Null where no hub looks after the school. */
  readonly hub: { readonly code: string; readonly name: string } | null;
  /** Those of its schools that the register holds. */
  readonly schools: readonly ReviewSchool[];
  /** Null while it is open; `by` is null where the next import answered it. */
  readonly answer: { readonly at: Date; readonly by: string | null; readonly words: string } | null;
}

interface ReviewsAsked {
  /** Null for what no hub can decide. */
  readonly hubId: string | null;
  readonly answered: boolean;
  readonly page: number;
}

/** What the register leaves open for a hub, the oldest first; or what has been answered, the newest first. */
export async function listReviews(ctx: Ctx, { hubId, answered, page }: ReviewsAsked): Promise<Page<Review>> {
  if (!canSeeReviews(ctx.actor, hubId)) return { rows: [], page, total: 0 };
  const { resolvedAt, raisedAt, urns } = organisationReviews;
  const rows = await selectReviews(ctx)
    .where(and(ofHub(hubId), answered ? isNotNull(resolvedAt) : isNull(resolvedAt)))
    .orderBy(answered ? desc(resolvedAt) : asc(raisedAt), asc(urns))
    .limit(PAGE_SIZE)
    .offset(offsetOf(page));
  return { rows: rows.map(asReview), page, total: rows[0]?.total ?? 0 };
}

export async function countReviews(ctx: Ctx, hubId: string | null): Promise<number> {
  if (!canSeeReviews(ctx.actor, hubId)) return 0;
  return ctx.db.$count(organisationReviews, and(isNull(organisationReviews.resolvedAt), ofHub(hubId)));
}

/** A review that the actor may answer, or has been answered. */
export async function getReview(ctx: Ctx, reviewId: string): Promise<Review | undefined> {
  const [row] = await selectReviews(ctx).where(eq(organisationReviews.id, reviewId));
  return row && canResolveReview(ctx.actor, row.review) ? asReview(row) : undefined;
}

function selectReviews(ctx: Ctx) {
  return ctx.db
    .select({
      review: organisationReviews,
      hub: { code: hubs.code, name: hubs.name },
      by: people.name,
      schools: schoolsOf(ctx),
      total: sql<number>`count(*) over ()`.mapWith(Number),
    })
    .from(organisationReviews)
    .leftJoin(hubs, eq(hubs.id, organisationReviews.hubId))
    .leftJoin(people, eq(people.id, organisationReviews.resolvedBy))
    .$dynamic();
}

function schoolsOf({ actor }: Ctx): SQL<ReviewSchool[]> {
  return sql`coalesce((select json_agg(json_build_object('urn', e.urn, 'name', e.name, 'town', e.town,
      'open', e.open, 'closedOn', e.closed_on, 'organisationId', case when ${visibleSchools(actor)} then ${organisations.id} end)
      order by e.open, e.urn)
    from establishments e left join organisation_urns u on u.urn = e.urn
      left join ${organisations} on ${organisations.id} = u.organisation_id
    where e.urn = any (${organisationReviews.urns})), '[]')`;
}

type ReviewRow = Awaited<ReturnType<typeof selectReviews>>[number];

function asReview({ review, hub, by, schools }: ReviewRow): Review {
  const { id, kind, detail, raisedAt, resolvedAt, resolution } = review;
  const answer = resolvedAt && { at: resolvedAt, by, words: resolution ?? "" };
  // The column is text for the sake of kinds to come; only those that are raised stand in it.
  return { id, kind: kind as ReviewKind, detail, raisedAt, hub, schools, answer };
}

function ofHub(hubId: string | null): SQL {
  return hubId === null ? isNull(organisationReviews.hubId) : eq(organisationReviews.hubId, hubId);
}
