"use client";

import { Checkboxes } from "@/app/_components/checkboxes";
import { errorOf } from "@/app/_components/field-props";
import { StepForm, type StepPlace } from "../_journey/step-form";
import { keepCommitment } from "./actions";

const schema = () =>
  import("@/lib/applications/input").then(({ acceptCommitmentInput }) => acceptCommitmentInput);

interface CommitmentFormProps {
  readonly place: StepPlace;
  readonly head: string;
  readonly read: boolean;
}

export function CommitmentForm({ place, head, read }: CommitmentFormProps) {
  return (
    <StepForm
      action={keepCommitment}
      schema={schema}
      place={place}
      values={read ? { read: "yes" } : {}}
      isBelowTitle
    >
      {(state) => (
        <Checkboxes
          name="read"
          errorMessage={errorOf(state, "read")}
          defaultValues={state.values.read === "yes" ? ["yes"] : []}
          items={[{ value: "yes", label: `I have read this, and our ${head} will be asked to agree to it` }]}
        />
      )}
    </StepForm>
  );
}
