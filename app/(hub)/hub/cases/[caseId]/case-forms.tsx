"use client";

import type { ReactNode } from "react";
import { fieldProps } from "@/app/_components/field-props";
import { Form } from "@/app/_components/form";
import { Input } from "@/app/_components/input";
import { Radios } from "@/app/_components/radios";
import { SubmitButton } from "@/app/_components/submit-button";
import { Textarea } from "@/app/_components/textarea";
import { type FormAction, type FormState, initialFormState } from "@/lib/forms/form-state";
import {
  sendGoal,
  sendHandover,
  sendNextStep,
  sendNote,
  sendOutcome,
  sendPartner,
  sendRating,
  sendVisit,
  sendVisitRecord,
} from "./actions";

interface CaseFormProps {
  readonly action: FormAction;
  readonly caseId: string;
  readonly hidden?: Readonly<Record<string, string | number>>;
  readonly label: string;
  readonly button: string;
  /** The one thing that the page asks for. */
  readonly isMain?: boolean;
  readonly values?: FormState["values"];
  readonly children?: (state: FormState) => ReactNode;
}

/** A form about one case: its id goes along, and whatever else the deed needs to know. */
function CaseForm({ action, caseId, hidden = {}, label, button, isMain, values, children }: CaseFormProps) {
  return (
    <Form action={action} initial={initialFormState(values)} label={label}>
      {(state) => (
        <>
          <input type="hidden" name="caseId" value={caseId} />
          {Object.entries(hidden).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          {children?.(state)}
          <SubmitButton variant={isMain ? undefined : "secondary"}>{button}</SubmitButton>
        </>
      )}
    </Form>
  );
}

interface Versioned {
  readonly caseId: string;
  readonly version: number;
}

export interface PartnerOption {
  readonly personId: string;
  readonly label: string;
  readonly hint: string;
  readonly possible: boolean;
}

export function PartnerForm({
  caseId,
  version,
  partners,
}: Versioned & { readonly partners: readonly PartnerOption[] }) {
  return (
    <CaseForm
      action={sendPartner}
      caseId={caseId}
      hidden={{ version }}
      label="Assign a partner"
      button="Assign this partner"
      isMain
    >
      {(state) => (
        <Radios
          {...fieldProps(state, "personId")}
          legend="Who supports the school?"
          items={partners.map((partner) => ({
            value: partner.personId,
            label: partner.label,
            hint: partner.hint,
            disabled: !partner.possible,
          }))}
        />
      )}
    </CaseForm>
  );
}

export function NextStepForm({ caseId, version, next }: Versioned & { readonly next: string }) {
  return (
    <CaseForm
      action={sendNextStep}
      caseId={caseId}
      hidden={{ version }}
      label="Next phase"
      button={`Move on to ${next}`}
    />
  );
}

export function GoalForm({ caseId }: { readonly caseId: string }) {
  return (
    <CaseForm action={sendGoal} caseId={caseId} label="Add a goal" button="Add the goal">
      {(state) => (
        <>
          <Input {...fieldProps(state, "text")} label="Goal" />
          <Input {...fieldProps(state, "successMeasure")} label="How everyone will know that it is reached" />
        </>
      )}
    </CaseForm>
  );
}

export function RatingForm({
  caseId,
  goalId,
  rating,
  ratings,
}: {
  readonly caseId: string;
  readonly goalId: string;
  readonly rating: string;
  readonly ratings: readonly { value: string; label: string }[];
}) {
  return (
    <CaseForm
      action={sendRating}
      caseId={caseId}
      hidden={{ goalId }}
      label="Review the goal"
      button="Save the review"
    >
      {(state) => (
        <Radios
          name="rating"
          idPrefix={`rating-${goalId}`}
          legend="How far has it come?"
          small
          inline
          defaultValue={typeof state.values.rating === "string" ? state.values.rating : rating}
          items={[...ratings]}
        />
      )}
    </CaseForm>
  );
}

export function VisitForm({ caseId }: { readonly caseId: string }) {
  return (
    <CaseForm action={sendVisit} caseId={caseId} label="Plan a visit" button="Plan the visit">
      {(state) => (
        <>
          <Input {...fieldProps(state, "visitOn")} label="Date" type="date" width={10} />
          <Radios
            {...fieldProps(state, "halfDays")}
            legend="How long?"
            items={[
              { value: "1", label: "Half a day" },
              { value: "2", label: "A day" },
            ]}
          />
          <Input {...fieldProps(state, "purpose")} label="What for" />
        </>
      )}
    </CaseForm>
  );
}

export function VisitRecordForm({ caseId, visitId }: { readonly caseId: string; readonly visitId: string }) {
  return (
    <CaseForm
      action={sendVisitRecord}
      caseId={caseId}
      hidden={{ visitId }}
      label="Record the visit"
      button="Save"
    >
      {(state) => (
        <>
          <Radios
            name="happened"
            idPrefix={`happened-${visitId}`}
            legend="Did the visit take place?"
            items={[
              { value: "held", label: "Yes" },
              { value: "cancelled", label: "No, it was cancelled" },
            ]}
            errorMessage={state.errors.find(({ field }) => field === "happened")?.message}
          />
          <Textarea name="agreedActions" id={`actions-${visitId}`} label="What was agreed" rows={3} />
        </>
      )}
    </CaseForm>
  );
}

export function NoteForm({ caseId }: { readonly caseId: string }) {
  return (
    <CaseForm action={sendNote} caseId={caseId} label="Write a note" button="Save the note">
      {(state) => (
        <Textarea
          {...fieldProps(state, "body")}
          label="Note"
          hint="Those who may read the notes of this case see it, nobody else"
          rows={6}
        />
      )}
    </CaseForm>
  );
}

export function HandoverForm({ caseId, summary }: { readonly caseId: string; readonly summary: string }) {
  return (
    <CaseForm
      action={sendHandover}
      caseId={caseId}
      label="Handover summary"
      button="Save the summary"
      values={{ summary }}
    >
      {(state) => (
        <Textarea
          {...fieldProps(state, "summary")}
          label="Summary for the lead of the school’s next group"
          hint="The notes themselves are not passed on"
          rows={6}
        />
      )}
    </CaseForm>
  );
}

export function OutcomeForm({
  caseId,
  version,
  outcomes,
}: Versioned & { readonly outcomes: readonly { value: string; label: string }[] }) {
  return (
    <CaseForm
      action={sendOutcome}
      caseId={caseId}
      hidden={{ version }}
      label="Close the case"
      button="Close the case"
    >
      {(state) => (
        <>
          <Radios {...fieldProps(state, "outcome")} legend="How does the case end?" items={[...outcomes]} />
          <Textarea {...fieldProps(state, "reason")} label="What shows it" rows={3} />
        </>
      )}
    </CaseForm>
  );
}
