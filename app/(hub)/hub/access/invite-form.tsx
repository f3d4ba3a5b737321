"use client";

import { fieldProps } from "@/app/_components/field-props";
import { Form } from "@/app/_components/form";
import { Input } from "@/app/_components/input";
import { Select } from "@/app/_components/select";
import { SubmitButton } from "@/app/_components/submit-button";
import { initialFormState } from "@/lib/forms/form-state";
import { invite } from "./actions";

interface InviteFormProps {
  readonly hubId: string;
  readonly hub: string;
  readonly roles: readonly { readonly value: string; readonly label: string }[];
}

const phases = [
  { value: "", label: "Every phase" },
  { value: "primary", label: "Primary" },
  { value: "secondary", label: "Secondary" },
  { value: "post16", label: "Post-16" },
];

export function InviteForm({ hubId, hub, roles }: InviteFormProps) {
  return (
    <Form action={invite} initial={initialFormState()} label="Invite somebody">
      {(state) => (
        <>
          <Input {...fieldProps(state, "name")} label="Full name" autoComplete="off" width={30} />
          <Input
            {...fieldProps(state, "email")}
            label="Email address"
            type="email"
            autoComplete="off"
            spellCheck={false}
            width={30}
          />
          <Select {...fieldProps(state, "role")} label="Role" items={roles} />
          <Select
            {...fieldProps(state, "phase")}
            label="Phase"
            hint="An Assistant Maths Hub Lead decides for one phase"
            items={phases}
          />
          <input type="hidden" name="hubId" value={hubId} />
          <input type="hidden" name="hub" value={hub} />
          <SubmitButton>Send the invitation</SubmitButton>
        </>
      )}
    </Form>
  );
}
