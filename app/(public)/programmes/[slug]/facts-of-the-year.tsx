import { sayDate, sayDay, sayShortDate } from "@/lib/kernel/dates";
import { count } from "@/lib/kernel/words";
import type { OfferView } from "@/lib/programmes/queries/offers";

/** What a school does, when, and what its headteacher agrees to. */
export function FactsOfTheYear({ offer }: { readonly offer: OfferView }) {
  return (
    <>
      <h2>What you do</h2>
      <p>{offer.commitment}</p>
      <dl className="facts">
        <dt>Who</dt>
        <dd>{offer.audience}</dd>
        <dt>Time</dt>
        <dd>{offer.timeNeeded}</dd>
        <dt>Cost</dt>
        <dd>{offer.funding}</dd>
      </dl>
      <h2>The year</h2>
      {offer.opensToApplications ? (
        <Dates offer={offer} />
      ) : (
        <p>Support begins when it is agreed, at any time of the year.</p>
      )}
      <h2>What your school agrees to</h2>
      <ul>
        {offer.commitmentText.split("\n").map((promise) => (
          <li key={promise}>{promise}</li>
        ))}
      </ul>
    </>
  );
}

function Dates({ offer }: { readonly offer: OfferView }) {
  return (
    <>
      <ol className="dates" aria-label="Dates of this programme">
        <li>
          <strong>Apply</strong>
          by {sayDate(offer.closesOn)}
        </li>
        <li>
          <strong>Hear</strong>
          by {sayDay(offer.decisionsOn)}
        </li>
        <li>
          <strong>{offer.sessions ? `Meet ${count(offer.sessions, "time")}` : "Take part"}</strong>
          {sayShortDate(offer.startsOn)} to {sayShortDate(offer.endsOn)}
        </li>
      </ol>
      <p className="small muted">The exact dates of your group come with your place.</p>
    </>
  );
}
