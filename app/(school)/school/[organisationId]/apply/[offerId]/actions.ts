"use server";

import { startApplicationInput } from "@/lib/applications/input";
import { applicationRefusals } from "@/lib/applications/refusals";
import { startApplication } from "@/lib/applications/start-application";
import { runForm } from "@/lib/forms/form-action";
import type { FormState } from "@/lib/forms/form-state";

export async function start(state: FormState, formData: FormData): Promise<FormState> {
  return runForm(state, formData, startApplicationInput, startApplication, {
    to: ({ applicationId }) => `/school/applications/${applicationId}`,
    refusals: applicationRefusals,
    fields: { name_the_person: "person", address_of_another: "personEmail" },
  });
}
