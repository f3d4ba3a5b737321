"use server";

import { fieldText } from "@/lib/forms/field-text";
import { runForm } from "@/lib/forms/form-action";
import type { FormState } from "@/lib/forms/form-state";
import { answerConsent } from "@/lib/referrals/answer-consent";
import { answerConsentInput } from "@/lib/referrals/input";
import { referralRefusals } from "@/lib/referrals/refusals";

export async function sendConsent(state: FormState, formData: FormData): Promise<FormState> {
  const secret = fieldText(formData, "secret");
  return runForm(state, formData, answerConsentInput, answerConsent, {
    to: `/consent/${encodeURIComponent(secret)}`,
    refusals: referralRefusals,
  });
}
