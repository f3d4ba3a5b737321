"use server";

import { arrive, landingOf } from "@/app/(account)/arrive";
import { signInThrough } from "@/lib/auth/sign-in";
import { runForm } from "@/lib/forms/form-action";
import type { FormState } from "@/lib/forms/form-state";
import { signInWithCodeInput } from "@/lib/people/input";
import { signInRefusals } from "@/lib/people/refusals";

export async function signInWithCode(state: FormState, formData: FormData): Promise<FormState> {
  return arrive(
    await runForm(state, formData, signInWithCodeInput, (_, input) => signInThrough("code", input), {
      to: landingOf,
      refusals: signInRefusals,
      fields: { wrong_code: "code" },
    }),
  );
}
