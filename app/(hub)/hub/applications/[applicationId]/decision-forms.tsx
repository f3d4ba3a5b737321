"use client";

import { Details } from "@/app/_components/details";
import { fieldProps } from "@/app/_components/field-props";
import { Form } from "@/app/_components/form";
import { Radios } from "@/app/_components/radios";
import { Select } from "@/app/_components/select";
import { SubmitButton } from "@/app/_components/submit-button";
import { Textarea } from "@/app/_components/textarea";
import { type FormState, initialFormState } from "@/lib/forms/form-state";
import { approve, assign, decline, suggest } from "./actions";

interface Choice {
  readonly value: string;
  readonly label: string;
}

interface SeenProps {
  readonly applicationId: string;
  /** As the page was read: a change since then is noticed. */
  readonly version: number;
}

export interface DecisionFormsProps extends SeenProps {
  readonly offers: readonly Choice[];
  readonly redirectReasons: readonly Choice[];
  readonly declineReasons: readonly Choice[];
}

/** The three answers, each its own form, because each asks for something else. */
export function DecisionForms({ offers, redirectReasons, declineReasons, ...seen }: DecisionFormsProps) {
  return (
    <>
      <Form action={approve} initial={initialFormState()} label="Approve">
        {(state) => (
          <>
            <Seen {...seen} />
            <Note state={state} id="approve-note" />
            <SubmitButton>Approve and put forward to matching</SubmitButton>
          </>
        )}
      </Form>
      <Details summary="Suggest another programme">
        <Form action={suggest} initial={initialFormState()} label="Suggest another programme">
          {(state) => (
            <>
              <Seen {...seen} />
              <Select
                {...fieldProps(state, "offerId")}
                label="Programme"
                items={[{ value: "", label: "Choose" }, ...offers]}
              />
              <Radios
                {...fieldProps(state, "reason")}
                idPrefix="suggest-reason"
                legend="Why"
                legendSize="s"
                small
                items={redirectReasons}
              />
              <Note state={state} id="suggest-note" />
              <SubmitButton variant="secondary">Suggest this</SubmitButton>
            </>
          )}
        </Form>
      </Details>
      <Details summary="Decline">
        <Form action={decline} initial={initialFormState()} label="Decline">
          {(state) => (
            <>
              <Seen {...seen} />
              <Radios
                {...fieldProps(state, "reason")}
                idPrefix="decline-reason"
                legend="A reason the school can act on"
                legendSize="s"
                small
                items={declineReasons}
              />
              <Note state={state} id="decline-note" />
              <SubmitButton variant="warning">Decline</SubmitButton>
            </>
          )}
        </Form>
      </Details>
    </>
  );
}

export function AssignForm({
  staff,
  assignedTo,
  ...seen
}: SeenProps & { readonly staff: readonly Choice[]; readonly assignedTo: string }) {
  return (
    <Form action={assign} initial={initialFormState({ personId: assignedTo })} label="Give to somebody">
      {(state) => (
        <>
          <Seen {...seen} />
          <Select
            {...fieldProps(state, "personId")}
            label="With"
            items={[{ value: "", label: "No one yet" }, ...staff]}
          />
          <SubmitButton variant="secondary">Save</SubmitButton>
        </>
      )}
    </Form>
  );
}

function Seen({ applicationId, version }: SeenProps) {
  return (
    <>
      <input type="hidden" name="applicationId" value={applicationId} />
      <input type="hidden" name="version" value={version} />
    </>
  );
}

function Note({ state, id }: { readonly state: FormState; readonly id: string }) {
  return (
    <Textarea
      {...fieldProps(state, "note")}
      id={id}
      label="Note to the school"
      hint="Optional. They see this"
      rows={3}
    />
  );
}
