"use client";

import { ButtonGroup } from "@/app/_components/button";
import { Form } from "@/app/_components/form";
import { SubmitButton } from "@/app/_components/submit-button";
import { initialFormState } from "@/lib/forms/form-state";
import { send } from "./actions";

interface SendFormProps {
  readonly applicationId: string;
  readonly version: number;
  readonly home: string;
}

export function SendForm({ applicationId, version, home }: SendFormProps) {
  return (
    <Form action={send} initial={initialFormState()}>
      {() => (
        <>
          <input type="hidden" name="applicationId" value={applicationId} />
          <input type="hidden" name="version" value={version} />
          <ButtonGroup>
            <SubmitButton>Send application</SubmitButton>
            <a href={home}>Save and come back later</a>
          </ButtonGroup>
        </>
      )}
    </Form>
  );
}
