"use client";

import { ButtonGroup } from "@/app/_components/button";
import { fieldProps } from "@/app/_components/field-props";
import { Form } from "@/app/_components/form";
import { Radios } from "@/app/_components/radios";
import { SubmitButton } from "@/app/_components/submit-button";
import { Textarea } from "@/app/_components/textarea";
import { initialFormState } from "@/lib/forms/form-state";
import { decline } from "../actions";

interface DeclineFormProps {
  readonly applicationId: string;
  readonly workGroupId: string;
  readonly reasons: readonly { readonly value: string; readonly label: string }[];
}

export function DeclineForm({ applicationId, workGroupId, reasons }: DeclineFormProps) {
  return (
    <Form action={decline} initial={initialFormState()}>
      {(state) => (
        <>
          <input type="hidden" name="applicationId" value={applicationId} />
          <input type="hidden" name="workGroupId" value={workGroupId} />
          <Radios
            {...fieldProps(state, "reason")}
            idPrefix="reason"
            legend="Why are you declining?"
            legendSize="m"
            hint="It helps your hub to plan, and to find you another group"
            items={reasons}
          />
          <Textarea
            {...fieldProps(state, "note")}
            label="Anything your hub should know"
            hint="Optional, unless you chose something else"
            rows={3}
          />
          <ButtonGroup>
            <SubmitButton variant="warning">Decline the place</SubmitButton>
            <a href={`/school/applications/${applicationId}/place`}>Go back to the place</a>
          </ButtonGroup>
        </>
      )}
    </Form>
  );
}
