"use server";

import { runForm } from "@/lib/forms/form-action";
import type { FormState } from "@/lib/forms/form-state";
import { chooseWeekdays } from "@/lib/people/choose-weekdays";
import { chooseWeekdaysInput } from "@/lib/people/input";
import { accessRefusals as refusals } from "@/lib/people/refusals";

export async function keepWeekdays(state: FormState, formData: FormData): Promise<FormState> {
  return runForm(state, formData, chooseWeekdaysInput, chooseWeekdays, {
    to: "/lead/weekdays?saved=yes",
    refusals,
  });
}
