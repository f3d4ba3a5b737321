"use client";

import { fieldProps } from "@/app/_components/field-props";
import { Form } from "@/app/_components/form";
import { Input } from "@/app/_components/input";
import { SubmitButton } from "@/app/_components/submit-button";
import { initialFormState } from "@/lib/forms/form-state";
import { offerLate } from "./actions";

interface LatePlaceFormProps {
  readonly applicationId: string;
  readonly group: { readonly id: string; readonly name: string };
  /** The usual last date to answer. */
  readonly answerBy: string;
}

export function LatePlaceForm({ applicationId, group, answerBy }: LatePlaceFormProps) {
  return (
    <Form
      action={offerLate}
      initial={initialFormState({ answerBy })}
      label={`Offer a place in ${group.name}`}
    >
      {(state) => (
        <>
          <input type="hidden" name="applicationId" value={applicationId} />
          <input type="hidden" name="workGroupId" value={group.id} />
          <Input
            {...fieldProps(state, "answerBy")}
            label="The school answers by"
            hint="We hold the place until the end of this day"
            type="date"
            width={10}
          />
          <SubmitButton>Offer the place in {group.name}</SubmitButton>
        </>
      )}
    </Form>
  );
}
