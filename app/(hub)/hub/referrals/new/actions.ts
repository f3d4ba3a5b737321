"use server";

import { runForm } from "@/lib/forms/form-action";
import type { FormState } from "@/lib/forms/form-state";
import { raiseReferralInput } from "@/lib/referrals/input";
import { raiseReferral } from "@/lib/referrals/raise-referral";
import { referralRefusals } from "@/lib/referrals/refusals";

export async function sendReferral(state: FormState, formData: FormData): Promise<FormState> {
  return runForm(state, formData, raiseReferralInput, raiseReferral, {
    to: ({ referralId }) => `/hub/referrals/${referralId}`,
    refusals: referralRefusals,
  });
}
