"use client";

import { Anchor } from "@/app/_components/anchor";
import { ButtonGroup } from "@/app/_components/button";
import { fieldProps } from "@/app/_components/field-props";
import { Form } from "@/app/_components/form";
import { SubmitButton } from "@/app/_components/submit-button";
import { Textarea } from "@/app/_components/textarea";
import { initialFormState } from "@/lib/forms/form-state";
import { takeBack } from "./actions";

export function WithdrawForm({ applicationId }: { readonly applicationId: string }) {
  return (
    <Form action={takeBack} initial={initialFormState()}>
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
            <Anchor href={`/school/applications/${applicationId}`}>Keep it</Anchor>
          </ButtonGroup>
        </>
      )}
    </Form>
  );
}
