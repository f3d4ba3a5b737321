"use server";

import { approveApplication } from "@/lib/applications/approve-application";
import { assignApplication } from "@/lib/applications/assign-application";
import { declineApplication } from "@/lib/applications/decline-application";
import {
  approveApplicationInput,
  assignApplicationInput,
  declineApplicationInput,
  redirectApplicationInput,
  undoDecisionInput,
} from "@/lib/applications/input";
import { redirectApplication } from "@/lib/applications/redirect-application";
import { applicationRefusals } from "@/lib/applications/refusals";
import { undoDecision } from "@/lib/applications/undo-decision";
import { fieldText } from "@/lib/forms/field-text";
import { runForm } from "@/lib/forms/form-action";
import type { FormState } from "@/lib/forms/form-state";
import { offerLatePlaceInput } from "@/lib/matching/input";
import { offerLatePlace } from "@/lib/matching/offer-late-place";
import { matchingRefusals } from "@/lib/matching/refusals";

function handling(formData: FormData) {
  return {
    to: `/hub/applications/${fieldText(formData, "applicationId")}`,
    refusals: applicationRefusals,
    fields: { note_needed: "note", same_offer: "offerId", not_eligible_there: "offerId" },
  } as const;
}

export async function approve(state: FormState, formData: FormData): Promise<FormState> {
  return runForm(state, formData, approveApplicationInput, approveApplication, handling(formData));
}

export async function decline(state: FormState, formData: FormData): Promise<FormState> {
  return runForm(state, formData, declineApplicationInput, declineApplication, handling(formData));
}

export async function suggest(state: FormState, formData: FormData): Promise<FormState> {
  return runForm(state, formData, redirectApplicationInput, redirectApplication, handling(formData));
}

export async function undo(state: FormState, formData: FormData): Promise<FormState> {
  return runForm(state, formData, undoDecisionInput, undoDecision, handling(formData));
}

export async function assign(state: FormState, formData: FormData): Promise<FormState> {
  return runForm(state, formData, assignApplicationInput, assignApplication, handling(formData));
}

export async function offerLate(state: FormState, formData: FormData): Promise<FormState> {
  return runForm(state, formData, offerLatePlaceInput, offerLatePlace, {
    to: ({ applicationId }) => `/hub/applications/${applicationId}`,
    refusals: matchingRefusals,
    fields: { answer_by_past: "answerBy", answer_by_far: "answerBy" },
  });
}
