"use client";

import { CheckedForm } from "@/app/_components/checked-form";
import { fieldProps } from "@/app/_components/field-props";
import { Input } from "@/app/_components/input";
import { SubmitButton } from "@/app/_components/submit-button";
import { initialFormState } from "@/lib/forms/form-state";
import type { StepPlace } from "../../_journey/step-form";
import { addPerson } from "./actions";

const schema = () =>
  import("@/lib/applications/input").then(({ addParticipantInput }) => addParticipantInput);

export function PersonForm({ place }: { readonly place: StepPlace }) {
  return (
    <CheckedForm action={addPerson} schema={schema} initial={initialFormState()}>
      {(state) => (
        <>
          <p className="eyebrow">{place.eyebrow}</p>
          <h1 className="govuk-heading-l">Add somebody who will take part</h1>
          <input type="hidden" name="applicationId" value={place.applicationId} />
          <input type="hidden" name="from" value={place.from} />
          <Input {...fieldProps(state, "name")} label="Full name" autoComplete="off" spellCheck={false} />
          <Input
            {...fieldProps(state, "jobTitle")}
            label="What they do at your school"
            hint="For example Year 4 teacher, maths lead or teaching assistant"
            autoComplete="off"
          />
          <Input
            {...fieldProps(state, "email")}
            label="E-mail address"
            hint="Optional. Their dates and materials go here"
            type="email"
            autoComplete="off"
            spellCheck={false}
          />
          <SubmitButton>Add this person</SubmitButton>
        </>
      )}
    </CheckedForm>
  );
}
