import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Page } from "@/app/_components/page";
import { requireActor } from "@/lib/auth/current-user";
import { requestContext } from "@/lib/auth/request-context";
import { londonDate, sayDate } from "@/lib/kernel/dates";
import { isId } from "@/lib/kernel/ids";
import { getGroupForLead, listMarks } from "@/lib/registers/queries/group-page";
import { registerRefusals } from "@/lib/registers/refusals";
import { whyNotMark } from "@/lib/registers/rules";
import { RegisterForm } from "./register-form";

export const metadata: Metadata = { title: "Register" };

interface Parameters {
  params: Promise<{ workGroupId: string; sessionId: string }>;
  searchParams: Promise<{ saved?: string }>;
}

export default async function RegisterPage({ params, searchParams }: Parameters) {
  const { workGroupId, sessionId } = await params;
  if (!isId(workGroupId) || !isId(sessionId)) notFound();
  await requireActor(`/lead/groups/${workGroupId}/sessions/${sessionId}`);
  const ctx = await requestContext();
  const group = await getGroupForLead(ctx, workGroupId);
  const session = group?.sessions.find((candidate) => candidate.id === sessionId);
  if (!group || !session) notFound();
  const why = whyNotMark(
    { heldOn: session.heldOn, cancelledAt: session.cancelled ? ctx.now : null },
    londonDate(ctx.now),
  );
  const marks = await listMarks(ctx, group, sessionId);
  const saved = (await searchParams).saved === "yes";
  return (
    <Page
      title="Register"
      eyebrow={`${session.title}, ${sayDate(session.heldOn)}. ${group.name}`}
      back={`/lead/groups/${workGroupId}`}
      narrow
    >
      {saved ? (
        <p className="panel panel--ok" role="status">
          Saved. {marks.size} of {group.people.length} people are marked.
        </p>
      ) : null}
      {why ? <p className="panel">{registerRefusals[why]}.</p> : null}
      {group.people.length === 0 ? <p>Nobody has been named for this group yet.</p> : null}
      {!why && group.people.length > 0 ? (
        <RegisterForm
          sessionId={sessionId}
          people={group.people.map((person) => ({
            id: person.participantId,
            name: person.name,
            school: person.school,
            mark: marks.get(person.participantId)?.mark ?? "",
            substituteName: marks.get(person.participantId)?.substituteName ?? "",
          }))}
        />
      ) : null}
    </Page>
  );
}
