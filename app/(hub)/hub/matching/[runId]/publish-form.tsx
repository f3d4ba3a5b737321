"use client";

import { ButtonForm } from "@/app/_components/button-form";
import { Checkboxes } from "@/app/_components/checkboxes";
import { Details } from "@/app/_components/details";
import { fieldProps } from "@/app/_components/field-props";
import { Form } from "@/app/_components/form";
import { Input } from "@/app/_components/input";
import { SubmitButton } from "@/app/_components/submit-button";
import { type FormState, initialFormState } from "@/lib/forms/form-state";
import { publish, review } from "./actions";

export function ReviewForm({ runId, results }: { readonly runId: string; readonly results: string }) {
  return (
    <ButtonForm action={review} fields={{ runId }} label="Looked through">
      I have looked through {results}
    </ButtonForm>
  );
}

export interface PublishFormProps {
  readonly runId: string;
  /** "84 results" */
  readonly results: string;
  /** The usual last date to answer. */
  readonly answerBy: string;
  /** Groups with something to publish, and those who wait, each with its size. */
  readonly parts: readonly { readonly value: string; readonly label: string }[];
  /** The list of groups has more pages than the one whose groups these are. */
  readonly isPartOf: boolean;
}

/** Everything with one button; or, below it, some groups now and the rest later. */
export function PublishForm({ runId, results, answerBy, parts, isPartOf }: PublishFormProps) {
  const initial = initialFormState({ answerBy });
  return (
    <>
      <Form action={publish} initial={initial} label="Publish everything">
        {(state) => (
          <>
            <input type="hidden" name="runId" value={runId} />
            <AnswerBy state={state} id="answer-by" />
            <SubmitButton>Publish {results}</SubmitButton>
          </>
        )}
      </Form>
      {parts.length > 1 || (isPartOf && parts.length > 0) ? (
        <Form action={publish} initial={initial} label="Publish only some of it">
          {(state) => (
            <Details summary="Publish only some of it" open={state.errors.length > 0}>
              <input type="hidden" name="runId" value={runId} />
              <input type="hidden" name="chosen" value="some" />
              <Checkboxes
                {...fieldProps(state, "parts")}
                name="parts[]"
                idPrefix="parts"
                legend="What to publish now"
                legendSize="s"
                hint={
                  isPartOf
                    ? "These are the groups of the open page of the list. Turn the page there for others"
                    : undefined
                }
                small
                items={parts}
                defaultValues={asList(state.values.parts)}
              />
              <AnswerBy state={state} id="answer-by-some" />
              <SubmitButton variant="secondary">Publish what is ticked</SubmitButton>
            </Details>
          )}
        </Form>
      ) : null}
    </>
  );
}

function AnswerBy({ state, id }: { readonly state: FormState; readonly id: string }) {
  return (
    <Input
      {...fieldProps(state, "answerBy")}
      id={id}
      label="Schools answer by"
      hint="We hold each place until the end of this day"
      type="date"
      width={10}
    />
  );
}

function asList(value: string | string[] | undefined): readonly string[] {
  if (value === undefined) return [];
  return typeof value === "string" ? [value] : value;
}
