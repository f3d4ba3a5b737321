"use server";

import { choosePlace } from "@/lib/applications/choose-place";
import { choosePlaceInput } from "@/lib/applications/input";
import { applicationRefusals } from "@/lib/applications/refusals";
import { fieldText } from "@/lib/forms/field-text";
import { runForm } from "@/lib/forms/form-action";
import type { FormState } from "@/lib/forms/form-state";

export async function offerByHand(state: FormState, formData: FormData): Promise<FormState> {
  return runForm(state, formData, choosePlaceInput, choosePlace, {
    to: `/hub/applications/${fieldText(formData, "applicationId")}`,
    refusals: applicationRefusals,
    fields: { group_full: "workGroupId", group_not_open: "workGroupId", answer_by_past: "answerBy" },
  });
}
