"use server";

import { fieldText } from "@/lib/forms/field-text";
import { runForm } from "@/lib/forms/form-action";
import type { FormState } from "@/lib/forms/form-state";
import { addGoal } from "@/lib/referrals/add-goal";
import { assignPartner } from "@/lib/referrals/assign-partner";
import { closeCase } from "@/lib/referrals/close-case";
import {
  addGoalInput,
  assignPartnerInput,
  closeCaseInput,
  moveCaseInput,
  planVisitInput,
  rateGoalInput,
  recordVisitInput,
  startNextApplicationInput,
  writeHandoverInput,
  writeNoteInput,
} from "@/lib/referrals/input";
import { moveCase } from "@/lib/referrals/move-case";
import { planVisit } from "@/lib/referrals/plan-visit";
import { rateGoal } from "@/lib/referrals/rate-goal";
import { recordVisit } from "@/lib/referrals/record-visit";
import { caseRefusals as refusals } from "@/lib/referrals/refusals";
import { startNextApplication } from "@/lib/referrals/start-next-application";
import { writeHandover } from "@/lib/referrals/write-handover";
import { writeNote } from "@/lib/referrals/write-note";

const ownPage = (formData: FormData) => `/hub/cases/${encodeURIComponent(fieldText(formData, "caseId"))}`;

export async function sendPartner(state: FormState, formData: FormData): Promise<FormState> {
  return runForm(state, formData, assignPartnerInput, assignPartner, { to: ownPage(formData), refusals });
}

export async function sendNextStep(state: FormState, formData: FormData): Promise<FormState> {
  return runForm(state, formData, moveCaseInput, moveCase, { to: ownPage(formData), refusals });
}

export async function sendGoal(state: FormState, formData: FormData): Promise<FormState> {
  return runForm(state, formData, addGoalInput, addGoal, { to: ownPage(formData), refusals });
}

export async function sendRating(state: FormState, formData: FormData): Promise<FormState> {
  return runForm(state, formData, rateGoalInput, rateGoal, { to: ownPage(formData), refusals });
}

export async function sendVisit(state: FormState, formData: FormData): Promise<FormState> {
  return runForm(state, formData, planVisitInput, planVisit, { to: ownPage(formData), refusals });
}

export async function sendVisitRecord(state: FormState, formData: FormData): Promise<FormState> {
  return runForm(state, formData, recordVisitInput, recordVisit, { to: ownPage(formData), refusals });
}

export async function sendNote(state: FormState, formData: FormData): Promise<FormState> {
  return runForm(state, formData, writeNoteInput, writeNote, { to: `${ownPage(formData)}/notes`, refusals });
}

export async function sendHandover(state: FormState, formData: FormData): Promise<FormState> {
  return runForm(state, formData, writeHandoverInput, writeHandover, { to: ownPage(formData), refusals });
}

export async function sendOutcome(state: FormState, formData: FormData): Promise<FormState> {
  return runForm(state, formData, closeCaseInput, closeCase, { to: ownPage(formData), refusals });
}

export async function sendNextApplication(state: FormState, formData: FormData): Promise<FormState> {
  return runForm(state, formData, startNextApplicationInput, startNextApplication, {
    to: ownPage(formData),
    refusals,
  });
}
