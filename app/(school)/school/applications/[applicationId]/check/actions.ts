"use server";

import { submitApplicationInput } from "@/lib/applications/input";
import { applicationRefusals } from "@/lib/applications/refusals";
import { submitApplication } from "@/lib/applications/submit-application";
import { runForm } from "@/lib/forms/form-action";
import type { FormState } from "@/lib/forms/form-state";

export async function send(state: FormState, formData: FormData): Promise<FormState> {
  return runForm(state, formData, submitApplicationInput, submitApplication, {
    to: ({ applicationId }) => `/school/applications/${applicationId}/sent`,
    refusals: applicationRefusals,
  });
}
