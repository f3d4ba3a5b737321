"use client";

import { Details } from "@/app/_components/details";
import { fieldProps } from "@/app/_components/field-props";
import { Form } from "@/app/_components/form";
import { Radios } from "@/app/_components/radios";
import { SubmitButton } from "@/app/_components/submit-button";
import type { FormAction, FormState } from "@/lib/forms/form-state";

export interface Question {
  readonly name: string;
  readonly text: string;
  /** "1" or "0" where the school has said so before. */
  readonly answer?: string;
}

interface StateFactsFormProps {
  readonly action: FormAction;
  readonly initial: FormState;
  readonly questions: readonly Question[];
  readonly summary: string;
}

const answers = [
  { value: "1", label: "Yes" },
  { value: "0", label: "No" },
];

export function StateFactsForm({ action, initial, questions, summary }: StateFactsFormProps) {
  return (
    <Form action={action} initial={initial} label="What we cannot know">
      {(state) => (
        // A try that failed stands open, also without JavaScript.
        <Details summary={summary} open={state.attempt > 0}>
          <input type="hidden" name="organisationId" value={initial.values.organisationId} />
          <input type="hidden" name="asked" value={initial.values.asked} />
          <input type="hidden" name="returnTo" value={initial.values.returnTo} />
          {questions.map(({ name, text }) => (
            <Radios
              key={name}
              {...fieldProps(state, name)}
              legend={text}
              legendSize="s"
              small
              inline
              items={answers}
            />
          ))}
          <SubmitButton variant="secondary">Save</SubmitButton>
        </Details>
      )}
    </Form>
  );
}
