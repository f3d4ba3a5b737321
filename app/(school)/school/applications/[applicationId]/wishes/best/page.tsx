import type { Metadata } from "next";
import { daysOf, EVERY_DAY } from "@/lib/kernel/weekdays";
import { getApplication, type JourneyProps } from "../../_journey/get-application";
import { placeOf } from "../../_journey/place-of";
import { StepPage } from "../../_journey/step-page";
import { getAround } from "../get-around";
import { BestDaysForm } from "./best-days-form";

export const metadata: Metadata = { title: "Does one of them suit you best?" };

export default async function BestDaysPage({ params, searchParams }: JourneyProps) {
  const { ctx, application } = await getApplication(params, "/wishes/best");
  const { id, impossibleDays, preferredDays, meets } = application;
  const around = await getAround(ctx, application);
  return (
    <StepPage application={application} part="wishes" back={`/school/applications/${id}/wishes`}>
      <BestDaysForm
        place={placeOf(application, "wishes", (await searchParams).from)}
        possible={daysOf(EVERY_DAY & ~impossibleDays)}
        meets={meets}
        around={around}
        best={daysOf(preferredDays).map(String)}
      />
    </StepPage>
  );
}
