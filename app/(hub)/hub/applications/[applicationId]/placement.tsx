import { Button } from "@/app/_components/button";
import { whyNotBeOffered } from "@/lib/applications/placement-rules";
import type { HubApplicationView } from "@/lib/applications/queries/hub-application";
import { sayDate } from "@/lib/kernel/dates";

/** In which group an approved application has a place or is offered one, why, and the way to offer one by hand. */
export function Placement({ application }: { readonly application: HubApplicationView }) {
  const { id, decision, placementReason, group, answerBy, placement, mayDecide } = application;
  if (decision !== "approved") return null;
  const mayOffer = mayDecide && whyNotBeOffered(application) === undefined;
  return (
    <section className="panel" aria-labelledby="placement">
      <h2 id="placement">Place</h2>
      {group ? (
        <p>
          <a href={`/hub/work-groups/${group.id}`}>{group.name}</a>
          {placement === "offered" && answerBy ? `, to be answered by ${sayDate(answerBy)}` : ""}
        </p>
      ) : (
        <p>
          {placement === "waiting"
            ? "It waits for a place."
            : "It has no place yet. The next match includes it."}
        </p>
      )}
      {placementReason ? <p>{placementReason}</p> : null}
      {mayOffer ? (
        <Button href={`/hub/applications/${id}/offer`} variant="secondary">
          Offer a place by hand
        </Button>
      ) : null}
    </section>
  );
}
