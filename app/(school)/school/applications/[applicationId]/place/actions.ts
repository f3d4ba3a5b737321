"use server";

import { acceptPlace } from "@/lib/applications/accept-place";
import { declinePlace } from "@/lib/applications/decline-place";
import { acceptPlaceInput, declinePlaceInput } from "@/lib/applications/input";
import { applicationRefusals } from "@/lib/applications/refusals";
import { fieldText } from "@/lib/forms/field-text";
import { runForm } from "@/lib/forms/form-action";
import type { FormState } from "@/lib/forms/form-state";

function handling(formData: FormData) {
  return {
    to: `/school/applications/${fieldText(formData, "applicationId")}`,
    refusals: applicationRefusals,
    fields: { say_why: "note" },
  } as const;
}

export async function accept(state: FormState, formData: FormData): Promise<FormState> {
  return runForm(state, formData, acceptPlaceInput, acceptPlace, handling(formData));
}

export async function decline(state: FormState, formData: FormData): Promise<FormState> {
  return runForm(state, formData, declinePlaceInput, declinePlace, handling(formData));
}
