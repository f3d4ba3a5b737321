import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { Columns } from "@/app/_components/columns";
import { HubContactPanel } from "@/app/_components/hub-contact-panel";
import { Page } from "@/app/_components/page";
import { readExplanation, readWaiting } from "@/lib/applications/placement-explanation";
import type { ApplicationView } from "@/lib/applications/queries/application";
import { findPlace } from "@/lib/applications/queries/place";
import { sayChanges } from "@/lib/applications/say-changes";
import { findHubContact } from "@/lib/hubs/queries";
import { sayAcademicYear } from "@/lib/kernel/academic-year";
import { londonDate } from "@/lib/kernel/dates";
import { getApplication, type JourneyProps } from "../_journey/get-application";
import { nameOf } from "../_journey/steps";
import { Answer } from "./answer";
import { LeadPanel, MeetingPanel } from "./panels";
import { Reasons } from "./reasons";
import { WouldChange } from "./would-change";

export const metadata: Metadata = { title: "Your place" };

/** The place that is offered, or why the school waits: the answer first, then the reasons. */
export default async function PlacePage({ params }: JourneyProps) {
  const { ctx, application } = await getApplication(params, "/place");
  const { id, hubId, phase, assignedTo, placement } = application;
  if (placement !== "offered" && placement !== "waiting") redirect(`/school/applications/${id}`);
  const [place, contact] = await Promise.all([
    findPlace(ctx, id),
    findHubContact(ctx, { hubId, phase, preferred: assignedTo }),
  ]);
  if (placement === "offered" && !place) notFound();
  return (
    <Page
      back={`/school/applications/${id}`}
      eyebrow={`${nameOf(application)}, ${sayAcademicYear(application.academicYear)}`}
      title={place ? `You have a place in ${place.group}` : "You are on the waiting list"}
    >
      {place ? <Answer application={application} place={place} today={londonDate(ctx.now)} /> : null}
      <Columns>
        <div>
          <Why application={application} />
        </div>
        <div>
          {place ? <LeadPanel place={place} /> : null}
          {place ? <MeetingPanel place={place} /> : null}
          {contact ? <HubContactPanel contact={contact} /> : null}
        </div>
      </Columns>
    </Page>
  );
}

function Why({ application }: { readonly application: ApplicationView }) {
  const { placement, placementReason, placementExplanation } = application;
  const waits = placement === "waiting";
  const explanation = readExplanation(placementExplanation);
  const waiting = waits ? readWaiting(placementExplanation) : null;
  const changes = waiting ? sayChanges(waiting, application) : [];
  return (
    <section className="panel" aria-labelledby="why">
      <h2 id="why">{waits ? "Why you do not have a place yet" : "Why this group"}</h2>
      <p>{placementReason}</p>
      {explanation ? <Reasons application={application} explanation={explanation} /> : null}
      {changes.length > 0 ? <WouldChange changes={changes} /> : null}
      {waits ? (
        <p>
          You have nothing to do. When a place comes up that you could take, your hub offers it to you by
          e-mail and holds it for you until the date in that e-mail.
        </p>
      ) : null}
    </section>
  );
}
