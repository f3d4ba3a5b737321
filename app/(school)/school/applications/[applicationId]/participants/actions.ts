"use server";

import { confirmParticipants } from "@/lib/applications/confirm-participants";
import { confirmParticipantsInput, removeParticipantInput } from "@/lib/applications/input";
import { applicationRefusals } from "@/lib/applications/refusals";
import { removeParticipant } from "@/lib/applications/remove-participant";
import { fieldText } from "@/lib/forms/field-text";
import { leadTo, runForm } from "@/lib/forms/form-action";
import type { FormState } from "@/lib/forms/form-state";
import { runStep } from "../_journey/run-step";

export async function goOnWithPeople(state: FormState, formData: FormData): Promise<FormState> {
  const base = `/school/applications/${fieldText(formData, "applicationId")}`;
  const from = formData.get("from") === "check" ? "?from=check" : "";
  if (formData.get("another") === "yes") return leadTo(`${base}/participants/add${from}`, state);
  return runStep(state, formData, confirmParticipantsInput, confirmParticipants, { next: "/commitment" });
}

export async function takeOff(state: FormState, formData: FormData): Promise<FormState> {
  const base = `/school/applications/${fieldText(formData, "applicationId")}`;
  return runForm(state, formData, removeParticipantInput, removeParticipant, {
    to: `${base}/participants${formData.get("from") === "check" ? "?from=check" : ""}`,
    refusals: applicationRefusals,
  });
}
