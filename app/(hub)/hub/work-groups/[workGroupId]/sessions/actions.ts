"use server";

import { runForm } from "@/lib/forms/form-action";
import type { FormState } from "@/lib/forms/form-state";
import { planSessionsInput } from "@/lib/workgroups/input";
import { planSessions } from "@/lib/workgroups/plan-sessions";
import { workGroupRefusals } from "@/lib/workgroups/refusals";

export async function saveSessions(state: FormState, formData: FormData): Promise<FormState> {
  return runForm(state, formData, planSessionsInput, planSessions, {
    to: ({ workGroupId }) => `/hub/work-groups/${workGroupId}`,
    refusals: workGroupRefusals,
  });
}
