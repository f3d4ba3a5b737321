"use server";

import { answerAgreement } from "@/lib/applications/answer-agreement";
import { answerAgreementInput, saveHeadteacherInput } from "@/lib/applications/input";
import { applicationRefusals } from "@/lib/applications/refusals";
import { saveHeadteacher } from "@/lib/applications/save-headteacher";
import { fieldText } from "@/lib/forms/field-text";
import { runForm } from "@/lib/forms/form-action";
import type { FormState } from "@/lib/forms/form-state";
import { runStep } from "../_journey/run-step";

export async function keepHeadteacher(state: FormState, formData: FormData): Promise<FormState> {
  return runStep(state, formData, saveHeadteacherInput, saveHeadteacher, {
    next: "/check",
    fields: { head_is_applicant: "headEmail" },
  });
}

/** A headteacher who is signed in answers here instead of by a link. */
export async function answerHere(state: FormState, formData: FormData): Promise<FormState> {
  const base = `/school/applications/${fieldText(formData, "applicationId")}`;
  return runForm(state, formData, answerAgreementInput, answerAgreement, {
    to: ({ answer }) => (answer === "agreed" && formData.get("isDraft") === "yes" ? `${base}/check` : base),
    refusals: applicationRefusals,
    fields: { promises_missing: "promises", name_needed: "name" },
  });
}
