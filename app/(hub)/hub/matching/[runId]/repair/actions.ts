"use server";

import { runForm } from "@/lib/forms/form-action";
import type { FormState } from "@/lib/forms/form-state";
import { chooseRepair } from "@/lib/matching/choose-repair";
import { matchRunInput } from "@/lib/matching/input";
import { matchingRefusals } from "@/lib/matching/refusals";

export async function choose(state: FormState, formData: FormData): Promise<FormState> {
  return runForm(state, formData, matchRunInput, chooseRepair, {
    to: ({ runId }) => `/hub/matching/${runId}`,
    refusals: matchingRefusals,
  });
}
