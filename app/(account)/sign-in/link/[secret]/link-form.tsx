"use client";

import { Form } from "@/app/_components/form";
import { SubmitButton } from "@/app/_components/submit-button";
import { initialFormState } from "@/lib/forms/form-state";
import { signInWithLink } from "./actions";

export function LinkForm({ secret }: { readonly secret: string }) {
  return (
    <Form action={signInWithLink} initial={initialFormState()}>
      {() => (
        <>
          <input type="hidden" name="secret" value={secret} />
          <SubmitButton>Sign in</SubmitButton>
        </>
      )}
    </Form>
  );
}
