import type { Metadata } from "next";
import { Columns } from "@/app/_components/columns";
import { Page } from "@/app/_components/page";
import { StatusTag } from "@/app/_components/status-tag";
import { SummaryList } from "@/app/_components/summary-list";
import { Timeline } from "@/app/_components/timeline";
import { londonDate, sayShortDate } from "@/lib/kernel/dates";
import { listTimeline } from "@/lib/reporting/timeline";
import { listDateWarnings } from "@/lib/workgroups/queries/date-warnings";
import type { HubGroup } from "@/lib/workgroups/queries/hub-group";
import { sayMeetingDay, sayOffer, sayVenue } from "../say-group";
import { Dates } from "./dates";
import { NextStep } from "./next-step";
import { type GroupParams, readGroup } from "./read-group";
import { Schools } from "./schools";

export const metadata: Metadata = { title: "Work Group" };

export default async function WorkGroupPage({ params }: GroupParams) {
  const { ctx, group } = await readGroup(await params);
  const [timeline, warnings] = await Promise.all([
    listTimeline(ctx, { workGroupId: group.id }, { hubId: group.hubId }),
    listDateWarnings(ctx, group, group.sessions),
  ]);
  const isOver = group.status === "finished" || group.status === "cancelled";
  return (
    <Page
      title={group.name}
      eyebrow={`${sayOffer(group)}. ${group.code}`}
      breadcrumbs={[{ text: "Work Groups", href: "/hub/work-groups" }, { text: group.name }]}
    >
      <Columns>
        <div>
          <Facts group={group} mayChange={group.mayArrange && !isOver} />
          <Schools group={group} />
          <h2>Sessions</h2>
          <Dates group={group} today={londonDate(ctx.now)} warnings={warnings} />
          {group.mayArrange &&
          (group.status === "planned" || group.status === "recruiting") &&
          group.held === 0 ? (
            <p>
              <a href={`/hub/work-groups/${group.id}/sessions`}>
                {group.sessions.length === 0 ? "Plan the sessions" : "Plan all dates again"}
              </a>
            </p>
          ) : null}
          <Timeline entries={timeline.rows} />
        </div>
        <div>
          <NextStep group={group} />
          <Lead group={group} mayChoose={group.mayForm && !isOver} />
        </div>
      </Columns>
    </Page>
  );
}

function Facts({ group, mayChange }: { readonly group: HubGroup; readonly mayChange: boolean }) {
  return (
    <>
      <SummaryList
        rows={[
          { key: "Meets", value: sayMeetingDay(group) },
          { key: "Where", value: sayVenue(group) },
          {
            key: "Size",
            value: `${group.minimumSchools} to ${group.maximumSchools} schools`,
          },
          group.whatToPrepare ? { key: "What to prepare", value: group.whatToPrepare } : null,
        ]}
      />
      {mayChange ? (
        <p>
          <a href={`/hub/work-groups/${group.id}/edit`}>Change these details</a>
        </p>
      ) : null}
    </>
  );
}

function Lead({ group, mayChoose }: { readonly group: HubGroup; readonly mayChoose: boolean }) {
  return (
    <section className="panel panel--paper" aria-labelledby="lead">
      <h2 id="lead">Lead</h2>
      {group.lead ? (
        <p>
          <strong>{group.lead.name}</strong>, since {sayShortDate(group.lead.startedOn)}
        </p>
      ) : (
        <p>
          <StatusTag kind="bad">No lead yet</StatusTag>
        </p>
      )}
      {mayChoose ? (
        <p>
          <a href={`/hub/work-groups/${group.id}/lead`}>
            {group.lead ? "Choose another lead" : "Choose a lead"}
          </a>
        </p>
      ) : null}
    </section>
  );
}
