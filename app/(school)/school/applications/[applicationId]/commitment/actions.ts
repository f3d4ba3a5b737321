"use server";

import { acceptCommitment } from "@/lib/applications/accept-commitment";
import { acceptCommitmentInput } from "@/lib/applications/input";
import type { FormState } from "@/lib/forms/form-state";
import { runStep } from "../_journey/run-step";

export async function keepCommitment(state: FormState, formData: FormData): Promise<FormState> {
  return runStep(state, formData, acceptCommitmentInput, acceptCommitment, { next: "/headteacher" });
}
