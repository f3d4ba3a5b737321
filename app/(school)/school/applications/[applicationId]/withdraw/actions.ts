"use server";

import { withdrawApplicationInput } from "@/lib/applications/input";
import { applicationRefusals } from "@/lib/applications/refusals";
import { withdrawApplication } from "@/lib/applications/withdraw-application";
import { fieldText } from "@/lib/forms/field-text";
import { runForm } from "@/lib/forms/form-action";
import type { FormState } from "@/lib/forms/form-state";

export async function takeBack(state: FormState, formData: FormData): Promise<FormState> {
  return runForm(state, formData, withdrawApplicationInput, withdrawApplication, {
    to: `/school/applications/${fieldText(formData, "applicationId")}`,
    refusals: applicationRefusals,
  });
}
