import { eq, inArray } from "drizzle-orm";
import { establishments, organisationReviews } from "@/db/schema/schools";
import { type Ctx, type TxCtx, withTransaction } from "@/lib/access/context";
import { personIdOf } from "@/lib/access/scope";
import { recordEvent } from "@/lib/events/record-event";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { continueOrganisation } from "./continue-organisation";
import { reviewResolved } from "./events";
import type { ResolveReviewInput } from "./input";
import { lockReview } from "./locks";
import { canResolveReview } from "./policy";
import type { ReviewRefusal } from "./refusals";
import { type Following, followingsOf } from "./rules";

export interface ResolvedReview {
  readonly reviewId: string;
  /** The organisation whose history goes on; null where the schools are kept apart. */
  readonly organisationId: string | null;
}

/** Somebody who knows the schools says what the register leaves open: one history goes on in another school, or they stay apart. */
export async function resolveReview(
  ctx: Ctx,
  input: ResolveReviewInput,
): Promise<Result<ResolvedReview, ReviewRefusal>> {
  return withTransaction(ctx, async (tx) => {
    const review = await lockReview(tx, input.reviewId);
    if (!review || !canResolveReview(ctx.actor, review)) return refuse("not_found");
    if (review.resolvedAt) return refuse("already_resolved");
    if (review.kind === "unknown_la") return refuse("needs_hub");
    const followed = input.follow
      ? await follow(tx, review.urns, input.follow)
      : ok({ organisationId: null });
    if (!followed.ok) return followed;
    await tx.db
      .update(organisationReviews)
      .set({ resolvedAt: ctx.now, resolvedBy: personIdOf(ctx.actor), resolution: input.note })
      .where(eq(organisationReviews.id, review.id));
    await recordEvent(tx, reviewResolved, {
      organisationId: followed.value.organisationId,
      hubId: review.hubId,
      payload: {
        reviewId: review.id,
        decision: input.follow ? "follow" : "keep_separate",
        fromUrn: input.follow?.fromUrn ?? null,
        toUrn: input.follow?.toUrn ?? null,
        note: input.note,
      },
    });
    return ok({ reviewId: review.id, ...followed.value });
  });
}

async function follow(
  tx: TxCtx,
  urns: readonly number[],
  { fromUrn, toUrn }: Following,
): Promise<Result<Pick<ResolvedReview, "organisationId">, ReviewRefusal>> {
  const schools = await tx.db
    .select({ urn: establishments.urn, open: establishments.open })
    .from(establishments)
    .where(inArray(establishments.urn, [...urns]));
  const offered = followingsOf(schools).some((one) => one.fromUrn === fromUrn && one.toUrn === toUrn);
  if (!offered) return refuse("choose_schools");
  const answer = await continueOrganisation(tx, { fromUrn, toUrn });
  if (answer.ok) return answer;
  return refuse(answer.refusal.code === "in_use" ? "in_use" : "choose_schools");
}
