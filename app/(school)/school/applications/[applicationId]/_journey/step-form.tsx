"use client";

import type { ReactNode } from "react";
import { ButtonGroup } from "@/app/_components/button";
import { CheckedForm, type LoadSchema } from "@/app/_components/checked-form";
import { SubmitButton } from "@/app/_components/submit-button";
import { type FormAction, type FormState, initialFormState } from "@/lib/forms/form-state";

/** Where a question stands in its application. */
export interface StepPlace {
  readonly applicationId: string;
  readonly organisationId: string;
  readonly eyebrow: string;
  /** "check" when it was opened from the answers that are being checked. */
  readonly from: string;
  readonly isDraft: boolean;
}

interface StepFormProps {
  readonly action: FormAction;
  /** What the answers are checked by before they are sent; leaving for later sends them as they are. */
  readonly schema: LoadSchema;
  readonly place: StepPlace;
  readonly values?: FormState["values"];
  /** Where the page has its title above the form, the words over that title stand there too. */
  readonly isBelowTitle?: boolean;
  readonly children: (state: FormState) => ReactNode;
}

/** One question with its two ways on: to the next question, or home until later. */
export function StepForm({ action, schema, place, values, isBelowTitle, children }: StepFormProps) {
  return (
    <CheckedForm action={action} schema={schema} initial={initialFormState(values)}>
      {(state) => (
        <>
          {isBelowTitle ? null : <p className="eyebrow">{place.eyebrow}</p>}
          <input type="hidden" name="applicationId" value={place.applicationId} />
          <input type="hidden" name="organisationId" value={place.organisationId} />
          <input type="hidden" name="from" value={place.from} />
          {children(state)}
          <ButtonGroup>
            <SubmitButton>{place.isDraft ? "Save and continue" : "Save"}</SubmitButton>
            {place.isDraft ? (
              <SubmitButton variant="quiet" name="later" value="yes" formNoValidate>
                Save and come back later
              </SubmitButton>
            ) : null}
          </ButtonGroup>
        </>
      )}
    </CheckedForm>
  );
}
