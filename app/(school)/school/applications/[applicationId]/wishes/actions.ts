"use server";

import { saveDaysInput } from "@/lib/applications/input";
import { saveDays } from "@/lib/applications/save-days";
import type { FormState } from "@/lib/forms/form-state";
import { runStep } from "../_journey/run-step";

export async function keepDays(state: FormState, formData: FormData): Promise<FormState> {
  return runStep(state, formData, saveDaysInput, saveDays, { next: "/wishes/best" });
}
