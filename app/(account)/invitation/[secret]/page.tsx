import type { Metadata } from "next";
import { ButtonForm } from "@/app/_components/button-form";
import { Page } from "@/app/_components/page";
import { requestContext } from "@/lib/auth/request-context";
import { londonDate, sayDate } from "@/lib/kernel/dates";
import { findInvitation, type InvitationView } from "@/lib/people/queries/invitations";
import { roleWords } from "@/lib/people/role-words";
import { acceptInvitation } from "./actions";

export const metadata: Metadata = { title: "Invitation" };

/** Asks for one press: programs that open the links of a mail to look for harm must not take them up. */
export default async function InvitationPage({ params }: { readonly params: Promise<{ secret: string }> }) {
  const { secret } = await params;
  const invitation = await findInvitation(await requestContext(), secret);
  if (!invitation) return <InvitationIsOver />;
  return (
    <Page title={`Join ${invitation.place}`} narrow>
      <p className="govuk-body-l">{sayInvitation(invitation)}</p>
      <p>
        You need no password. Accepting signs you in on this device. The invitation works until{" "}
        {sayDate(londonDate(invitation.until))}.
      </p>
      <ButtonForm action={acceptInvitation} fields={{ secret }}>
        Accept and sign in
      </ButtonForm>
    </Page>
  );
}

function sayInvitation({ name, inviter, handsOver, role, place }: InvitationView): string {
  return handsOver
    ? `${name}, ${inviter} asks you to take over as ${roleWords[role]} for ${place}.`
    : `${name}, ${inviter} invites you as ${roleWords[role]} for ${place}.`;
}

function InvitationIsOver() {
  return (
    <Page title="This invitation no longer works" narrow>
      <p>It has been used or taken back, or it is more than 14 days old.</p>
      <p>
        If you accepted it before, <a href="/sign-in">sign in</a>. Otherwise ask whoever invited you for a new
        one, or <a href="/get-access">ask your Maths Hub to let you in</a>.
      </p>
    </Page>
  );
}
