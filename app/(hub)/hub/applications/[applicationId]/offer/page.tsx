import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Page } from "@/app/_components/page";
import { whyNotBeOffered } from "@/lib/applications/placement-rules";
import { type GroupToOffer, listGroupsToOffer } from "@/lib/applications/queries/groups-to-offer";
import { findHubApplication } from "@/lib/applications/queries/hub-application";
import { requireActor } from "@/lib/auth/current-user";
import { requestContext } from "@/lib/auth/request-context";
import { sayAcademicYear } from "@/lib/kernel/academic-year";
import { londonDate, weekdayNames } from "@/lib/kernel/dates";
import { count } from "@/lib/kernel/words";
import { addWorkingDays } from "@/lib/kernel/working-days";
import { OfferForm } from "./offer-form";

export const metadata: Metadata = { title: "Offer a place" };

/** Working days that a school usually has to answer. */
const USUAL_DAYS = 10;

export default async function OfferPage({ params }: { readonly params: Promise<{ applicationId: string }> }) {
  const { applicationId } = await params;
  await requireActor(`/hub/applications/${applicationId}/offer`);
  const ctx = await requestContext();
  const [application, groups] = await Promise.all([
    findHubApplication(ctx, applicationId),
    listGroupsToOffer(ctx, applicationId),
  ]);
  if (!application?.mayDecide || whyNotBeOffered(application)) notFound();
  return (
    <Page
      back={`/hub/applications/${applicationId}`}
      eyebrow={`${application.school}. ${application.programme}, ${sayAcademicYear(application.academicYear)}`}
      title="Offer a place by hand"
      narrow
    >
      {groups.length === 0 ? (
        <>
          <p>No open group of this programme has a free place that the school could take.</p>
          <p>
            <a href="/hub/work-groups/new">Plan a group</a>, or make one larger.
          </p>
        </>
      ) : (
        <OfferForm
          applicationId={applicationId}
          groups={groups.map((group) => ({ value: group.id, label: group.name, hint: hintOf(group) }))}
          answerBy={addWorkingDays(londonDate(ctx.now), USUAL_DAYS)}
        />
      )}
    </Page>
  );
}

function hintOf({ weekday, online, km, free, lead, hub }: GroupToOffer): string {
  const where = online ? "online" : km === null ? "distance not known" : `${km.toFixed(1)} km away`;
  return `${weekdayNames[weekday]}s, ${where}. ${count(free, "place")} free. ${lead ?? "No lead yet"}, ${hub}`;
}
