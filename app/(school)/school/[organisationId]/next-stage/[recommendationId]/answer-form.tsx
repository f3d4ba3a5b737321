"use client";

import type { ReactNode } from "react";
import { fieldProps } from "@/app/_components/field-props";
import { Form } from "@/app/_components/form";
import { Input } from "@/app/_components/input";
import { Radios } from "@/app/_components/radios";
import { SubmitButton } from "@/app/_components/submit-button";
import { initialFormState } from "@/lib/forms/form-state";
import { answer, startNext } from "./actions";

interface AnswerFormProps {
  readonly recommendationId: string;
  readonly version: number;
  readonly legend: string;
  /** What the school said before: it may change its answer until the hub has decided. */
  readonly continues: "yes" | "no" | "";
  readonly pauseReason: string;
}

export function AnswerForm({ recommendationId, version, legend, continues, pauseReason }: AnswerFormProps) {
  return (
    <Form action={answer} initial={initialFormState({ continues, pauseReason })} label="Your answer">
      {(state) => (
        <>
          <input type="hidden" name="recommendationId" value={recommendationId} />
          <input type="hidden" name="version" value={version} />
          <Radios
            {...fieldProps(state, "continues")}
            legend={legend}
            legendSize="m"
            items={[
              { value: "yes", label: "Yes, we continue", hint: "Your hub decides the stage next" },
              {
                value: "no",
                label: "No, we take a break",
                hint: "It costs nothing: you may come back later",
              },
            ]}
          />
          <Input
            {...fieldProps(state, "pauseReason")}
            label="If you take a break: why, in two or three words"
            hint="Such as New headteacher. It stands on your journey, for your school and your hub"
            width={20}
            autoComplete="off"
          />
          <SubmitButton>Send the answer</SubmitButton>
        </>
      )}
    </Form>
  );
}

interface StartFormProps {
  readonly recommendationId: string;
  readonly children: ReactNode;
}

export function StartForm({ recommendationId, children }: StartFormProps) {
  return (
    <Form action={startNext} initial={initialFormState()} label="Start the next application">
      {() => (
        <>
          <input type="hidden" name="recommendationId" value={recommendationId} />
          <SubmitButton>{children}</SubmitButton>
        </>
      )}
    </Form>
  );
}
