import type { Metadata } from "next";
import { headTitleOf, promisesOf } from "@/lib/applications/agreement-rules";
import { getApplication, type JourneyProps } from "../_journey/get-application";
import { placeOf } from "../_journey/place-of";
import { StepPage } from "../_journey/step-page";
import { CommitmentForm } from "./commitment-form";

export const metadata: Metadata = { title: "What your school agrees to" };

export default async function CommitmentPage({ params, searchParams }: JourneyProps) {
  const { application } = await getApplication(params, "/commitment");
  const { cost, funding, commitment, commitmentText, kind, commitmentRead } = application;
  const place = placeOf(application, "commitment", (await searchParams).from);
  return (
    <StepPage application={application} part="commitment">
      <p className="eyebrow">{place.eyebrow}</p>
      <h1 className="govuk-heading-l">What your school agrees to</h1>
      <section className="panel panel--tint" aria-labelledby="cost">
        <h2 id="cost">What it asks of your school</h2>
        <p>
          <strong>{cost}</strong>
        </p>
        <p>{commitment}</p>
        <p>{funding}</p>
      </section>
      <h2>Your school will</h2>
      <ul className="govuk-list govuk-list--bullet">
        {promisesOf(commitmentText).map((promise) => (
          <li key={promise}>{promise}</li>
        ))}
      </ul>
      <CommitmentForm place={place} head={headTitleOf(kind)} read={commitmentRead} />
    </StepPage>
  );
}
