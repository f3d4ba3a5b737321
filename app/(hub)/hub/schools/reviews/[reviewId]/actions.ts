"use server";

import { runForm } from "@/lib/forms/form-action";
import type { FormState } from "@/lib/forms/form-state";
import { resolveReviewInput } from "@/lib/schools/input";
import { reviewRefusals } from "@/lib/schools/refusals";
import { resolveReview } from "@/lib/schools/resolve-review";

export async function answerReview(state: FormState, formData: FormData): Promise<FormState> {
  return runForm(state, formData, resolveReviewInput, resolveReview, {
    to: ({ reviewId }) => `/hub/schools/reviews/${reviewId}`,
    refusals: reviewRefusals,
    fields: { in_use: "answer", choose_schools: "answer" },
  });
}
