"use server";

import { requestSender } from "@/lib/auth/request-sender";
import { runForm } from "@/lib/forms/form-action";
import type { FormState } from "@/lib/forms/form-state";
import { askForAccess } from "@/lib/people/ask-for-access";
import { askForAccessInput } from "@/lib/people/input";
import { accessRefusals } from "@/lib/people/refusals";

export async function askTheHub(state: FormState, formData: FormData): Promise<FormState> {
  const sender = await requestSender();
  return runForm(
    state,
    formData,
    askForAccessInput,
    (ctx, input) => askForAccess(ctx, { ...input, sender }),
    {
      to: "/get-access/asked",
      refusals: accessRefusals,
    },
  );
}
