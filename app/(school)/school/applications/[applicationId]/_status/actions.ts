"use server";

import { askHeadteacher } from "@/lib/applications/ask-headteacher";
import { askHeadteacherInput } from "@/lib/applications/input";
import { applicationRefusals } from "@/lib/applications/refusals";
import { fieldText } from "@/lib/forms/field-text";
import { runForm } from "@/lib/forms/form-action";
import type { FormState } from "@/lib/forms/form-state";

export async function remindHeadteacher(state: FormState, formData: FormData): Promise<FormState> {
  return runForm(state, formData, askHeadteacherInput, askHeadteacher, {
    to: `/school/applications/${fieldText(formData, "applicationId")}`,
    refusals: applicationRefusals,
  });
}
