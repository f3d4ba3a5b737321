import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Page } from "@/app/_components/page";
import { requireActor } from "@/lib/auth/current-user";
import { requestContext } from "@/lib/auth/request-context";
import { sayMoment } from "@/lib/kernel/dates";
import { isId } from "@/lib/kernel/ids";
import { getCase } from "@/lib/referrals/queries/cases";
import { readNotes } from "@/lib/referrals/read-notes";
import { caseStepNames } from "@/lib/referrals/rules";
import { NoteForm } from "../case-forms";

export const metadata: Metadata = { title: "Notes", robots: { index: false } };

/** Opening this page is a reading, and is recorded as one. */
export default async function NotesPage({ params }: { params: Promise<{ caseId: string }> }) {
  const { caseId } = await params;
  if (!isId(caseId)) notFound();
  await requireActor(`/hub/cases/${caseId}/notes`);
  const ctx = await requestContext();
  const [found, read] = await Promise.all([getCase(ctx, caseId), readNotes(ctx, { caseId })]);
  if (!found || !read.ok) notFound();
  return (
    <Page
      title="Notes"
      eyebrow={`${found.school.name}, ${found.reference}`}
      back={`/hub/cases/${caseId}`}
      narrow
    >
      <p>Your reading of these notes has been recorded.</p>
      {read.value.notes.length === 0 ? <p>No note has been written yet.</p> : null}
      {read.value.notes.map((note) => (
        <section key={note.id} className="panel">
          <p>{note.body}</p>
          <p className="muted">
            {note.writtenBy}, {sayMoment(note.writtenAt)}, {caseStepNames[note.step]}
          </p>
        </section>
      ))}
      {found.may.run && found.status === "open" ? <NoteForm caseId={caseId} /> : null}
    </Page>
  );
}
