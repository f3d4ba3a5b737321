import type { Metadata } from "next";
import { getApplication, type JourneyProps } from "../../_journey/get-application";
import { placeOf } from "../../_journey/place-of";
import { StepPage } from "../../_journey/step-page";
import { getAround } from "../get-around";
import { MeetingForm } from "./meeting-form";

export const metadata: Metadata = { title: "How would you like to meet?" };

export default async function MeetingPage({ params, searchParams }: JourneyProps) {
  const { ctx, application } = await getApplication(params, "/wishes/meeting");
  const { id, mode, wishesSaved } = application;
  const around = await getAround(ctx, application);
  return (
    <StepPage application={application} part="wishes" back={`/school/applications/${id}/wishes/best`}>
      <MeetingForm
        place={placeOf(application, "wishes", (await searchParams).from)}
        around={around}
        mode={wishesSaved || mode !== "either" ? mode : ""}
      />
    </StepPage>
  );
}
