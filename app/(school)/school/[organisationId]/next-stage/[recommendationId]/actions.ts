"use server";

import { fieldText } from "@/lib/forms/field-text";
import { runForm } from "@/lib/forms/form-action";
import type { FormState } from "@/lib/forms/form-state";
import { confirmRecommendation } from "@/lib/progression/confirm-recommendation";
import { confirmRecommendationInput, startNextInput } from "@/lib/progression/input";
import { progressionRefusals as refusals } from "@/lib/progression/refusals";
import { startNextApplication } from "@/lib/progression/start-next-application";

export async function answer(state: FormState, formData: FormData): Promise<FormState> {
  return runForm(state, formData, confirmRecommendationInput, confirmRecommendation, {
    to: ({ organisationId }) =>
      `/school/${organisationId}/next-stage/${encodeURIComponent(fieldText(formData, "recommendationId"))}`,
    refusals,
  });
}

export async function startNext(state: FormState, formData: FormData): Promise<FormState> {
  return runForm(state, formData, startNextInput, startNextApplication, {
    to: ({ applicationId }) => `/school/applications/${applicationId}`,
    refusals,
  });
}
