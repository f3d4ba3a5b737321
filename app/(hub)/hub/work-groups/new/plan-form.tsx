"use client";

import { fieldProps } from "@/app/_components/field-props";
import { Form } from "@/app/_components/form";
import { Select } from "@/app/_components/select";
import { SubmitButton } from "@/app/_components/submit-button";
import { initialFormState } from "@/lib/forms/form-state";
import { GroupFields } from "../group-fields";
import { plan } from "./actions";

export interface PlanFormProps {
  readonly hubId: string;
  readonly offerId: string;
  /** What the programme says of its groups. */
  readonly usual: {
    readonly meets: string;
    readonly minimumSchools: string;
    readonly maximumSchools: string;
  };
  readonly leads: readonly { readonly value: string; readonly label: string }[];
}

export function PlanForm({ hubId, offerId, usual, leads }: PlanFormProps) {
  return (
    <Form action={plan} initial={initialFormState({ ...usual, weekPattern: "every" })} label="Plan a group">
      {(state) => (
        <>
          <input type="hidden" name="hubId" value={hubId} />
          <input type="hidden" name="offerId" value={offerId} />
          <GroupFields state={state} />
          <Select
            {...fieldProps(state, "leadId")}
            label="Lead"
            hint="Can be chosen later. Schools are offered a place with the lead’s name"
            items={[{ value: "", label: "No lead yet" }, ...leads]}
          />
          <SubmitButton>Save and go on to the dates</SubmitButton>
        </>
      )}
    </Form>
  );
}
