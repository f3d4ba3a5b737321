import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Page } from "@/app/_components/page";
import { sayDate, sayTime } from "@/lib/kernel/dates";
import { count } from "@/lib/kernel/words";
import type { HubGroup } from "@/lib/workgroups/queries/hub-group";
import { readGroup } from "../../read-group";
import { CancelSessionForm, MoveForm } from "./session-forms";

export const metadata: Metadata = { title: "Move or cancel a session" };

export default async function SessionPage({
  params,
}: {
  readonly params: Promise<{ workGroupId: string; sessionId: string }>;
}) {
  const { workGroupId, sessionId } = await params;
  const { group } = await readGroup({ workGroupId }, `/sessions/${encodeURIComponent(sessionId)}`, "arrange");
  const session = group.sessions.find(({ id }) => id === sessionId);
  if (!session) notFound();
  const { heldOn, startsAt, endsAt, sequence } = session;
  const seen = { workGroupId: group.id, sessionId: session.id, sequence };
  const isOver = group.status === "finished" || group.status === "cancelled";
  return (
    <Page
      title={`Move or cancel ${session.title}`}
      eyebrow={`${group.name}. Now on ${sayDate(heldOn)}, ${sayTime(startsAt)} to ${sayTime(endsAt)}`}
      back={`/hub/work-groups/${group.id}`}
      narrow
    >
      {session.cancelled || session.registerSaved || isOver ? (
        <p>{session.cancelled ? "This session is cancelled." : "This session can no longer be changed."}</p>
      ) : (
        <>
          <p>{whoIsTold(group)} Calendars that follow the group change by themselves.</p>
          <MoveForm {...seen} now={{ heldOn, startsAt, endsAt }} />
          <h2>Cancel it instead</h2>
          <p>A cancelled session cannot be brought back. You can move it until its register is saved.</p>
          <CancelSessionForm {...seen} />
        </>
      )}
    </Page>
  );
}

function whoIsTold({ held, participants, lead }: HubGroup): string {
  if (held === 0)
    return lead ? `Nobody has a place yet, so we e-mail ${lead.name} only.` : "Nobody has a place yet.";
  const people = participants > 0 ? ` and their ${count(participants, "participant")}` : "";
  return `We e-mail ${count(held, "school")}${people}${lead ? `, and ${lead.name}` : ""}.`;
}
