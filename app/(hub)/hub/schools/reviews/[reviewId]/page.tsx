import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Page } from "@/app/_components/page";
import { Table } from "@/app/_components/table";
import { requireActor } from "@/lib/auth/current-user";
import { requestContext } from "@/lib/auth/request-context";
import { sayMoment, sayShortDate } from "@/lib/kernel/dates";
import { isId } from "@/lib/kernel/ids";
import { KEEP_APART } from "@/lib/schools/input";
import { getReview, type Review, type ReviewSchool } from "@/lib/schools/queries/reviews";
import { followingsOf } from "@/lib/schools/rules";
import { reviewWords } from "../review-words";
import { AnswerForm } from "./answer-form";

export const metadata: Metadata = { title: "Question of the register" };

export default async function ReviewPage({ params }: { readonly params: Promise<{ reviewId: string }> }) {
  const { reviewId } = await params;
  if (!isId(reviewId)) notFound();
  await requireActor(`/hub/schools/reviews/${reviewId}`);
  const review = await getReview(await requestContext(), reviewId);
  if (!review) notFound();
  const { title, meaning } = reviewWords[review.kind];
  const list = `/hub/schools/reviews${review.hub ? `?hub=${review.hub.code}` : ""}`;
  return (
    <Page back={list} eyebrow={review.hub?.name ?? "Without a hub"} title={title} narrow>
      <p>
        <strong>{review.detail}</strong>
      </p>
      <p>{meaning}</p>
      <Schools schools={review.schools} />
      {review.answer ? <Answered answer={review.answer} list={list} /> : <Open review={review} />}
    </Page>
  );
}

function Schools({ schools }: { readonly schools: readonly ReviewSchool[] }) {
  return (
    <Table
      head={["School", "URN", "In the register"]}
      firstCellIsHeader
      rows={schools.map(({ urn, name, town, open, closedOn, organisationId }) => [
        <span key={urn}>
          {organisationId ? (
            <a className="govuk-link" href={`/hub/schools/${organisationId}`}>
              {name}
            </a>
          ) : (
            name
          )}
          {town ? `, ${town}` : null}
        </span>,
        urn,
        open ? "Open" : closedOn ? `Closed on ${sayShortDate(closedOn)}` : "Closed",
      ])}
    />
  );
}

function Open({ review }: { readonly review: Review }) {
  if (review.kind === "unknown_la") return null;
  const nameOf = new Map(review.schools.map(({ urn, name }) => [urn, name]));
  const followings = followingsOf(review.schools);
  return (
    <AnswerForm
      reviewId={review.id}
      mayJoin={followings.length > 0}
      answers={[
        ...followings.map(({ fromUrn, toUrn }) => ({
          value: `${fromUrn}-${toUrn}`,
          label: `The history of ${nameOf.get(fromUrn)} (${fromUrn}) goes on in ${nameOf.get(toUrn)} (${toUrn})`,
        })),
        { value: KEEP_APART, label: "Keep them apart", hint: "Each keeps the history that it has" },
      ]}
    />
  );
}

function Answered({
  answer,
  list,
}: {
  readonly answer: NonNullable<Review["answer"]>;
  readonly list: string;
}) {
  return (
    <section className="panel panel--tint" aria-labelledby="answer">
      <h2 id="answer">Answered</h2>
      <p>{answer.words}</p>
      <p className="muted">
        {answer.by ?? "The service"}, {sayMoment(answer.at)}
      </p>
      <p>
        <a className="govuk-link" href={list}>
          See what else is open
        </a>
      </p>
    </section>
  );
}
