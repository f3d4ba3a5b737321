"use server";

import { runForm } from "@/lib/forms/form-action";
import type { FormState } from "@/lib/forms/form-state";
import { editWorkGroup } from "@/lib/workgroups/edit-work-group";
import { editWorkGroupInput } from "@/lib/workgroups/input";
import { workGroupRefusals } from "@/lib/workgroups/refusals";

export async function edit(state: FormState, formData: FormData): Promise<FormState> {
  return runForm(state, formData, editWorkGroupInput, editWorkGroup, {
    to: ({ workGroupId }) => `/hub/work-groups/${workGroupId}`,
    refusals: workGroupRefusals,
    fields: { unknown_postcode: "venuePostcode", maximum_below_places: "maximumSchools" },
  });
}
