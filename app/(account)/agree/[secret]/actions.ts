"use server";

import { answerAgreement } from "@/lib/applications/answer-agreement";
import { answerAgreementInput } from "@/lib/applications/input";
import { applicationRefusals } from "@/lib/applications/refusals";
import { fieldText } from "@/lib/forms/field-text";
import { runForm } from "@/lib/forms/form-action";
import type { FormState } from "@/lib/forms/form-state";

export async function answer(state: FormState, formData: FormData): Promise<FormState> {
  const secret = fieldText(formData, "secret");
  return runForm(state, formData, answerAgreementInput, answerAgreement, {
    to: `/agree/${encodeURIComponent(secret)}`,
    refusals: applicationRefusals,
    fields: { promises_missing: "promises", name_needed: "name" },
  });
}
