"use server";

import { runForm } from "@/lib/forms/form-action";
import type { FormState } from "@/lib/forms/form-state";
import { registerForm } from "@/lib/registers/input";
import { registerRefusals } from "@/lib/registers/refusals";
import { saveRegister } from "@/lib/registers/save-register";

export async function sendRegister(state: FormState, formData: FormData): Promise<FormState> {
  return runForm(state, formData, registerForm, saveRegister, {
    to: ({ workGroupId, sessionId }) => `/lead/groups/${workGroupId}/sessions/${sessionId}?saved=yes`,
    refusals: registerRefusals,
  });
}
