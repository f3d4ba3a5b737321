import { ButtonForm } from "@/app/_components/button-form";
import type { ApplicationView } from "@/lib/applications/queries/application";
import type { PlaceView } from "@/lib/applications/queries/place";
import { daysBetween, sayDate } from "@/lib/kernel/dates";
import { count } from "@/lib/kernel/words";
import { accept } from "./actions";

interface AnswerProps {
  readonly application: ApplicationView;
  readonly place: PlaceView;
  readonly today: string;
}

/** By when to answer, and the two answers. */
export function Answer({ application: { id, answerBy }, place, today }: AnswerProps) {
  const left = answerBy ? daysBetween(today, answerBy) : 0;
  const free = Math.max(0, place.maximum - place.taken - place.offered);
  return (
    <section className="panel panel--tint" aria-labelledby="answer">
      <h2 id="answer">Do you accept this place?</h2>
      <p className="big-date">Answer by {answerBy ? sayDate(answerBy) : ""}</p>
      <p>
        {left > 0 ? `${count(left, "day")} to go. ` : "This is the last day. "}
        We are holding the place for you until then. {place.taken} of {count(place.maximum, "place")} taken,{" "}
        {place.offered} offered, yours among them, {free} free.
      </p>
      <ButtonForm
        action={accept}
        variant="primary"
        fields={{ applicationId: id, workGroupId: place.workGroupId }}
        label="Accept"
      >
        Accept the place
      </ButtonForm>
      <p>
        <a href={`/school/applications/${id}/place/decline`}>Decline the place</a>
      </p>
    </section>
  );
}
