import type { Metadata } from "next";
import { daysOf, EVERY_DAY } from "@/lib/kernel/weekdays";
import { getApplication, type JourneyProps } from "../_journey/get-application";
import { placeOf } from "../_journey/place-of";
import { StepPage } from "../_journey/step-page";
import { DaysForm } from "./days-form";
import { getAround } from "./get-around";

export const metadata: Metadata = { title: "Which days could you attend?" };

export default async function DaysPage({ params, searchParams }: JourneyProps) {
  const { ctx, application } = await getApplication(params, "/wishes");
  const { wishesSaved, impossibleDays } = application;
  const chosen = wishesSaved || impossibleDays > 0 ? daysOf(EVERY_DAY & ~impossibleDays) : [];
  const around = await getAround(ctx, application);
  return (
    <StepPage application={application} part="wishes">
      <DaysForm
        place={placeOf(application, "wishes", (await searchParams).from)}
        days={chosen.map(String)}
        around={around}
      />
    </StepPage>
  );
}
