"use server";

import { fieldText } from "@/lib/forms/field-text";
import { runForm } from "@/lib/forms/form-action";
import type { FormState } from "@/lib/forms/form-state";
import { raiseReferralInput } from "@/lib/referrals/input";
import { raiseReferral } from "@/lib/referrals/raise-referral";
import { referralRefusals } from "@/lib/referrals/refusals";

export async function askForSupport(state: FormState, formData: FormData): Promise<FormState> {
  return runForm(state, formData, raiseReferralInput, raiseReferral, {
    to: `/school/${encodeURIComponent(fieldText(formData, "organisationId"))}/support?asked=yes`,
    refusals: referralRefusals,
  });
}
