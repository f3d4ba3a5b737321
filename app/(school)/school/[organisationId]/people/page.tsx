import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ButtonForm } from "@/app/_components/button-form";
import { Details } from "@/app/_components/details";
import { Page } from "@/app/_components/page";
import { requireActor } from "@/lib/auth/current-user";
import { requestContext } from "@/lib/auth/request-context";
import { londonDate, sayDate, sayShortDate } from "@/lib/kernel/dates";
import { isId } from "@/lib/kernel/ids";
import { capital } from "@/lib/kernel/words";
import { findSchoolPeople, type OpenInvitation, type RoleHolder } from "@/lib/people/queries/school-people";
import { roleWords } from "@/lib/people/role-words";
import { endAccess, revoke } from "./actions";
import { InviteForm } from "./invite-form";

export const metadata: Metadata = { title: "People with access" };

/** Who may act for the school, who is invited, and the ways to let somebody in or out. */
export default async function PeoplePage({
  params,
}: {
  readonly params: Promise<{ organisationId: string }>;
}) {
  const { organisationId } = await params;
  if (!isId(organisationId)) notFound();
  await requireActor(`/school/${organisationId}/people`);
  const people = await findSchoolPeople(await requestContext(), organisationId);
  if (!people) notFound();
  const roles = people.givable.map((value) => ({ value, label: capital(roleWords[value]) }));
  return (
    <Page eyebrow={people.schoolName} title="People with access" back={`/school/${organisationId}`} narrow>
      {people.holders.length === 0 ? <p>Nobody has access yet.</p> : null}
      <ul className="govuk-list">
        {people.holders.map((holder) => (
          <li key={holder.grantId} className="panel">
            <Holder holder={holder} organisationId={organisationId} />
          </li>
        ))}
      </ul>
      <Invitations invitations={people.invitations} organisationId={organisationId} />
      {roles.length > 0 ? (
        <>
          <h2>Invite a colleague</h2>
          <InviteForm organisationId={organisationId} roles={roles} ownLeadGrantId={people.ownLeadGrantId} />
        </>
      ) : null}
    </Page>
  );
}

function Holder({
  holder,
  organisationId,
}: {
  readonly holder: RoleHolder;
  readonly organisationId: string;
}) {
  const fields = { grantId: holder.grantId, organisationId, own: holder.isReader ? "yes" : "no" };
  const whose = holder.isReader ? "your access" : `${holder.name}’s access`;
  return (
    <>
      <h2>
        {holder.name}
        {holder.isReader ? " (you)" : null}
      </h2>
      <p>
        {capital(roleWords[holder.role])} since {sayShortDate(holder.since)}
      </p>
      {holder.canEnd ? (
        <Details summary={`End ${whose}`}>
          <p>It ends at once. A colleague or the hub can invite {holder.isReader ? "you" : "them"} again.</p>
          <ButtonForm action={endAccess} fields={fields} variant="warning" label={`End ${whose}`}>
            End {whose}
          </ButtonForm>
        </Details>
      ) : null}
    </>
  );
}

interface InvitationsProps {
  readonly invitations: readonly OpenInvitation[];
  readonly organisationId: string;
}

function Invitations({ invitations, organisationId }: InvitationsProps) {
  if (invitations.length === 0) return null;
  return (
    <>
      <h2>Invited, not yet here</h2>
      <ul className="govuk-list">
        {invitations.map((invitation) => (
          <li key={invitation.id} className="panel">
            <h3>{invitation.name}</h3>
            <p>
              {capital(roleWords[invitation.role])}
              {invitation.handsOver ? ", as a hand-over" : ""}. Sent to {invitation.email}, works until{" "}
              {sayDate(londonDate(invitation.until))}.
            </p>
            {invitation.canRevoke ? (
              <ButtonForm
                action={revoke}
                fields={{ invitationId: invitation.id, organisationId }}
                label={`Invitation of ${invitation.name}`}
              >
                Take back the invitation of {invitation.name}
              </ButtonForm>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  );
}
