"use server";

import { revalidatePath } from "next/cache";
import { notFound, redirect } from "next/navigation";
import { homePathFor } from "@/app/_shell/navigation";
import { signInThrough } from "@/lib/auth/sign-in";
import { fieldText } from "@/lib/forms/field-text";
import { runForm } from "@/lib/forms/form-action";
import type { FormState } from "@/lib/forms/form-state";
import { moveClockInput } from "@/lib/people/input";
import { moveClock } from "@/lib/people/move-clock";
import { accessRefusals } from "@/lib/people/refusals";

export async function signInAsPersona(formData: FormData): Promise<void> {
  const answer = await signInThrough("persona", { personId: fieldText(formData, "personId") });
  if (!answer.ok) notFound();
  redirect(homePathFor(answer.value.actor));
}

export async function moveTheClock(state: FormState, formData: FormData): Promise<FormState> {
  const answer = await runForm(state, formData, moveClockInput, moveClock, {
    to: "/personas#clock",
    refusals: accessRefusals,
  });
  if (answer.to) {
    // The banner stands in the layout, and every page a browser keeps was drawn on another day.
    revalidatePath("/", "layout");
    redirect(answer.to);
  }
  return answer;
}
