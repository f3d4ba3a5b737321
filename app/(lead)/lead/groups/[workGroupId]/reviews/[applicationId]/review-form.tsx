"use client";

import { ErrorMessage } from "@/app/_components/error-message";
import { errorOf, fieldProps } from "@/app/_components/field-props";
import { Form } from "@/app/_components/form";
import { FormGroup } from "@/app/_components/form-group";
import { Radios } from "@/app/_components/radios";
import { SubmitButton } from "@/app/_components/submit-button";
import { Textarea } from "@/app/_components/textarea";
import { type FormState, initialFormState } from "@/lib/forms/form-state";
import { shareReview } from "./actions";

interface Choice {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
}

export interface ReviewFormProps {
  readonly applicationId: string;
  readonly areas: readonly { readonly code: string; readonly name: string; readonly hint: string }[];
  readonly steps: readonly Choice[];
  readonly stages: readonly Choice[];
  /** "2027/28" */
  readonly nextYear: string;
  readonly values: FormState["values"];
}

export function ReviewForm({ applicationId, areas, steps, stages, nextYear, values }: ReviewFormProps) {
  return (
    <Form action={shareReview} initial={initialFormState(values)} label="Review">
      {(state) => (
        <>
          <input type="hidden" name="applicationId" value={applicationId} />
          {areas.map((area) => (
            <AreaFields key={area.code} area={area} steps={steps} state={state} />
          ))}
          <Radios
            {...fieldProps(state, "toStage")}
            legend={`What do you suggest for ${nextYear}?`}
            legendSize="s"
            items={[...stages]}
          />
          <SubmitButton>Share with the school</SubmitButton>
        </>
      )}
    </Form>
  );
}

interface AreaFieldsProps {
  readonly area: ReviewFormProps["areas"][number];
  readonly steps: readonly Choice[];
  readonly state: FormState;
}

function AreaFields({ area, steps, state }: AreaFieldsProps) {
  const step = `step-${area.code}`;
  const seen = `seen-${area.code}`;
  const error = errorOf(state, step);
  return (
    <FormGroup hasError={error !== undefined}>
      <fieldset className="segmented" aria-describedby={error ? `${step}-error` : undefined}>
        <legend>
          {area.name}
          <span className="segmented__note">{area.hint}</span>
        </legend>
        {error ? <ErrorMessage id={`${step}-error`}>{error}</ErrorMessage> : null}
        <div className="segmented__choices">
          {steps.map(({ value, label }, index) => (
            <label key={value}>
              <input
                type="radio"
                id={index === 0 ? step : `${step}-${value}`}
                name={step}
                value={value}
                defaultChecked={state.values[step] === value}
              />
              {label}
            </label>
          ))}
        </div>
      </fieldset>
      <Textarea
        {...fieldProps(state, seen)}
        label={
          <>
            What you have seen<span className="govuk-visually-hidden">: {area.name.toLowerCase()}</span>
          </>
        }
        hint="An example from a classroom or a meeting. No pupil names"
        rows={2}
        formGroupClassName="segmented__words"
      />
    </FormGroup>
  );
}
