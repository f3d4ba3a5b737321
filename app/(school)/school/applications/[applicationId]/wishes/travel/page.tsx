import type { Metadata } from "next";
import type { ApplicationView } from "@/lib/applications/queries/application";
import { getApplication, type JourneyProps } from "../../_journey/get-application";
import { placeOf } from "../../_journey/place-of";
import { StepPage } from "../../_journey/step-page";
import { getAround } from "../get-around";
import { TravelForm } from "./travel-form";

export const metadata: Metadata = { title: "How far could you travel?" };

export default async function TravelPage({ params, searchParams }: JourneyProps) {
  const { ctx, application } = await getApplication(params, "/wishes/travel");
  const { id, hub, unit, mode, meets } = application;
  const around = await getAround(ctx, application);
  return (
    <StepPage
      application={application}
      part="wishes"
      back={`/school/applications/${id}/wishes/${meets === "both" ? "meeting" : "best"}`}
    >
      <TravelForm
        place={placeOf(application, "wishes", (await searchParams).from)}
        unit={unit}
        hub={hub}
        online={mode === "online" || meets === "online"}
        values={travelValues(application)}
        around={around}
      />
    </StepPage>
  );
}

function travelValues({ wishesSaved, maximumKm, neighbourHubs, note }: ApplicationView) {
  return {
    maximumKm: wishesSaved ? String(maximumKm) : "",
    neighbourHubs: wishesSaved ? (neighbourHubs ? "yes" : "no") : "",
    note: note ?? "",
  };
}
