"use client";

import { CheckedForm } from "@/app/_components/checked-form";
import { fieldProps } from "@/app/_components/field-props";
import { Input } from "@/app/_components/input";
import { Radios } from "@/app/_components/radios";
import { Select } from "@/app/_components/select";
import { SubmitButton } from "@/app/_components/submit-button";
import { type FormState, initialFormState } from "@/lib/forms/form-state";
import { start } from "./actions";

const schema = () =>
  import("@/lib/applications/input").then(({ startApplicationInput }) => startApplicationInput);

interface StartFormProps {
  readonly organisationId: string;
  readonly offerId: string;
  readonly forPerson: boolean;
  readonly colleagues: readonly { readonly value: string; readonly label: string }[];
  readonly questions: readonly {
    readonly code: string;
    readonly question: string;
    readonly years?: readonly { readonly value: string; readonly label: string }[];
  }[];
}

export function StartForm({ organisationId, offerId, forPerson, colleagues, questions }: StartFormProps) {
  return (
    <CheckedForm action={start} schema={schema} initial={initialFormState()}>
      {(state) => (
        <>
          <input type="hidden" name="organisationId" value={organisationId} />
          <input type="hidden" name="offerId" value={offerId} />
          {forPerson ? <Person state={state} colleagues={colleagues} /> : null}
          {questions.map((question) => (
            <Question key={question.code} state={state} {...question} />
          ))}
          <SubmitButton isStartButton>Start now</SubmitButton>
        </>
      )}
    </CheckedForm>
  );
}

function Question({
  state,
  code,
  question,
  years,
}: StartFormProps["questions"][number] & { state: FormState }) {
  if (years) {
    return (
      <Select
        {...fieldProps(state, `state-${code}`)}
        label={question}
        labelSize="m"
        items={[{ value: "", label: "Choose a school year" }, ...years]}
      />
    );
  }
  return (
    <Radios
      {...fieldProps(state, `state-${code}`)}
      legend={question}
      legendSize="m"
      inline
      items={[
        { value: "1", label: "Yes" },
        { value: "0", label: "No" },
      ]}
    />
  );
}

function Person({ state, colleagues }: { readonly state: FormState } & Pick<StartFormProps, "colleagues">) {
  return (
    <Radios
      {...fieldProps(state, "person")}
      legend="Who wants to take part?"
      legendSize="m"
      hint="One application for each person."
      items={[
        { value: "self", label: "I do" },
        ...colleagues,
        {
          value: "new",
          label: "Somebody else at our school",
          conditional: (
            <>
              <Input {...fieldProps(state, "personName")} label="Full name" autoComplete="off" />
              <Input
                {...fieldProps(state, "personEmail")}
                label="E-mail address"
                hint="Optional"
                type="email"
                autoComplete="off"
              />
            </>
          ),
        },
      ]}
    />
  );
}
