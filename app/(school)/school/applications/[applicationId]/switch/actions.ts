"use server";

import { switchOfferInput } from "@/lib/applications/input";
import { applicationRefusals } from "@/lib/applications/refusals";
import { switchOffer } from "@/lib/applications/switch-offer";
import { runForm } from "@/lib/forms/form-action";
import type { FormState } from "@/lib/forms/form-state";

export async function changeOffer(state: FormState, formData: FormData): Promise<FormState> {
  return runForm(state, formData, switchOfferInput, switchOffer, {
    to: ({ applicationId }) => `/school/applications/${applicationId}`,
    refusals: applicationRefusals,
  });
}
