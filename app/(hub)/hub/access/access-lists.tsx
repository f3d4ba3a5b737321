import { ButtonForm } from "@/app/_components/button-form";
import { Details } from "@/app/_components/details";
import { londonDate, sayDate, sayShortDate } from "@/lib/kernel/dates";
import { capital } from "@/lib/kernel/words";
import type { AccessRequest, HubRoleHolder } from "@/lib/people/queries/hub-access";
import type { OpenInvitation } from "@/lib/people/queries/school-people";
import { roleWords } from "@/lib/people/role-words";
import { endAccess, revoke } from "./actions";
import { DecideForm } from "./decide-form";

interface RequestsProps {
  readonly requests: readonly AccessRequest[];
  readonly hub: string;
}

export function Requests({ requests, hub }: RequestsProps) {
  if (requests.length === 0)
    return <p>Nobody is waiting. When somebody asks for access to one of your schools, they appear here.</p>;
  return (
    <ul className="govuk-list">
      {requests.map((request) => (
        <li key={request.id} className="panel">
          <h3>
            {request.name}, {request.school}
          </h3>
          <p>
            Asks for access as {roleWords[request.role]} with {request.email}. Asked on{" "}
            {sayDate(londonDate(request.requestedAt))}
            {request.town ? `. The school is in ${request.town}` : ""}.{" "}
            <a href={`/school/${request.organisationId}/people`}>Who has access now</a>
          </p>
          {request.note ? <p>They write: {request.note}</p> : null}
          <DecideForm requestId={request.id} name={request.name} hub={hub} />
        </li>
      ))}
    </ul>
  );
}

export function HubRoles({
  holders,
  hub,
}: {
  readonly holders: readonly HubRoleHolder[];
  readonly hub: string;
}) {
  return (
    <ul className="govuk-list">
      {holders.map((holder) => (
        <li key={holder.grantId} className="panel">
          <h3>
            {holder.name}
            {holder.isReader ? " (you)" : null}
          </h3>
          <p>
            {capital(roleWords[holder.role])}
            {holder.phase ? `, ${phaseWords[holder.phase] ?? holder.phase}` : ""}, since{" "}
            {sayShortDate(holder.since)}
          </p>
          {holder.canEnd ? <EndAccess holder={holder} hub={hub} /> : null}
        </li>
      ))}
    </ul>
  );
}

const phaseWords: Readonly<Record<string, string>> = {
  primary: "primary",
  secondary: "secondary",
  post16: "post-16",
};

function EndAccess({ holder, hub }: { readonly holder: HubRoleHolder; readonly hub: string }) {
  const what = `${holder.isReader ? "your" : `${holder.name}’s`} role as ${roleWords[holder.role]}`;
  return (
    <Details summary={`End ${what}`}>
      <p>It ends at once. They can be invited again.</p>
      <ButtonForm
        action={endAccess}
        fields={{ grantId: holder.grantId, hub }}
        variant="warning"
        label={`End ${what}`}
      >
        End {what}
      </ButtonForm>
    </Details>
  );
}

interface HubInvitationsProps {
  readonly invitations: readonly OpenInvitation[];
  readonly hub: string;
}

export function HubInvitations({ invitations, hub }: HubInvitationsProps) {
  if (invitations.length === 0) return null;
  return (
    <>
      <h2>Invited, not yet here</h2>
      <ul className="govuk-list">
        {invitations.map((invitation) => (
          <li key={invitation.id} className="panel">
            <h3>{invitation.name}</h3>
            <p>
              {capital(roleWords[invitation.role])}. Sent to {invitation.email}, works until{" "}
              {sayDate(londonDate(invitation.until))}.
            </p>
            {invitation.canRevoke ? (
              <ButtonForm
                action={revoke}
                fields={{ invitationId: invitation.id, hub }}
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
