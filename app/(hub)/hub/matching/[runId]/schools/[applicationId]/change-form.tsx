"use client";

import { fieldProps } from "@/app/_components/field-props";
import { Form } from "@/app/_components/form";
import { Radios } from "@/app/_components/radios";
import { SubmitButton } from "@/app/_components/submit-button";
import { Textarea } from "@/app/_components/textarea";
import { initialFormState } from "@/lib/forms/form-state";
import { change } from "../../actions";
import type { ChoiceOfForm } from "./say-choice";

interface ChangeFormProps {
  readonly runId: string;
  readonly applicationId: string;
  readonly items: readonly ChoiceOfForm[];
}

export function ChangeForm({ runId, applicationId, items }: ChangeFormProps) {
  return (
    <Form action={change} initial={initialFormState()} label="Decide by hand">
      {(state) => (
        <>
          <input type="hidden" name="runId" value={runId} />
          <input type="hidden" name="applicationId" value={applicationId} />
          <Radios
            {...fieldProps(state, "change")}
            legend="Where should it be?"
            legendSize="m"
            hint="Below each choice stands what it does to all schools together"
            items={items}
          />
          <Textarea
            {...fieldProps(state, "reason")}
            label="Why?"
            hint="For your colleagues; it stays with the run. Schools read only that their hub decided"
            rows={3}
          />
          <SubmitButton>Decide by hand</SubmitButton>
        </>
      )}
    </Form>
  );
}
