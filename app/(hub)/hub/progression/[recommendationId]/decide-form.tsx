"use client";

import { fieldProps } from "@/app/_components/field-props";
import { Form } from "@/app/_components/form";
import { Radios } from "@/app/_components/radios";
import { SubmitButton } from "@/app/_components/submit-button";
import { Textarea } from "@/app/_components/textarea";
import { initialFormState } from "@/lib/forms/form-state";
import { decide } from "./actions";

interface DecideFormProps {
  readonly recommendationId: string;
  readonly version: number;
  readonly stages: readonly { readonly value: string; readonly label: string; readonly hint?: string }[];
  readonly suggested: string;
}

export function DecideForm({ recommendationId, version, stages, suggested }: DecideFormProps) {
  return (
    <Form action={decide} initial={initialFormState({ stage: suggested })} label="Decide the stage">
      {(state) => (
        <>
          <input type="hidden" name="recommendationId" value={recommendationId} />
          <input type="hidden" name="version" value={version} />
          <Radios
            {...fieldProps(state, "stage")}
            legend="Which stage follows?"
            legendSize="s"
            items={[...stages]}
          />
          <Textarea
            {...fieldProps(state, "reason")}
            label="Reason"
            hint="Needed for another stage than the lead suggests, a step back or a skip. The school reads it"
            rows={3}
          />
          <SubmitButton>Decide and tell the school</SubmitButton>
        </>
      )}
    </Form>
  );
}
