"use client";

import { ButtonGroup } from "@/app/_components/button";
import { fieldProps } from "@/app/_components/field-props";
import { Form } from "@/app/_components/form";
import { Radios } from "@/app/_components/radios";
import { SubmitButton } from "@/app/_components/submit-button";
import { initialFormState } from "@/lib/forms/form-state";
import { changeOffer } from "./actions";

interface SwitchFormProps {
  readonly applicationId: string;
  readonly name: string;
  readonly choices: readonly { readonly value: string; readonly label: string; readonly hint: string }[];
}

export function SwitchForm({ applicationId, name, choices }: SwitchFormProps) {
  return (
    <Form action={changeOffer} initial={initialFormState()}>
      {(state) => (
        <>
          <input type="hidden" name="applicationId" value={applicationId} />
          <Radios
            {...fieldProps(state, "offerId")}
            legend="What would you like to apply for instead?"
            legendSize="l"
            isPageHeading
            hint={`${name} is withdrawn, and your answers are taken over. Nothing is sent until you send it.`}
            items={choices}
          />
          <ButtonGroup>
            <SubmitButton>Change to this</SubmitButton>
            <a href={`/school/applications/${applicationId}`}>Keep the application as it is</a>
          </ButtonGroup>
        </>
      )}
    </Form>
  );
}
