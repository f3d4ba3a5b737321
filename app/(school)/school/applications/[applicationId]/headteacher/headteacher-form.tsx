"use client";

import { fieldProps } from "@/app/_components/field-props";
import { Input } from "@/app/_components/input";
import type { FormState } from "@/lib/forms/form-state";
import { StepForm, type StepPlace } from "../_journey/step-form";
import { keepHeadteacher } from "./actions";

const schema = () =>
  import("@/lib/applications/input").then(({ saveHeadteacherInput }) => saveHeadteacherInput);

interface HeadteacherFormProps {
  readonly place: StepPlace;
  readonly head: string;
  readonly values: FormState["values"];
}

export function HeadteacherForm({ place, head, values }: HeadteacherFormProps) {
  return (
    <StepForm action={keepHeadteacher} schema={schema} place={place} values={values}>
      {(state) => (
        <>
          <h1 className="govuk-heading-l">Who is your {head}?</h1>
          <p>
            {place.isDraft
              ? `When you send the application, we e-mail your ${head} a link to agree. No account is needed.`
              : `A new address gets its own link at once, and the one sent before stops working.`}
          </p>
          <Input {...fieldProps(state, "headName")} label="Full name" autoComplete="off" spellCheck={false} />
          <Input
            {...fieldProps(state, "headEmail")}
            label="E-mail address"
            hint={`The ${head}'s own, not the school office's`}
            type="email"
            autoComplete="off"
            spellCheck={false}
          />
        </>
      )}
    </StepForm>
  );
}
