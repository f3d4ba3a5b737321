"use client";

import { CheckedForm } from "@/app/_components/checked-form";
import { fieldProps } from "@/app/_components/field-props";
import { Input } from "@/app/_components/input";
import { SubmitButton } from "@/app/_components/submit-button";
import { initialFormState } from "@/lib/forms/form-state";
import { signInWithCode } from "./actions";

const schema = () => import("@/lib/people/input").then(({ signInWithCodeInput }) => signInWithCodeInput);

export function CodeForm({ request }: { readonly request: string }) {
  return (
    <CheckedForm action={signInWithCode} schema={schema} initial={initialFormState()}>
      {(state) => (
        <>
          <Input
            {...fieldProps(state, "code")}
            label="Code from the email"
            hint="6 figures, such as 402718"
            inputMode="numeric"
            autoComplete="one-time-code"
            spellCheck={false}
            width={10}
          />
          <input type="hidden" name="request" value={request} />
          <SubmitButton>Sign in</SubmitButton>
        </>
      )}
    </CheckedForm>
  );
}
