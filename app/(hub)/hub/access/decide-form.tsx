"use client";

import { fieldProps } from "@/app/_components/field-props";
import { Form } from "@/app/_components/form";
import { Radios } from "@/app/_components/radios";
import { SubmitButton } from "@/app/_components/submit-button";
import { Textarea } from "@/app/_components/textarea";
import { initialFormState } from "@/lib/forms/form-state";
import { decide } from "./actions";

interface DecideFormProps {
  readonly requestId: string;
  readonly name: string;
  readonly hub: string;
}

/** Several of these may stand on one page, so their ids carry the request. */
export function DecideForm({ requestId, name, hub }: DecideFormProps) {
  return (
    <Form action={decide} initial={initialFormState()} label={`Answer ${name}`}>
      {(state) => (
        <>
          <Radios
            {...fieldProps(state, "decision")}
            idPrefix={`decision-${requestId}`}
            legend={`Does ${name} work at this school?`}
            legendSize="s"
            items={[
              { value: "vouch", label: "Yes, let them in" },
              { value: "decline", label: "No, or I cannot confirm it" },
            ]}
          />
          <Textarea
            {...fieldProps(state, "note")}
            id={`note-${requestId}`}
            label="Note to them (optional)"
            rows={2}
          />
          <input type="hidden" name="requestId" value={requestId} />
          <input type="hidden" name="hub" value={hub} />
          <SubmitButton>Send the answer</SubmitButton>
        </>
      )}
    </Form>
  );
}
