import { Button } from "@/app/_components/button";
import { whyNotBeOffered } from "@/lib/applications/placement-rules";
import type { HubApplicationView } from "@/lib/applications/queries/hub-application";
import { type IsoDate, sayDate } from "@/lib/kernel/dates";
import type { LatePlace } from "@/lib/matching/find-late-place";
import { freedAnswerDate, usualAnswerDate } from "@/lib/matching/rules";
import { LatePlaceForm } from "./late-place-form";

interface PlacementProps {
  readonly application: HubApplicationView;
  /** Where there is a place for it since a match was published without it. */
  readonly late: LatePlace | undefined;
  readonly today: IsoDate;
}

/** In which group an approved application has a place or is offered one, why, and the ways to offer one. */
export function Placement({ application, late, today }: PlacementProps) {
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
        <p>{sayNoPlace(placement, late)}</p>
      )}
      {placementReason ? <p>{placementReason}</p> : null}
      {late ? <Late applicationId={id} late={late} today={today} /> : null}
      {mayOffer ? (
        <Button href={`/hub/applications/${id}/offer`} variant="secondary">
          {late?.group ? "Offer another place by hand" : "Offer a place by hand"}
        </Button>
      ) : null}
    </section>
  );
}

function sayNoPlace(placement: string, late: LatePlace | undefined): string {
  if (placement === "waiting") return "It waits for a place.";
  return late
    ? "It has no place yet, and the match of this programme has been published."
    : "It has no place yet. The next match includes it.";
}

interface LateProps {
  readonly applicationId: string;
  readonly late: LatePlace;
  readonly today: IsoDate;
}

function Late({ applicationId, late: { group, reason }, today }: LateProps) {
  if (!group)
    return (
      <>
        <p>No group has a place for it now. It would read: “{reason}”</p>
        <p>
          <a href="/hub/matching">Compare ways to bring in late schools</a>
        </p>
      </>
    );
  return (
    <>
      <p>
        <a href={`/hub/work-groups/${group.id}`}>{group.name}</a> has a place for it now, by the rules of the
        match and without moving anyone. It reads: “{reason}”
      </p>
      <LatePlaceForm
        applicationId={applicationId}
        group={group}
        answerBy={freedAnswerDate(today, group.firstOn) ?? usualAnswerDate(today)}
      />
    </>
  );
}
