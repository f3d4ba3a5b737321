"use server";

import { runForm } from "@/lib/forms/form-action";
import type { FormState } from "@/lib/forms/form-state";
import { offerFreePlaceInput } from "@/lib/matching/input";
import { offerFreePlace } from "@/lib/matching/offer-free-place";
import { matchingRefusals } from "@/lib/matching/refusals";

export async function offerToNext(state: FormState, formData: FormData): Promise<FormState> {
  return runForm(state, formData, offerFreePlaceInput, offerFreePlace, {
    to: ({ workGroupId }) => `/hub/work-groups/${workGroupId}`,
    refusals: matchingRefusals,
    fields: { answer_by_past: "answerBy", answer_by_far: "answerBy" },
  });
}
