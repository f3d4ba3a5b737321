"use client";

import { fieldProps } from "@/app/_components/field-props";
import { Form } from "@/app/_components/form";
import { SubmitButton } from "@/app/_components/submit-button";
import { Textarea } from "@/app/_components/textarea";
import { initialFormState } from "@/lib/forms/form-state";
import { cancel } from "./actions";

interface CancelFormProps {
  readonly workGroupId: string;
  /** The button's words: they say how many schools are told. */
  readonly button: string;
}

export function CancelForm({ workGroupId, button }: CancelFormProps) {
  return (
    <Form action={cancel} initial={initialFormState()} label="Cancel the group">
      {(state) => (
        <>
          <input type="hidden" name="workGroupId" value={workGroupId} />
          <Textarea
            {...fieldProps(state, "reason")}
            label="Why"
            hint="Its schools and its lead read it"
            rows={3}
          />
          <SubmitButton variant="warning">{button}</SubmitButton>
        </>
      )}
    </Form>
  );
}
