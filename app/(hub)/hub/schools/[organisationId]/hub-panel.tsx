import { Button } from "@/app/_components/button";
import { Details } from "@/app/_components/details";
import { sayDate, sayShortDate } from "@/lib/kernel/dates";
import { count } from "@/lib/kernel/words";
import type { SchoolRecord } from "@/lib/schools/queries/school-record";

/** Which hub the school belongs to and why, and what may be done about it. */
export function HubPanel({ school }: { readonly school: SchoolRecord }) {
  const { id, may, openReviews } = school;
  return (
    <div>
      <section className="panel" aria-labelledby="hub">
        <h2 id="hub">{school.hub ?? "No hub yet"}</h2>
        <Why school={school} />
        {may.move ? (
          <Button href={`/hub/schools/${id}/move`} variant="secondary">
            Move to another hub
          </Button>
        ) : null}
        {may.endMove ? (
          <Button href={`/hub/schools/${id}/end-move`} variant="secondary">
            End the move
          </Button>
        ) : null}
        {may.move || may.endMove ? null : <p>The hub’s lead or deputy can move the school.</p>}
        <Earlier school={school} />
      </section>
      {openReviews > 0 && may.review ? (
        <section className="panel panel--honey" aria-labelledby="open">
          <h2 id="open">To answer</h2>
          <p>
            The register leaves {count(openReviews, "question")} open about this school.{" "}
            <a className="govuk-link" href="/hub/schools/reviews">
              See what is open
            </a>
          </p>
        </section>
      ) : null}
    </div>
  );
}

function Why({ school: { override, authority, authorityHub, hub } }: { readonly school: SchoolRecord }) {
  if (override)
    return (
      <>
        <p>
          Since <strong>{sayDate(override.startedOn)}</strong>, by {override.setBy}: “{override.reason}”
        </p>
        <p>
          {authorityHub && authority
            ? `The hub of its local authority, ${authority}, is ${authorityHub}.`
            : "The hub of its local authority is not known."}
        </p>
      </>
    );
  if (hub && authority) return <p>The hub of its local authority, {authority}.</p>;
  return <p>The register gives it no local authority that we know, so no hub looks after it.</p>;
}

function Earlier({ school }: { readonly school: SchoolRecord }) {
  const ended = school.overrides.filter(({ finishedOn }) => finishedOn !== null);
  if (ended.length === 0) return null;
  return (
    <Details summary="Earlier moves">
      <ul className="govuk-list govuk-list--spaced">
        {ended.map(({ hub, startedOn, finishedOn, setBy, reason }) => (
          <li key={`${hub}${startedOn}${finishedOn}${reason}`}>
            {hub}, {sayShortDate(startedOn)} to {sayShortDate(finishedOn ?? startedOn)}, by {setBy}: “{reason}
            ”
          </li>
        ))}
      </ul>
    </Details>
  );
}
