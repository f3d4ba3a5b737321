import type { Metadata } from "next";
import { Page } from "@/app/_components/page";
import { SummaryList } from "@/app/_components/summary-list";
import { sayTier } from "@/lib/applications/priority-rules";
import { findHubApplication } from "@/lib/applications/queries/hub-application";
import { sayKm } from "@/lib/applications/say-placement";
import { londonDate } from "@/lib/kernel/dates";
import { findNextSchool, type NextSchool } from "@/lib/matching/find-next-school";
import { usualAnswerDate } from "@/lib/matching/rules";
import type { HubGroup } from "@/lib/workgroups/queries/hub-group";
import { sayOffer, sayPlaces } from "../../say-group";
import { type GroupParams, readGroup } from "../read-group";
import { NextSchoolForm } from "./next-school-form";

export const metadata: Metadata = { title: "Offer the free place" };

export default async function NextSchoolPage({ params }: GroupParams) {
  const { ctx, group } = await readGroup(await params, "/next-school", "form");
  const next = await findNextSchool(ctx, group);
  const application = next && (await findHubApplication(ctx, next.applicationId));
  const { taken, held, maximumSchools: maximum } = group;
  return (
    <Page
      title="Offer the free place to the next school"
      eyebrow={`${group.name}. ${sayOffer(group)}`}
      back={`/hub/work-groups/${group.id}`}
      narrow
    >
      <p>{sayPlaces({ taken, offered: held - taken, maximum })}.</p>
      {next && application ? (
        <>
          <Next next={next} school={application.school} />
          <NextSchoolForm
            workGroupId={group.id}
            applicationId={next.applicationId}
            school={application.school}
            answerBy={usualAnswerDate(londonDate(ctx.now))}
          />
        </>
      ) : (
        <p>{sayNobody(group)}</p>
      )}
    </Page>
  );
}

function Next({ next, school }: { readonly next: NextSchool; readonly school: string }) {
  const { km } = next.explanation;
  return (
    <>
      <SummaryList
        rows={[
          {
            key: "Next school",
            value: <a href={`/hub/applications/${next.applicationId}`}>{school}</a>,
          },
          { key: "Priority", value: sayTier(next.tier) },
          { key: "Distance", value: km === null ? "Online" : sayKm(km) },
          { key: "What it reads", value: next.reason },
        ]}
      />
      <p className="small">
        All free places of this programme were matched just now with all schools of the hub that have none. No
        school that has a place moves. Of those who come into this group, the highest priority is first, then
        the earliest application.
      </p>
    </>
  );
}

function sayNobody({ held, maximumSchools, status }: HubGroup): string {
  if (status !== "recruiting" && status !== "confirmed") return "This group does not take schools now.";
  if (held >= maximumSchools)
    return "Every place is held. A place comes free when a school declines it or leaves.";
  return "No school without a place would come here: nobody waits, no day or distance fits, or the match places them elsewhere.";
}
