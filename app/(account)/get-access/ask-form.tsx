"use client";

import { CheckedForm } from "@/app/_components/checked-form";
import { fieldProps } from "@/app/_components/field-props";
import { Input } from "@/app/_components/input";
import { Radios } from "@/app/_components/radios";
import { SubmitButton } from "@/app/_components/submit-button";
import { Textarea } from "@/app/_components/textarea";
import { initialFormState } from "@/lib/forms/form-state";
import { askTheHub } from "./actions";

const schema = () => import("@/lib/people/input").then(({ askForAccessInput }) => askForAccessInput);

export function AskForm({ organisationId }: { readonly organisationId: string }) {
  return (
    <CheckedForm action={askTheHub} schema={schema} initial={initialFormState()}>
      {(state) => (
        <>
          <Input {...fieldProps(state, "name")} label="Your full name" autoComplete="name" width={30} />
          <Input
            {...fieldProps(state, "email")}
            label="Your email address at work"
            hint="You will sign in with it"
            type="email"
            autoComplete="email"
            spellCheck={false}
            width={30}
          />
          <Radios
            {...fieldProps(state, "role")}
            legend="What do you do at the school?"
            legendSize="s"
            items={[
              { value: "school_maths_lead", label: "I lead maths, or apply for the school" },
              { value: "headteacher", label: "I am the headteacher" },
            ]}
          />
          <Textarea
            {...fieldProps(state, "note")}
            label="Anything that helps your hub to know you (optional)"
            hint="For example, who at the hub has met you"
            rows={3}
          />
          <input type="hidden" name="organisationId" value={organisationId} />
          <SubmitButton>Ask the hub</SubmitButton>
        </>
      )}
    </CheckedForm>
  );
}
