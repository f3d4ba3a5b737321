"use server";

import { fieldText } from "@/lib/forms/field-text";
import { runForm } from "@/lib/forms/form-action";
import type { FormState } from "@/lib/forms/form-state";
import { askConsent } from "@/lib/referrals/ask-consent";
import { askConsentInput, triageReferralInput } from "@/lib/referrals/input";
import { referralRefusals } from "@/lib/referrals/refusals";
import { triageReferral } from "@/lib/referrals/triage-referral";

export async function decideReferral(state: FormState, formData: FormData): Promise<FormState> {
  const referralId = fieldText(formData, "referralId");
  return runForm(state, formData, triageReferralInput, triageReferral, {
    to: ({ caseId }) =>
      caseId ? `/hub/cases/${caseId}` : `/hub/referrals/${encodeURIComponent(referralId)}`,
    refusals: referralRefusals,
  });
}

export async function askAgain(state: FormState, formData: FormData): Promise<FormState> {
  const referralId = fieldText(formData, "referralId");
  return runForm(state, formData, askConsentInput, askConsent, {
    to: `/hub/referrals/${encodeURIComponent(referralId)}`,
    refusals: referralRefusals,
  });
}
