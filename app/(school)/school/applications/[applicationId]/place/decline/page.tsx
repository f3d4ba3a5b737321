import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { Page } from "@/app/_components/page";
import { findPlace } from "@/lib/applications/queries/place";
import { placeDeclineReasons } from "@/lib/applications/reasons";
import { getApplication, type JourneyProps } from "../../_journey/get-application";
import { nameOf } from "../../_journey/steps";
import { DeclineForm } from "./decline-form";

export const metadata: Metadata = { title: "Decline this place?" };

export default async function DeclinePlacePage({ params }: JourneyProps) {
  const { ctx, application } = await getApplication(params, "/place/decline");
  const { id } = application;
  if (application.placement !== "offered") redirect(`/school/applications/${id}`);
  const place = await findPlace(ctx, id);
  if (!place) notFound();
  return (
    <Page
      back={`/school/applications/${id}/place`}
      eyebrow={nameOf(application)}
      title="Decline this place?"
      narrow
    >
      <p>Your place in {place.group} goes to another school. Only your hub can offer it to you again.</p>
      <DeclineForm
        applicationId={id}
        workGroupId={place.workGroupId}
        reasons={Object.entries(placeDeclineReasons).map(([value, label]) => ({ value, label }))}
      />
    </Page>
  );
}
