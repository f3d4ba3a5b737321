"use server";

import { runForm } from "@/lib/forms/form-action";
import type { FormState } from "@/lib/forms/form-state";
import { startMatchRunInput } from "@/lib/matching/input";
import { matchingRefusals } from "@/lib/matching/refusals";
import { startMatchRun } from "@/lib/matching/start-match-run";
import { startRepair } from "@/lib/matching/start-repair";

export async function start(state: FormState, formData: FormData): Promise<FormState> {
  return runForm(state, formData, startMatchRunInput, startMatchRun, {
    to: ({ runId }) => `/hub/matching/${runId}`,
    refusals: matchingRefusals,
  });
}

export async function startTwo(state: FormState, formData: FormData): Promise<FormState> {
  return runForm(state, formData, startMatchRunInput, startRepair, {
    to: ({ runId }) => `/hub/matching/${runId}/repair`,
    refusals: matchingRefusals,
  });
}
