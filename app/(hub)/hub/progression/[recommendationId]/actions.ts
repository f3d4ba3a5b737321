"use server";

import { fieldText } from "@/lib/forms/field-text";
import { runForm } from "@/lib/forms/form-action";
import type { FormState } from "@/lib/forms/form-state";
import { decideRecommendation } from "@/lib/progression/decide-recommendation";
import { decideRecommendationInput, takeBackInput } from "@/lib/progression/input";
import { progressionRefusals as refusals } from "@/lib/progression/refusals";
import { takeBackRecommendation } from "@/lib/progression/take-back-recommendation";

export async function decide(state: FormState, formData: FormData): Promise<FormState> {
  return runForm(state, formData, decideRecommendationInput, decideRecommendation, {
    to: `/hub/progression/${encodeURIComponent(fieldText(formData, "recommendationId"))}`,
    refusals,
    fields: { reason_needed: "reason", never: "stage" },
  });
}

export async function takeBack(state: FormState, formData: FormData): Promise<FormState> {
  return runForm(state, formData, takeBackInput, takeBackRecommendation, {
    to: "/hub/progression?view=all",
    refusals,
  });
}
