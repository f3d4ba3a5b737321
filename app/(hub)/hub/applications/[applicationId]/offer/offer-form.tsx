"use client";

import { fieldProps } from "@/app/_components/field-props";
import { Form } from "@/app/_components/form";
import { Input } from "@/app/_components/input";
import { Radios } from "@/app/_components/radios";
import { SubmitButton } from "@/app/_components/submit-button";
import { Textarea } from "@/app/_components/textarea";
import { initialFormState } from "@/lib/forms/form-state";
import { offerByHand } from "./actions";

interface OfferFormProps {
  readonly applicationId: string;
  readonly groups: readonly { readonly value: string; readonly label: string; readonly hint: string }[];
  /** The usual last date to answer. */
  readonly answerBy: string;
}

export function OfferForm({ applicationId, groups, answerBy }: OfferFormProps) {
  return (
    <Form action={offerByHand} initial={initialFormState({ answerBy })} label="Offer a place">
      {(state) => (
        <>
          <input type="hidden" name="applicationId" value={applicationId} />
          <Radios
            {...fieldProps(state, "workGroupId")}
            legend="In which group?"
            legendSize="m"
            items={[...groups]}
          />
          <Textarea
            {...fieldProps(state, "reason")}
            label="Why this group"
            hint="The school reads it with the offer"
            rows={3}
          />
          <Input
            {...fieldProps(state, "answerBy")}
            label="The school answers by"
            hint="We hold the place until the end of this day"
            type="date"
            width={10}
          />
          <SubmitButton>Offer the place and tell the school</SubmitButton>
        </>
      )}
    </Form>
  );
}
