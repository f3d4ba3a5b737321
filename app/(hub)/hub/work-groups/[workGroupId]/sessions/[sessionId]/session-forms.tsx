"use client";

import { errorOf, fieldProps } from "@/app/_components/field-props";
import { Form } from "@/app/_components/form";
import { Input } from "@/app/_components/input";
import { SubmitButton } from "@/app/_components/submit-button";
import { Textarea } from "@/app/_components/textarea";
import { type FormState, initialFormState } from "@/lib/forms/form-state";
import { dateKey } from "@/lib/workgroups/input";
import { callOff, move } from "./actions";

interface SeenProps {
  readonly workGroupId: string;
  readonly sessionId: string;
  /** As the page was read: a change since then is noticed. */
  readonly sequence: number;
}

export interface MoveFormProps extends SeenProps {
  readonly now: Readonly<Record<"heldOn" | "startsAt" | "endsAt", string>>;
}

export function MoveForm({ now, ...seen }: MoveFormProps) {
  return (
    <Form action={move} initial={initialFormState(now)} label="Move the session">
      {(state) => (
        <>
          <Seen {...seen} />
          <input type="hidden" name="accepted" value={acceptedOf(state)} />
          <Input {...fieldProps(state, "heldOn")} label="New date" type="date" width={10} />
          <Input {...fieldProps(state, "startsAt")} label="From" type="time" width={10} />
          <Input {...fieldProps(state, "endsAt")} label="To" type="time" width={10} />
          <SubmitButton>Move the session and tell everybody</SubmitButton>
        </>
      )}
    </Form>
  );
}

/** The date whose warnings have just been shown: the next press takes it. */
function acceptedOf(state: FormState): string {
  const text = (name: string) => String(state.values[name] ?? "");
  if (!errorOf(state, "heldOn")) return "";
  return dateKey({ heldOn: text("heldOn"), startsAt: text("startsAt"), endsAt: text("endsAt") });
}

export function CancelSessionForm(seen: SeenProps) {
  return (
    <Form action={callOff} initial={initialFormState()} label="Cancel the session">
      {(state) => (
        <>
          <Seen {...seen} />
          <Textarea
            {...fieldProps(state, "reason")}
            label="Why"
            hint="Everybody of the group reads it"
            rows={2}
          />
          <SubmitButton variant="warning">Cancel the session and tell everybody</SubmitButton>
        </>
      )}
    </Form>
  );
}

function Seen({ workGroupId, sessionId, sequence }: SeenProps) {
  return (
    <>
      <input type="hidden" name="workGroupId" value={workGroupId} />
      <input type="hidden" name="sessionId" value={sessionId} />
      <input type="hidden" name="sequence" value={sequence} />
    </>
  );
}
