"use client";

import { type FormAction, initialFormState } from "@/lib/forms/form-state";
import { Checkboxes } from "./checkboxes";
import { fieldProps, listProps } from "./field-props";
import { Form } from "./form";
import { Input } from "./input";
import { Radios } from "./radios";
import { SubmitButton } from "./submit-button";
import { Textarea } from "./textarea";

interface Choice {
  readonly value: string;
  readonly label: string;
}

export interface ReferralFormProps {
  readonly action: FormAction;
  readonly organisationId: string;
  readonly phases: readonly Choice[];
  readonly barriers: readonly Choice[];
  /** Who may be asking; one that is certain is not asked for. */
  readonly sources: readonly Choice[];
  readonly urgencies: readonly Choice[];
  readonly head?: { readonly name: string; readonly email: string } | undefined;
  readonly button: string;
}

/** Asks a hub for Targeted Support for a school, and its headteacher for consent. */
export function ReferralForm({ action, organisationId, head, button, ...choices }: ReferralFormProps) {
  const { phases, barriers, sources, urgencies } = choices;
  return (
    <Form
      action={action}
      initial={initialFormState({
        ...onlyOne("phase", phases),
        ...onlyOne("source", sources),
        ...(head ? { headName: head.name, headEmail: head.email } : {}),
      })}
    >
      {(state) => (
        <>
          <input type="hidden" name="organisationId" value={organisationId} />
          <Radios {...fieldProps(state, "phase")} legend="Phase" legendSize="m" items={[...phases]} />
          {sources.length > 1 ? (
            <Radios
              {...fieldProps(state, "source")}
              legend="Who asks for support?"
              legendSize="m"
              items={[...sources]}
            />
          ) : (
            <input type="hidden" name="source" value={sources[0]?.value} />
          )}
          <Checkboxes
            {...listProps(state, "barriers")}
            legend="What stands in the way of Teaching for Mastery?"
            legendSize="m"
            items={[...barriers]}
          />
          <Textarea
            {...fieldProps(state, "evidence")}
            label="What have you seen?"
            hint="Write of the school, not of single people. The school can read this"
            rows={6}
          />
          <Radios
            {...fieldProps(state, "urgency")}
            legend="How soon is support needed?"
            legendSize="m"
            items={[...urgencies]}
          />
          <h2>The headteacher</h2>
          <p>We send the headteacher a link to agree. Support starts only with that.</p>
          <Input
            {...fieldProps(state, "headName")}
            label="Headteacher’s name"
            autoComplete="off"
            width={30}
          />
          <Input
            {...fieldProps(state, "headEmail")}
            label="Headteacher’s email address"
            type="email"
            autoComplete="off"
            spellCheck={false}
            width={30}
          />
          <SubmitButton>{button}</SubmitButton>
        </>
      )}
    </Form>
  );
}

function onlyOne(name: string, choices: readonly Choice[]): Record<string, string> {
  const [only] = choices;
  return choices.length === 1 && only ? { [name]: only.value } : {};
}
