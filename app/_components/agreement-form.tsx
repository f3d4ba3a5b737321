"use client";

import type { FormAction } from "@/lib/forms/form-state";
import { initialFormState } from "@/lib/forms/form-state";
import { ButtonGroup } from "./button";
import { Checkboxes } from "./checkboxes";
import { Details } from "./details";
import { fieldProps, listProps } from "./field-props";
import { Form } from "./form";
import { Input } from "./input";
import { SubmitButton } from "./submit-button";
import { Textarea } from "./textarea";

interface AgreementFormProps {
  readonly action: FormAction;
  /** What the answer belongs to: a link's secret, or an application. */
  readonly hidden: Readonly<Record<string, string>>;
  readonly promises: readonly string[];
}

/** A headteacher's answer. Saying no takes one press, as saying yes does. */
export function AgreementForm({ action, hidden, promises }: AgreementFormProps) {
  return (
    <Form action={action} initial={initialFormState()}>
      {(state) => (
        <>
          {Object.entries(hidden).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <Checkboxes
            {...listProps(state, "promises")}
            legend="I agree that our school will"
            legendSize="m"
            items={promises.map((label, number) => ({ value: String(number), label }))}
          />
          <Input
            {...fieldProps(state, "name")}
            label="Your full name"
            labelSize="s"
            hint="This counts as your signature"
            width={20}
            autoComplete="name"
            spellCheck={false}
          />
          <Details summary="Add a note for the person who applied">
            <Textarea {...fieldProps(state, "note")} label="Note" hint="Optional" rows={3} />
          </Details>
          <ButtonGroup>
            <SubmitButton name="answer" value="agreed">
              Agree
            </SubmitButton>
            <SubmitButton variant="secondary" name="answer" value="refused">
              I do not agree
            </SubmitButton>
          </ButtonGroup>
        </>
      )}
    </Form>
  );
}
