"use client";

import { fieldProps } from "@/app/_components/field-props";
import { Form } from "@/app/_components/form";
import { Select } from "@/app/_components/select";
import { SubmitButton } from "@/app/_components/submit-button";
import { Textarea } from "@/app/_components/textarea";
import { initialFormState } from "@/lib/forms/form-state";
import { move } from "../actions";

interface MoveFormProps {
  readonly organisationId: string;
  /** The hub that the page shows, so that a move by somebody else is noticed. */
  readonly seenHubId: string;
  readonly hubs: readonly { readonly value: string; readonly label: string }[];
}

export function MoveForm({ organisationId, seenHubId, hubs }: MoveFormProps) {
  return (
    <Form action={move} initial={initialFormState()} label="Move to another hub">
      {(state) => (
        <>
          <input type="hidden" name="organisationId" value={organisationId} />
          <input type="hidden" name="seenHubId" value={seenHubId} />
          <Select
            {...fieldProps(state, "hubId")}
            label="Which hub?"
            items={[{ value: "", label: "Choose a hub" }, ...hubs]}
          />
          <Textarea
            {...fieldProps(state, "reason")}
            label="Why"
            hint="Both hubs read this, such as “It works with the schools of its trust there”"
            rows={3}
          />
          <SubmitButton>Move the school</SubmitButton>
        </>
      )}
    </Form>
  );
}
