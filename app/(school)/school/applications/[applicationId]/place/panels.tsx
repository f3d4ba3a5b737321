import { Initials } from "@/app/_components/initials";
import type { PlaceView } from "@/lib/applications/queries/place";
import { sayDate, sayTime } from "@/lib/kernel/dates";

export function LeadPanel({ place: { lead } }: { readonly place: PlaceView }) {
  return (
    <section className="panel panel--paper" aria-labelledby="lead">
      <h2 id="lead">Your lead</h2>
      {lead ? (
        <div className="contact">
          <Initials name={lead.name} />
          <div>
            <p>
              <strong>{lead.name}</strong>
            </p>
            {lead.email ? (
              <p>
                <a className="govuk-link" href={`mailto:${lead.email}`}>
                  E-mail {lead.name.split(" ")[0]}
                </a>
              </p>
            ) : null}
          </div>
        </div>
      ) : (
        <p>Your hub is choosing the lead.</p>
      )}
    </section>
  );
}

export function MeetingPanel({ place }: { readonly place: PlaceView }) {
  const { sessions, online, venue, postcode } = place;
  return (
    <section className="panel" aria-labelledby="dates">
      <h2 id="dates">When and where</h2>
      {sessions.length === 0 ? <p>The dates are not settled yet.</p> : null}
      <ol className="govuk-list">
        {sessions.map(({ heldOn, startsAt, endsAt }) => (
          <li key={`${heldOn}${startsAt}`}>
            {sayDate(heldOn)}, {sayTime(startsAt)} to {sayTime(endsAt)}
          </li>
        ))}
      </ol>
      <p>{online ? "Online" : `${venue}, ${postcode}`}</p>
    </section>
  );
}
