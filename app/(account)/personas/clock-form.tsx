"use client";

import { ButtonGroup } from "@/app/_components/button";
import { Form } from "@/app/_components/form";
import { SubmitButton } from "@/app/_components/submit-button";
import { initialFormState } from "@/lib/forms/form-state";
import { moveTheClock } from "./actions";

const steps = ["day", "week", "month", "year"] as const;

export function ClockForm({ isAhead }: { readonly isAhead: boolean }) {
  return (
    <Form action={moveTheClock} initial={initialFormState()} label="Clock">
      {() => (
        <ButtonGroup>
          {steps.map((step) => (
            <SubmitButton key={step} variant="secondary" name="by" value={step}>
              One {step} ahead
            </SubmitButton>
          ))}
          {isAhead ? (
            <SubmitButton variant="secondary" name="by" value="reset">
              Back to now
            </SubmitButton>
          ) : null}
        </ButtonGroup>
      )}
    </Form>
  );
}
