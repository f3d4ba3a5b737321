"use server";

import { runForm } from "@/lib/forms/form-action";
import type { FormState } from "@/lib/forms/form-state";
import { stateFactsForm } from "@/lib/programmes/input";
import { stateRefusals } from "@/lib/programmes/refusals";
import { stateFacts } from "@/lib/programmes/state-facts";

/** Writes down what the school told us and shows the same programme again, judged anew. */
export async function stateFactsAction(state: FormState, formData: FormData): Promise<FormState> {
  const returnTo = formData.get("returnTo");
  return runForm(state, formData, stateFactsForm, stateFacts, {
    to: typeof returnTo === "string" && returnTo.startsWith("/programmes/") ? returnTo : "/programmes",
    refusals: stateRefusals,
  });
}
