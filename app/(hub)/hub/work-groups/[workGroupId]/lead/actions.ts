"use server";

import { runForm } from "@/lib/forms/form-action";
import type { FormState } from "@/lib/forms/form-state";
import { assignLead } from "@/lib/workgroups/assign-lead";
import { assignLeadInput } from "@/lib/workgroups/input";
import { workGroupRefusals } from "@/lib/workgroups/refusals";

export async function chooseLead(state: FormState, formData: FormData): Promise<FormState> {
  return runForm(state, formData, assignLeadInput, assignLead, {
    to: ({ workGroupId }) => `/hub/work-groups/${workGroupId}`,
    refusals: workGroupRefusals,
    fields: { not_a_lead: "personId", own_school: "personId", already_lead: "personId" },
  });
}
