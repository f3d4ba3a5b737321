"use server";

import { runForm } from "@/lib/forms/form-action";
import type { FormState } from "@/lib/forms/form-state";
import { decideAccess } from "@/lib/people/decide-access";
import { endGrant } from "@/lib/people/end-grant";
import {
  decideAccessInput,
  endGrantInput,
  hubCodeInput,
  invitationInput,
  invitePersonInput,
} from "@/lib/people/input";
import { invitePerson } from "@/lib/people/invite-person";
import { accessRefusals } from "@/lib/people/refusals";
import { revokeInvitation } from "@/lib/people/revoke-invitation";

function handling(formData: FormData) {
  const { hub } = hubCodeInput.parse({ hub: formData.get("hub") });
  return {
    to: `/hub/access?hub=${hub}`,
    refusals: accessRefusals,
    fields: { already_has_access: "email" },
  };
}

export async function decide(state: FormState, formData: FormData): Promise<FormState> {
  return runForm(state, formData, decideAccessInput, decideAccess, handling(formData));
}

export async function invite(state: FormState, formData: FormData): Promise<FormState> {
  return runForm(state, formData, invitePersonInput, invitePerson, handling(formData));
}

export async function revoke(state: FormState, formData: FormData): Promise<FormState> {
  return runForm(state, formData, invitationInput, revokeInvitation, handling(formData));
}

export async function endAccess(state: FormState, formData: FormData): Promise<FormState> {
  return runForm(state, formData, endGrantInput, endGrant, handling(formData));
}
