"use server";

import { fieldText } from "@/lib/forms/field-text";
import { runForm } from "@/lib/forms/form-action";
import type { FormState } from "@/lib/forms/form-state";
import { endOverride } from "@/lib/schools/end-override";
import { endOverrideInput, overrideHubInput } from "@/lib/schools/input";
import { overrideHub } from "@/lib/schools/override-hub";
import { overrideRefusals } from "@/lib/schools/refusals";

/** Who has given a school away may see it still, so its record is where both lead. */
function handling(formData: FormData) {
  return {
    to: `/hub/schools/${encodeURIComponent(fieldText(formData, "organisationId"))}`,
    refusals: overrideRefusals,
    fields: { same_hub: "hubId", authority_hub: "hubId" },
  } as const;
}

export async function move(state: FormState, formData: FormData): Promise<FormState> {
  return runForm(state, formData, overrideHubInput, overrideHub, handling(formData));
}

export async function endMove(state: FormState, formData: FormData): Promise<FormState> {
  return runForm(state, formData, endOverrideInput, endOverride, handling(formData));
}
