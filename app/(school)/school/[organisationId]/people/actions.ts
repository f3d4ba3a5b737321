"use server";

import { runForm } from "@/lib/forms/form-action";
import type { FormState } from "@/lib/forms/form-state";
import { endGrant } from "@/lib/people/end-grant";
import { endGrantInput, invitationInput, invitePersonInput, organisationInput } from "@/lib/people/input";
import { invitePerson } from "@/lib/people/invite-person";
import { accessRefusals } from "@/lib/people/refusals";
import { revokeInvitation } from "@/lib/people/revoke-invitation";

function handling(formData: FormData) {
  const { organisationId } = organisationInput.parse({ organisationId: formData.get("organisationId") });
  return {
    to: `/school/${organisationId}/people`,
    refusals: accessRefusals,
    fields: { already_has_access: "email" },
  };
}

export async function invite(state: FormState, formData: FormData): Promise<FormState> {
  return runForm(state, formData, invitePersonInput, invitePerson, handling(formData));
}

export async function revoke(state: FormState, formData: FormData): Promise<FormState> {
  return runForm(state, formData, invitationInput, revokeInvitation, handling(formData));
}

/** Whoever ends their own access may not see the page any more. */
export async function endAccess(state: FormState, formData: FormData): Promise<FormState> {
  const back = handling(formData);
  const to = formData.get("own") === "yes" ? "/account" : back.to;
  return runForm(state, formData, endGrantInput, endGrant, { ...back, to });
}
