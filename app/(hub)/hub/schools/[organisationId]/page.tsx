import type { Metadata } from "next";
import { Columns } from "@/app/_components/columns";
import { Page } from "@/app/_components/page";
import { StatusTag } from "@/app/_components/status-tag";
import { SummaryList } from "@/app/_components/summary-list";
import { Timeline } from "@/app/_components/timeline";
import { listSchoolApplications } from "@/lib/applications/queries/school-applications";
import { listTimeline } from "@/lib/reporting/timeline";
import type { SchoolRecord } from "@/lib/schools/queries/school-record";
import { sayPhases } from "@/lib/schools/say-phases";
import { getRecord } from "./get-record";
import { HubPanel } from "./hub-panel";
import { Applications, Stages, Urns } from "./school-history";

export const metadata: Metadata = { title: "School" };

export default async function SchoolRecordPage({
  params,
}: {
  readonly params: Promise<{ organisationId: string }>;
}) {
  const { ctx, school } = await getRecord(params);
  const [applications, timeline] = await Promise.all([
    listSchoolApplications(ctx, school.id),
    listTimeline(ctx, { organisationId: school.id }, { hubId: school.hubId }),
  ]);
  return (
    <Page
      back="/hub/schools"
      eyebrow={`URN ${school.urn}${school.town ? `, ${school.town}` : ""}`}
      title={school.name}
    >
      <Columns kind="decision">
        <div>
          {school.open ? null : (
            <p>
              <StatusTag kind="plain">Closed in the register</StatusTag>
            </p>
          )}
          <Facts school={school} />
          <h2>Journey</h2>
          <Stages stages={school.stages} />
          <h2>Applications</h2>
          <Applications applications={applications} />
          <h2>URNs over time</h2>
          <Urns urns={school.urns} />
          <Timeline entries={timeline.rows} />
        </div>
        <HubPanel school={school} />
      </Columns>
    </Page>
  );
}

function Facts({ school }: { readonly school: SchoolRecord }) {
  const { pupils, disadvantaged, lowAge, highAge } = school;
  return (
    <SummaryList
      rows={[
        { key: "Phase", value: sayPhases(school) },
        { key: "Ages", value: lowAge === null || highAge === null ? "Not known" : `${lowAge} to ${highAge}` },
        { key: "Funding", value: school.stateFunded ? "State-funded" : "Independent" },
        { key: "Postcode", value: school.postcode ?? "Not known" },
        { key: "Local authority", value: school.authority ?? "Not known" },
        school.trust ? { key: "Trust", value: school.trust } : null,
        { key: "Pupils", value: pupils === null ? "Not known" : pupils.toLocaleString("en-GB") },
        {
          key: "Disadvantaged",
          value: disadvantaged === null ? "Not known" : `${Math.round(disadvantaged)}%`,
        },
        { key: "Priority area", value: school.priorityArea ? "Yes" : "No" },
      ]}
    />
  );
}
