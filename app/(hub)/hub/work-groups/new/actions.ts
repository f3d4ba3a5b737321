"use server";

import { runForm } from "@/lib/forms/form-action";
import type { FormState } from "@/lib/forms/form-state";
import { createWorkGroup } from "@/lib/workgroups/create-work-group";
import { createWorkGroupInput } from "@/lib/workgroups/input";
import { workGroupRefusals } from "@/lib/workgroups/refusals";

export async function plan(state: FormState, formData: FormData): Promise<FormState> {
  return runForm(state, formData, createWorkGroupInput, createWorkGroup, {
    to: ({ workGroupId }) => `/hub/work-groups/${workGroupId}/sessions`,
    refusals: workGroupRefusals,
    fields: { unknown_postcode: "venuePostcode", not_a_lead: "leadId" },
  });
}
