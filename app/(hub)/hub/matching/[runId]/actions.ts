"use server";

import { fieldText } from "@/lib/forms/field-text";
import { runForm } from "@/lib/forms/form-action";
import type { FormState } from "@/lib/forms/form-state";
import { changeMatchByHand } from "@/lib/matching/change-match-by-hand";
import { discardMatchRun } from "@/lib/matching/discard-match-run";
import {
  changeMatchByHandInput,
  matchRunInput,
  planProposedGroupInput,
  publishMatchRunInput,
  undoHandChangeInput,
} from "@/lib/matching/input";
import { matchAgain } from "@/lib/matching/match-again";
import { planProposedGroup } from "@/lib/matching/plan-proposed-group";
import { publishMatchRun } from "@/lib/matching/publish-match-run";
import { matchingRefusals } from "@/lib/matching/refusals";
import { reviewMatchRun } from "@/lib/matching/review-match-run";
import { undoHandChange } from "@/lib/matching/undo-hand-change";

function handling(formData: FormData) {
  return {
    to: `/hub/matching/${fieldText(formData, "runId")}`,
    refusals: matchingRefusals,
  } as const;
}

export async function review(state: FormState, formData: FormData): Promise<FormState> {
  return runForm(state, formData, matchRunInput, reviewMatchRun, handling(formData));
}

export async function publish(state: FormState, formData: FormData): Promise<FormState> {
  return runForm(state, formData, publishMatchRunInput, publishMatchRun, {
    ...handling(formData),
    fields: { answer_by_past: "answerBy", answer_by_far: "answerBy", nothing_chosen: "parts" },
  });
}

export async function discard(state: FormState, formData: FormData): Promise<FormState> {
  return runForm(state, formData, matchRunInput, discardMatchRun, handling(formData));
}

export async function planGroup(state: FormState, formData: FormData): Promise<FormState> {
  return runForm(state, formData, planProposedGroupInput, planProposedGroup, {
    to: ({ runId }) => `/hub/matching/${runId}#proposals`,
    refusals: matchingRefusals,
  });
}

export async function again(state: FormState, formData: FormData): Promise<FormState> {
  return runForm(state, formData, matchRunInput, matchAgain, {
    to: ({ runId }) => `/hub/matching/${runId}`,
    refusals: matchingRefusals,
  });
}

export async function change(state: FormState, formData: FormData): Promise<FormState> {
  return runForm(state, formData, changeMatchByHandInput, changeMatchByHand, {
    to: ({ runId }) => `/hub/matching/${runId}#by-hand`,
    refusals: matchingRefusals,
    fields: {
      change_not_open: "change",
      change_group_idle: "change",
      change_group_full: "change",
      change_too_few: "change",
    },
  });
}

export async function undoChange(state: FormState, formData: FormData): Promise<FormState> {
  return runForm(state, formData, undoHandChangeInput, undoHandChange, handling(formData));
}
