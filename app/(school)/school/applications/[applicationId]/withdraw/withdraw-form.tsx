"use client";

import { ButtonGroup } from "@/app/_components/button";
import { CheckedForm } from "@/app/_components/checked-form";
import { fieldProps } from "@/app/_components/field-props";
import { SubmitButton } from "@/app/_components/submit-button";
import { Textarea } from "@/app/_components/textarea";
import { initialFormState } from "@/lib/forms/form-state";
import { takeBack } from "./actions";

const schema = () =>
  import("@/lib/applications/input").then(({ withdrawApplicationInput }) => withdrawApplicationInput);

export function WithdrawForm({ applicationId }: { readonly applicationId: string }) {
  return (
    <CheckedForm action={takeBack} schema={schema} initial={initialFormState()}>
      {(state) => (
        <>
          <input type="hidden" name="applicationId" value={applicationId} />
          <Textarea
            {...fieldProps(state, "reason")}
            label="Why are you withdrawing?"
            hint="Optional. It helps your hub to plan"
            rows={3}
          />
          <ButtonGroup>
            <SubmitButton variant="warning">Withdraw the application</SubmitButton>
            <a href={`/school/applications/${applicationId}`}>Keep it</a>
          </ButtonGroup>
        </>
      )}
    </CheckedForm>
  );
}
