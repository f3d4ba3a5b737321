"use server";

import { fieldText } from "@/lib/forms/field-text";
import { runForm } from "@/lib/forms/form-action";
import type { FormState } from "@/lib/forms/form-state";
import { reviewForm, takeBackInput } from "@/lib/progression/input";
import { recommendStage } from "@/lib/progression/recommend-stage";
import { progressionRefusals as refusals } from "@/lib/progression/refusals";
import { takeBackRecommendation } from "@/lib/progression/take-back-recommendation";

export async function shareReview(state: FormState, formData: FormData): Promise<FormState> {
  const applicationId = fieldText(formData, "applicationId");
  return runForm(state, formData, reviewForm, recommendStage, {
    to: ({ workGroupId }) => `/lead/groups/${workGroupId}/reviews/${applicationId}?shared=yes`,
    refusals,
    fields: { never: "toStage" },
  });
}

export async function takeBack(state: FormState, formData: FormData): Promise<FormState> {
  return runForm(state, formData, takeBackInput, takeBackRecommendation, {
    to: ({ workGroupId, applicationId }) => `/lead/groups/${workGroupId}/reviews/${applicationId}`,
    refusals,
  });
}
