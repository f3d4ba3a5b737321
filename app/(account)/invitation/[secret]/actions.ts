"use server";

import { arrive, landingOf } from "@/app/(account)/arrive";
import { signInThrough } from "@/lib/auth/sign-in";
import { runForm } from "@/lib/forms/form-action";
import type { FormState } from "@/lib/forms/form-state";
import { secretInput } from "@/lib/people/input";
import { signInRefusals } from "@/lib/people/refusals";

export async function acceptInvitation(state: FormState, formData: FormData): Promise<FormState> {
  return arrive(
    await runForm(state, formData, secretInput, (_, input) => signInThrough("invitation", input), {
      to: landingOf,
      refusals: signInRefusals,
    }),
  );
}
