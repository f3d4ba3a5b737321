import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Page } from "@/app/_components/page";
import { type StatusKind, StatusTag } from "@/app/_components/status-tag";
import { type Task, TaskList } from "@/app/_components/task-list";
import { requireActor } from "@/lib/auth/current-user";
import { requestContext } from "@/lib/auth/request-context";
import { sayAcademicYear } from "@/lib/kernel/academic-year";
import { londonDate, sayShortDate } from "@/lib/kernel/dates";
import { isId } from "@/lib/kernel/ids";
import { type GroupReviews, getGroupReviews, type ReviewRow } from "@/lib/progression/queries/reviews";
import { stageNames } from "@/lib/progression/rules";
import { type Handover, listHandovers } from "@/lib/referrals/queries/handovers";

export const metadata: Metadata = { title: "Reviews" };

export default async function ReviewsPage({ params }: { params: Promise<{ workGroupId: string }> }) {
  const { workGroupId } = await params;
  if (!isId(workGroupId)) notFound();
  await requireActor(`/lead/groups/${workGroupId}/reviews`);
  const ctx = await requestContext();
  const [group, handovers] = await Promise.all([
    getGroupReviews(ctx, workGroupId),
    listHandovers(ctx, workGroupId),
  ]);
  if (!group) notFound();
  return (
    <Page
      title="Reviews"
      eyebrow={`${group.name}, ${group.programme}, ${sayAcademicYear(group.academicYear)}. ${group.hub}`}
      breadcrumbs={[
        { text: "My groups", href: "/lead" },
        { text: group.name, href: `/lead/groups/${workGroupId}` },
        { text: "Reviews" },
      ]}
      narrow
    >
      {group.stage ? (
        <p>
          For each school: what the year showed in five areas, and what you suggest for{" "}
          {sayAcademicYear(group.academicYear + 1)}. The school sees every word.
        </p>
      ) : (
        <p>This group is not a stage of Teaching for Mastery, so no review is asked for.</p>
      )}
      {group.schools.length === 0 ? <p>No school has a place in this group yet.</p> : null}
      <TaskList items={group.schools.map((row) => taskOf(row, group))} />
      {handovers.length > 0 ? (
        <>
          <h2>From Targeted Support</h2>
          <p>What the partner passes on to you. The notes of the case stay private.</p>
          <Handovers handovers={handovers} schools={group.schools} />
        </>
      ) : null}
    </Page>
  );
}

function taskOf(row: ReviewRow, group: GroupReviews): Task {
  const state = stateOf(row);
  const isOpen = group.stage && group.mayReview && row.placement !== "accepted";
  return {
    title: row.school,
    hint: row.town,
    status: <StatusTag kind={state.kind}>{state.words}</StatusTag>,
    ...(isOpen ? { href: `/lead/groups/${group.id}/reviews/${row.applicationId}` } : {}),
  };
}

interface HandoversProps {
  readonly handovers: readonly Handover[];
  readonly schools: readonly ReviewRow[];
}

function Handovers({ handovers, schools }: HandoversProps) {
  return handovers.map(({ applicationId, summary, partner, at }) => (
    <section key={applicationId} className="panel panel--paper" aria-labelledby={`handover-${applicationId}`}>
      <h3 id={`handover-${applicationId}`}>
        {schools.find((school) => school.applicationId === applicationId)?.school}
      </h3>
      <p>{summary}</p>
      <p className="muted">
        {partner ?? "The hub"}, {sayShortDate(londonDate(at))}
      </p>
    </section>
  ));
}

function stateOf(row: ReviewRow): { kind: StatusKind; words: string } {
  if (row.placement === "accepted") return { kind: "plain", words: "After its first session" };
  const stage = row.toStage ? stageNames[row.toStage] : "";
  switch (row.status) {
    case "recommended":
      return { kind: "wait", words: `${stage}: with the school` };
    case "confirmed":
      return row.schoolContinues
        ? { kind: "wait", words: `${stage}: with the hub` }
        : { kind: "plain", words: "The school takes a break" };
    case "decided":
      return { kind: "done", words: `${row.decidedStage ? stageNames[row.decidedStage] : stage} decided` };
    default:
      return { kind: "todo", words: "To write" };
  }
}
