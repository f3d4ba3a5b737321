"use server";

import { saveTravelInput } from "@/lib/applications/input";
import { saveTravel } from "@/lib/applications/save-travel";
import type { FormState } from "@/lib/forms/form-state";
import { runStep } from "../../_journey/run-step";

export async function keepTravel(state: FormState, formData: FormData): Promise<FormState> {
  const next = formData.get("unit") === "person" ? "/commitment" : "/participants";
  return runStep(state, formData, saveTravelInput, saveTravel, { next });
}
