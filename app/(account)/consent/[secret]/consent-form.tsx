"use client";

import { fieldProps } from "@/app/_components/field-props";
import { Form } from "@/app/_components/form";
import { Radios } from "@/app/_components/radios";
import { SubmitButton } from "@/app/_components/submit-button";
import { initialFormState } from "@/lib/forms/form-state";
import { sendConsent } from "./actions";

export function ConsentForm({ secret, school }: { readonly secret: string; readonly school: string }) {
  return (
    <Form action={sendConsent} initial={initialFormState()}>
      {(state) => (
        <>
          <input type="hidden" name="secret" value={secret} />
          <Radios
            {...fieldProps(state, "answer")}
            legend={`Do you agree to Targeted Support for ${school}?`}
            legendSize="m"
            items={[
              { value: "yes", label: "Yes, I agree" },
              { value: "no", label: "No, I do not agree" },
            ]}
          />
          <SubmitButton>Send my answer</SubmitButton>
        </>
      )}
    </Form>
  );
}
