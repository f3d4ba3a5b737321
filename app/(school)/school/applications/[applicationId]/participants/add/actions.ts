"use server";

import { addParticipant } from "@/lib/applications/add-participant";
import { addParticipantInput } from "@/lib/applications/input";
import { applicationRefusals } from "@/lib/applications/refusals";
import { fieldText } from "@/lib/forms/field-text";
import { runForm } from "@/lib/forms/form-action";
import type { FormState } from "@/lib/forms/form-state";

export async function addPerson(state: FormState, formData: FormData): Promise<FormState> {
  const base = `/school/applications/${fieldText(formData, "applicationId")}`;
  return runForm(state, formData, addParticipantInput, addParticipant, {
    to: `${base}/participants${formData.get("from") === "check" ? "?from=check" : ""}`,
    refusals: applicationRefusals,
    fields: { already_named: "name", address_of_another: "email" },
  });
}
