type Detail = Readonly<Record<string, string | number>>;

/** Why nobody was signed in, each with its one sentence. */
export const signInRefusals = {
  not_found: "This cannot be done here",
  too_many: ({ until }: Detail) => `That was tried too often from your network. Try again after ${until}`,
  wrong_code: "That code does not match. Type the one in the newest email, or open the link in it instead",
  code_over: "That code can no longer be used. Ask for a new email",
  invitation_over: "This invitation has been used, taken back or is too old. Ask for a new one",
  link_over: "This link has been used or is more than 10 minutes old. Ask for a new email",
} as const;

export type SignInRefusal = keyof typeof signInRefusals;

/** Why DfE Sign-in did not let somebody in; the page says what to do about it. */
export type OpenidRefusal = "not_found" | "no_address" | "unknown_organisation" | "access_ended";

/** Why access was not given, ended or asked for, each with its one sentence. */
export const accessRefusals = {
  not_found: "This cannot be done here",
  already_has_access: "They have this access already. They can sign in with that email address",
  not_own_role: "You can hand over a role that you hold yourself. Choose that role",
  already_ended: "This access has ended already",
  already_decided: "A colleague has answered this already",
  last_hub_lead: "The hub needs a lead. Invite the next one first",
  too_far: "The clock cannot run further ahead than 20 years",
  too_many: ({ until }: Detail) => `That was tried too often from your network. Try again after ${until}`,
} as const;

export type AccessRefusal = keyof typeof accessRefusals;
