"use client";

import { Checkboxes } from "@/app/_components/checkboxes";
import { CheckedForm } from "@/app/_components/checked-form";
import { fieldProps } from "@/app/_components/field-props";
import { Input } from "@/app/_components/input";
import { Radios } from "@/app/_components/radios";
import { SubmitButton } from "@/app/_components/submit-button";
import { initialFormState } from "@/lib/forms/form-state";
import { invite } from "./actions";

const schema = () => import("@/lib/people/input").then(({ invitePersonInput }) => invitePersonInput);

interface InviteFormProps {
  readonly organisationId: string;
  /** The roles that may be given. With one there is nothing to choose. */
  readonly roles: readonly { readonly value: string; readonly label: string }[];
  /** The reader's own grant as maths lead, which the invited person may take over. */
  readonly ownLeadGrantId: string | undefined;
}

export function InviteForm({ organisationId, roles, ownLeadGrantId }: InviteFormProps) {
  return (
    <CheckedForm action={invite} schema={schema} initial={initialFormState()} label="Invite a colleague">
      {(state) => (
        <>
          <Input {...fieldProps(state, "name")} label="Full name" autoComplete="off" width={30} />
          <Input
            {...fieldProps(state, "email")}
            label="Email address at work"
            hint="The invitation is sent here and opens for nobody else"
            type="email"
            autoComplete="off"
            spellCheck={false}
            width={30}
          />
          {roles.length > 1 ? (
            <Radios {...fieldProps(state, "role")} legend="What they do" legendSize="s" items={roles} />
          ) : (
            <input type="hidden" name="role" value={roles[0]?.value} />
          )}
          {ownLeadGrantId ? (
            <Checkboxes
              name="handsOverGrantId"
              defaultValues={[state.values.handsOverGrantId ?? ""].flat()}
              items={[
                {
                  value: ownLeadGrantId,
                  label: "They take over from me as maths lead",
                  hint: "Your own access as maths lead ends when they accept",
                },
              ]}
            />
          ) : null}
          <input type="hidden" name="organisationId" value={organisationId} />
          <SubmitButton>Send the invitation</SubmitButton>
        </>
      )}
    </CheckedForm>
  );
}
