import type { Metadata } from "next";
import { getApplication, type JourneyProps } from "../../_journey/get-application";
import { placeOf } from "../../_journey/place-of";
import { StepPage } from "../../_journey/step-page";
import { PersonForm } from "./person-form";

export const metadata: Metadata = { title: "Add somebody who will take part" };

export default async function AddPersonPage({ params, searchParams }: JourneyProps) {
  const { application } = await getApplication(params, "/participants/add");
  return (
    <StepPage
      application={application}
      part="people"
      back={`/school/applications/${application.id}/participants`}
    >
      <PersonForm place={placeOf(application, "people", (await searchParams).from)} />
    </StepPage>
  );
}
