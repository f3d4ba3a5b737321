"use client";

import { Each } from "@/app/_components/each";
import { errorOf } from "@/app/_components/field-props";
import { Fieldset } from "@/app/_components/fieldset";
import { Form } from "@/app/_components/form";
import { Input } from "@/app/_components/input";
import { SubmitButton } from "@/app/_components/submit-button";
import { type FormState, initialFormState } from "@/lib/forms/form-state";
import { saveSessions } from "./actions";

export interface ProposedSession {
  readonly heldOn: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly title: string;
}

export interface SessionsFormProps {
  readonly workGroupId: string;
  readonly sessions: readonly ProposedSession[];
  /** What is odd about each of them as it was proposed. */
  readonly warnings: readonly (readonly string[])[];
}

/** One row a session. A row without a date is left out, so the last rows may stay empty. */
export function SessionsForm({ workGroupId, sessions, warnings }: SessionsFormProps) {
  const column = (name: keyof ProposedSession) => sessions.map((session) => session[name]);
  const initial = initialFormState({
    heldOn: column("heldOn"),
    startsAt: column("startsAt"),
    endsAt: column("endsAt"),
    title: column("title"),
  });
  return (
    <Form action={saveSessions} initial={initial} label="The sessions">
      {(state) => (
        <>
          <input type="hidden" name="workGroupId" value={workGroupId} />
          <Each of={sessions}>
            {(session, row) => (
              <Row
                row={row}
                state={state}
                warnings={cell(state, "heldOn", row) === session.heldOn ? (warnings[row] ?? []) : []}
              />
            )}
          </Each>
          <SubmitButton>Save these dates</SubmitButton>
        </>
      )}
    </Form>
  );
}

interface RowProps {
  readonly row: number;
  readonly state: FormState;
  readonly warnings: readonly string[];
}

function Row({ row, state, warnings }: RowProps) {
  const field = (name: keyof ProposedSession) => ({
    name: `${name}[]`,
    id: `${name}-${row}`,
    defaultValue: cell(state, name, row),
    errorMessage: errorOf(state, `${name}-${row}`),
  });
  return (
    <Fieldset legend={`Session ${row + 1}`} legendSize="s" className="session-row">
      <div className="session-row__fields">
        <Input {...field("heldOn")} label="Date" type="date" />
        <Input {...field("startsAt")} label="From" type="time" />
        <Input {...field("endsAt")} label="To" type="time" />
        <Input {...field("title")} label="Title" autoComplete="off" />
      </div>
      {warnings.map((warning) => (
        <p key={warning} className="session-row__check">
          <strong>Check:</strong> {warning}
        </p>
      ))}
    </Fieldset>
  );
}

function cell(state: FormState, name: string, row: number): string {
  const column = state.values[name];
  return (typeof column === "string" ? [column] : column)?.[row] ?? "";
}
