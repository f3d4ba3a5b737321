"use client";

import { Checkboxes } from "@/app/_components/checkboxes";
import { fieldProps, listProps } from "@/app/_components/field-props";
import { Form } from "@/app/_components/form";
import { Input } from "@/app/_components/input";
import { Radios } from "@/app/_components/radios";
import { SubmitButton } from "@/app/_components/submit-button";
import { Textarea } from "@/app/_components/textarea";
import { initialFormState } from "@/lib/forms/form-state";
import { sendReferral } from "./actions";

interface Choice {
  readonly value: string;
  readonly label: string;
}

export interface ReferralFormProps {
  readonly organisationId: string;
  readonly phases: readonly Choice[];
  readonly barriers: readonly Choice[];
  readonly sources: readonly Choice[];
  readonly urgencies: readonly Choice[];
}

export function ReferralForm({ organisationId, phases, barriers, sources, urgencies }: ReferralFormProps) {
  const [only] = phases;
  return (
    <Form
      action={sendReferral}
      initial={initialFormState(phases.length === 1 && only ? { phase: only.value } : {})}
    >
      {(state) => (
        <>
          <input type="hidden" name="organisationId" value={organisationId} />
          <Radios {...fieldProps(state, "phase")} legend="Phase" legendSize="m" items={[...phases]} />
          <Radios
            {...fieldProps(state, "source")}
            legend="Who asks for support?"
            legendSize="m"
            items={[...sources]}
          />
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
          <SubmitButton>Refer the school and ask the headteacher</SubmitButton>
        </>
      )}
    </Form>
  );
}
