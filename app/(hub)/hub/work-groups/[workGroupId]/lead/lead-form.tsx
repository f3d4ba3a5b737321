"use client";

import { fieldProps } from "@/app/_components/field-props";
import { Form } from "@/app/_components/form";
import { Radios } from "@/app/_components/radios";
import { SubmitButton } from "@/app/_components/submit-button";
import { Textarea } from "@/app/_components/textarea";
import { initialFormState } from "@/lib/forms/form-state";
import { chooseLead } from "./actions";

export interface LeadFormProps {
  readonly workGroupId: string;
  readonly leads: readonly {
    readonly value: string;
    readonly label: string;
    readonly hint: string;
    readonly disabled: boolean;
  }[];
}

export function LeadForm({ workGroupId, leads }: LeadFormProps) {
  return (
    <Form action={chooseLead} initial={initialFormState()} label="Choose the lead">
      {(state) => (
        <>
          <input type="hidden" name="workGroupId" value={workGroupId} />
          <Radios
            {...fieldProps(state, "personId")}
            legend="Who leads the group?"
            legendSize="m"
            hint="Those with the designation come first, then those who lead least"
            items={leads}
          />
          <Textarea
            {...fieldProps(state, "reason")}
            label="Why this person?"
            hint="Optional. The lead reads it, in the mail and on the page of the group"
            rows={3}
          />
          <SubmitButton>Save and tell the lead</SubmitButton>
        </>
      )}
    </Form>
  );
}
