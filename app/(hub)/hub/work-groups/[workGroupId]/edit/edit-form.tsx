"use client";

import { Form } from "@/app/_components/form";
import { SubmitButton } from "@/app/_components/submit-button";
import { initialFormState } from "@/lib/forms/form-state";
import { GroupFields } from "../../group-fields";
import { edit } from "./actions";

export interface EditFormProps {
  readonly workGroupId: string;
  /** As the page was read: a change since then is noticed. */
  readonly version: number;
  readonly now: Readonly<Record<string, string>>;
}

export function EditForm({ workGroupId, version, now }: EditFormProps) {
  return (
    <Form action={edit} initial={initialFormState(now)} label="Change the group">
      {(state) => (
        <>
          <input type="hidden" name="workGroupId" value={workGroupId} />
          <input type="hidden" name="version" value={version} />
          <GroupFields state={state} />
          <SubmitButton>Save</SubmitButton>
        </>
      )}
    </Form>
  );
}
