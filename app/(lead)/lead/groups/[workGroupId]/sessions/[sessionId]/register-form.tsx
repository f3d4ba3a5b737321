"use client";

import { ButtonGroup } from "@/app/_components/button";
import { Form } from "@/app/_components/form";
import { SubmitButton } from "@/app/_components/submit-button";
import { type FormState, initialFormState } from "@/lib/forms/form-state";
import { sendRegister } from "./actions";

export interface RegisterPerson {
  readonly id: string;
  readonly name: string;
  readonly school: string;
  readonly mark: string;
  readonly substituteName: string;
}

const choices = [
  { value: "attended", label: "Attended" },
  { value: "partly", label: "Partly" },
  { value: "substitute", label: "Stand-in" },
  { value: "absent_with_notice", label: "Absent, told us" },
  { value: "absent", label: "Absent" },
] as const;

/** One set of marks for each person, large enough for a thumb. Saving twice is harmless. */
export function RegisterForm({
  sessionId,
  people,
}: {
  readonly sessionId: string;
  readonly people: readonly RegisterPerson[];
}) {
  return (
    <Form action={sendRegister} initial={initialFormState()}>
      {(state) => (
        <>
          <input type="hidden" name="sessionId" value={sessionId} />
          <ul className="register">
            {people.map((person) => (
              <li key={person.id}>
                <PersonMarks person={person} state={state} />
              </li>
            ))}
          </ul>
          <ButtonGroup>
            <SubmitButton>Save the register</SubmitButton>
            <SubmitButton variant="secondary" name="everyone-left" value="attended">
              Mark everyone left as attended
            </SubmitButton>
          </ButtonGroup>
        </>
      )}
    </Form>
  );
}

function PersonMarks({ person, state }: { readonly person: RegisterPerson; readonly state: FormState }) {
  const typed = state.values[`mark-${person.id}`];
  const marked = typeof typed === "string" && typed !== "" ? typed : person.mark;
  const substitute = state.values[`substitute-${person.id}`];
  return (
    <fieldset className="segmented">
      <legend>
        {person.name}
        <span className="segmented__note">{person.school}</span>
      </legend>
      <input type="hidden" name="participant[]" value={person.id} />
      <div className="segmented__choices">
        {choices.map(({ value, label }) => (
          <label key={value}>
            <input type="radio" name={`mark-${person.id}`} value={value} defaultChecked={marked === value} />
            {label}
          </label>
        ))}
      </div>
      {marked === "substitute" ? (
        <p>
          <label htmlFor={`substitute-${person.id}`}>Who came instead</label>
          <input
            className="govuk-input"
            id={`substitute-${person.id}`}
            name={`substitute-${person.id}`}
            defaultValue={typeof substitute === "string" ? substitute : person.substituteName}
            autoComplete="off"
          />
        </p>
      ) : null}
    </fieldset>
  );
}
