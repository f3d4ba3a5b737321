"use client";

import { fieldProps } from "@/app/_components/field-props";
import { Form } from "@/app/_components/form";
import { Input } from "@/app/_components/input";
import { SubmitButton } from "@/app/_components/submit-button";
import { initialFormState } from "@/lib/forms/form-state";
import { offerToNext } from "./actions";

interface NextSchoolFormProps {
  readonly workGroupId: string;
  readonly applicationId: string;
  readonly school: string;
  /** The usual last date to answer. */
  readonly answerBy: string;
}

export function NextSchoolForm({ workGroupId, applicationId, school, answerBy }: NextSchoolFormProps) {
  return (
    <Form action={offerToNext} initial={initialFormState({ answerBy })} label="Offer the free place">
      {(state) => (
        <>
          <input type="hidden" name="workGroupId" value={workGroupId} />
          <input type="hidden" name="applicationId" value={applicationId} />
          <Input
            {...fieldProps(state, "answerBy")}
            label="The school answers by"
            hint="We hold the place until the end of this day. Unanswered, it comes free again"
            type="date"
            width={10}
          />
          <SubmitButton>Offer the place to {school}</SubmitButton>
        </>
      )}
    </Form>
  );
}
