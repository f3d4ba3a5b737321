"use server";

import { saveBestDaysInput } from "@/lib/applications/input";
import { saveBestDays } from "@/lib/applications/save-best-days";
import type { FormState } from "@/lib/forms/form-state";
import { runStep } from "../../_journey/run-step";

export async function keepBestDays(state: FormState, formData: FormData): Promise<FormState> {
  const next = formData.get("meets") === "both" ? "/wishes/meeting" : "/wishes/travel";
  return runStep(state, formData, saveBestDaysInput, saveBestDays, { next });
}
