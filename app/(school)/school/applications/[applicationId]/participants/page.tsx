import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ButtonForm } from "@/app/_components/button-form";
import { SummaryList } from "@/app/_components/summary-list";
import type { ApplicationView } from "@/lib/applications/queries/application";
import { count } from "@/lib/kernel/words";
import { getApplication, type JourneyProps } from "../_journey/get-application";
import { placeOf } from "../_journey/place-of";
import { StepPage } from "../_journey/step-page";
import { takeOff } from "./actions";
import { PeopleForm } from "./people-form";

export const metadata: Metadata = { title: "Who will take part?" };

export default async function PeoplePage({ params, searchParams }: JourneyProps) {
  const { application } = await getApplication(params, "/participants");
  const { participants, leastPeople, mostPeople, unit, id } = application;
  if (unit === "person") redirect(`/school/applications/${id}`);
  const place = placeOf(application, "people", (await searchParams).from);
  return (
    <StepPage application={application} part="people">
      <p className="eyebrow">{place.eyebrow}</p>
      <h1 className="govuk-heading-l">Who will take part?</h1>
      <p>{howMany(leastPeople, mostPeople)} You can change them later.</p>
      <Named application={application} from={place.from} />
      <PeopleForm place={place} named={participants.length} least={leastPeople} most={mostPeople} />
    </StepPage>
  );
}

function howMany(least: number, most: number): string {
  if (least === most) return `This programme takes ${count(least, "person", "people")} from your school.`;
  return `This programme takes ${least} to ${most} people from your school.`;
}

function Named({ application, from }: { readonly application: ApplicationView; readonly from: string }) {
  if (application.participants.length === 0) return null;
  return (
    <SummaryList
      rows={application.participants.map((person) => ({
        key: person.name,
        value: (
          <>
            <p>{[person.jobTitle, person.email].filter(Boolean).join(", ")}</p>
            <ButtonForm
              action={takeOff}
              variant="quiet"
              label={`Remove ${person.name}`}
              fields={{ applicationId: application.id, participantId: person.id, from }}
            >
              Remove<span className="govuk-visually-hidden"> {person.name}</span>
            </ButtonForm>
          </>
        ),
      }))}
    />
  );
}
