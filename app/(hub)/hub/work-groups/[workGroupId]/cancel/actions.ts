"use server";

import { closeWorkGroup } from "@/lib/applications/close-work-group";
import { runForm } from "@/lib/forms/form-action";
import type { FormState } from "@/lib/forms/form-state";
import { cancelWorkGroupInput } from "@/lib/workgroups/input";
import { workGroupRefusals } from "@/lib/workgroups/refusals";

export async function cancel(state: FormState, formData: FormData): Promise<FormState> {
  return runForm(state, formData, cancelWorkGroupInput, closeWorkGroup, {
    to: ({ workGroupId }) => `/hub/work-groups/${workGroupId}`,
    refusals: workGroupRefusals,
  });
}
