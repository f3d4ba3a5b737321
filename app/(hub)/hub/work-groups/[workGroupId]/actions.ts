"use server";

import { fieldText } from "@/lib/forms/field-text";
import { runForm } from "@/lib/forms/form-action";
import type { FormState } from "@/lib/forms/form-state";
import { confirmWorkGroup } from "@/lib/workgroups/confirm-work-group";
import { confirmWorkGroupInput, openWorkGroupInput } from "@/lib/workgroups/input";
import { openWorkGroup } from "@/lib/workgroups/open-work-group";
import { workGroupRefusals } from "@/lib/workgroups/refusals";

function addressOf(formData: FormData): string {
  return `/hub/work-groups/${encodeURIComponent(fieldText(formData, "workGroupId"))}`;
}

export async function open(state: FormState, formData: FormData): Promise<FormState> {
  return runForm(state, formData, openWorkGroupInput, openWorkGroup, {
    to: addressOf(formData),
    refusals: workGroupRefusals,
  });
}

export async function confirm(state: FormState, formData: FormData): Promise<FormState> {
  return runForm(state, formData, confirmWorkGroupInput, confirmWorkGroup, {
    to: addressOf(formData),
    refusals: workGroupRefusals,
    fields: { below_minimum: "reason" },
  });
}
