"use server";

import { runForm } from "@/lib/forms/form-action";
import type { FormState } from "@/lib/forms/form-state";
import { startNextApplicationInput } from "@/lib/referrals/input";
import { caseRefusals } from "@/lib/referrals/refusals";
import { startNextApplication } from "@/lib/referrals/start-next-application";

export async function startNext(state: FormState, formData: FormData): Promise<FormState> {
  return runForm(state, formData, startNextApplicationInput, startNextApplication, {
    to: ({ applicationId }) => `/school/applications/${applicationId}`,
    refusals: caseRefusals,
  });
}
