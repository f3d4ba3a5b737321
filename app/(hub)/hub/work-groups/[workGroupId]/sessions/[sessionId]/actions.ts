"use server";

import { runForm } from "@/lib/forms/form-action";
import type { FormState } from "@/lib/forms/form-state";
import { cancelSession } from "@/lib/workgroups/cancel-session";
import { cancelSessionInput, moveSessionInput } from "@/lib/workgroups/input";
import { moveSession } from "@/lib/workgroups/move-session";
import { workGroupRefusals } from "@/lib/workgroups/refusals";

export async function move(state: FormState, formData: FormData): Promise<FormState> {
  return runForm(state, formData, moveSessionInput, moveSession, {
    to: ({ workGroupId }) => `/hub/work-groups/${workGroupId}`,
    refusals: workGroupRefusals,
    fields: { date_odd: "heldOn" },
  });
}

export async function callOff(state: FormState, formData: FormData): Promise<FormState> {
  return runForm(state, formData, cancelSessionInput, cancelSession, {
    to: ({ workGroupId }) => `/hub/work-groups/${workGroupId}`,
    refusals: workGroupRefusals,
  });
}
