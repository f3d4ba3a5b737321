"use server";

import { requestSender } from "@/lib/auth/request-sender";
import { safeReturnPath } from "@/lib/auth/return-path";
import { runForm } from "@/lib/forms/form-action";
import type { FormState } from "@/lib/forms/form-state";
import { requestSignInInput } from "@/lib/people/input";
import { signInRefusals } from "@/lib/people/refusals";
import { requestSignIn } from "@/lib/people/request-sign-in";

export async function askForMail(state: FormState, formData: FormData): Promise<FormState> {
  const sender = await requestSender();
  return runForm(
    state,
    formData,
    requestSignInInput,
    (ctx, input) => requestSignIn(ctx, { ...input, to: safeReturnPath(input.to), sender }),
    { to: ({ requestId }) => `/sign-in/sent?request=${requestId}`, refusals: signInRefusals },
  );
}
