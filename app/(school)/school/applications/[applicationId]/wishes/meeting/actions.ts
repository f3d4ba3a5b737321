"use server";

import { saveMeetingInput } from "@/lib/applications/input";
import { saveMeeting } from "@/lib/applications/save-meeting";
import type { FormState } from "@/lib/forms/form-state";
import { runStep } from "../../_journey/run-step";

export async function keepMeeting(state: FormState, formData: FormData): Promise<FormState> {
  return runStep(state, formData, saveMeetingInput, saveMeeting, { next: "/wishes/travel" });
}
