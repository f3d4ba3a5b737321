"use client";

import { fieldProps } from "@/app/_components/field-props";
import { Form } from "@/app/_components/form";
import { SubmitButton } from "@/app/_components/submit-button";
import { Textarea } from "@/app/_components/textarea";
import { initialFormState } from "@/lib/forms/form-state";
import { confirm, open } from "./actions";

interface ConfirmFormProps {
  readonly workGroupId: string;
  /** Asks why a group below its smallest number should run. */
  readonly asksWhy: boolean;
}

export function ConfirmForm({ workGroupId, asksWhy }: ConfirmFormProps) {
  return (
    <Form action={confirm} initial={initialFormState()} label="Confirm the group">
      {(state) => (
        <>
          <input type="hidden" name="workGroupId" value={workGroupId} />
          {asksWhy ? (
            <Textarea
              {...fieldProps(state, "reason")}
              label="Why should it run with fewer schools?"
              hint="Staff read it on the timeline"
              rows={2}
            />
          ) : null}
          <SubmitButton>Confirm that the group runs</SubmitButton>
        </>
      )}
    </Form>
  );
}

export function OpenForm({ workGroupId }: { readonly workGroupId: string }) {
  return (
    <Form action={open} initial={initialFormState()} label="Open the group">
      {() => (
        <>
          <input type="hidden" name="workGroupId" value={workGroupId} />
          <SubmitButton>Open for matching</SubmitButton>
        </>
      )}
    </Form>
  );
}
