"use client";

import { fieldProps } from "@/app/_components/field-props";
import { Form } from "@/app/_components/form";
import { Radios } from "@/app/_components/radios";
import { SubmitButton } from "@/app/_components/submit-button";
import { Textarea } from "@/app/_components/textarea";
import { initialFormState } from "@/lib/forms/form-state";
import { askAgain, decideReferral } from "./actions";

export interface TriageFormProps {
  readonly referralId: string;
  readonly version: number;
}

export function TriageForm({ referralId, version }: TriageFormProps) {
  return (
    <Form action={decideReferral} initial={initialFormState()} label="Decide">
      {(state) => (
        <>
          <input type="hidden" name="referralId" value={referralId} />
          <input type="hidden" name="version" value={version} />
          <Radios
            {...fieldProps(state, "decision")}
            legend="What will the hub do?"
            legendSize="m"
            items={[
              {
                value: "accept_intensive",
                label: "Intensive support",
                hint: "A partner works with the school’s leaders over the year",
              },
              {
                value: "accept_enhanced",
                label: "Enhanced support",
                hint: "Extra help beside the stage the school is in",
              },
              { value: "keep", label: "Keep it while we find out more" },
              { value: "redirect_readiness", label: "Suggest Mastery Readiness instead" },
              { value: "redirect_development", label: "Suggest Development instead" },
              { value: "decline", label: "Decline" },
            ]}
          />
          <Textarea
            {...fieldProps(state, "note")}
            label="Why"
            hint="The referrer reads this. Needed when you decline"
            rows={4}
          />
          <SubmitButton>Save the decision</SubmitButton>
        </>
      )}
    </Form>
  );
}

export function AskAgainForm({ referralId }: { readonly referralId: string }) {
  return (
    <Form action={askAgain} initial={initialFormState()} label="Ask the headteacher again">
      {() => (
        <>
          <input type="hidden" name="referralId" value={referralId} />
          <SubmitButton variant="secondary">Send the headteacher a new link</SubmitButton>
        </>
      )}
    </Form>
  );
}
