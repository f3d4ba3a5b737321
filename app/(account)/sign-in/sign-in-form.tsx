"use client";

import { CheckedForm } from "@/app/_components/checked-form";
import { fieldProps } from "@/app/_components/field-props";
import { Input } from "@/app/_components/input";
import { SubmitButton } from "@/app/_components/submit-button";
import { initialFormState } from "@/lib/forms/form-state";
import { askForMail } from "./actions";

const schema = () => import("@/lib/people/input").then(({ requestSignInInput }) => requestSignInInput);

export function SignInForm({ to }: { readonly to: string | undefined }) {
  return (
    <CheckedForm action={askForMail} schema={schema} initial={initialFormState()}>
      {(state) => (
        <>
          <Input
            {...fieldProps(state, "email")}
            label="Email address"
            hint="We send you a link and a code. You need no password."
            type="email"
            autoComplete="email"
            spellCheck={false}
            width={30}
          />
          {to ? <input type="hidden" name="to" value={to} /> : null}
          <SubmitButton>Send the email</SubmitButton>
        </>
      )}
    </CheckedForm>
  );
}
