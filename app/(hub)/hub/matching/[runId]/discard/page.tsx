import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ButtonForm } from "@/app/_components/button-form";
import { Page } from "@/app/_components/page";
import { requireRole } from "@/lib/auth/current-user";
import { requestContext } from "@/lib/auth/request-context";
import { sayAcademicYear } from "@/lib/kernel/academic-year";
import { isId } from "@/lib/kernel/ids";
import { count } from "@/lib/kernel/words";
import { matchPageRoles } from "@/lib/matching/policy";
import { findMatchRun } from "@/lib/matching/queries/match-run";
import { whyNotDiscard } from "@/lib/matching/rules";
import { discard } from "../actions";

export const metadata: Metadata = { title: "Discard this run" };

export default async function DiscardPage({ params }: { readonly params: Promise<{ runId: string }> }) {
  const { runId } = await params;
  await requireRole(matchPageRoles, `/hub/matching/${runId}/discard`);
  const run = isId(runId) ? await findMatchRun(await requestContext(), runId) : undefined;
  if (!run?.mayRun || whyNotDiscard(run)) notFound();
  const results = run.figures.placed + run.figures.waiting;
  return (
    <Page
      narrow
      back={`/hub/matching/${run.id}`}
      eyebrow={`${run.name} ${sayAcademicYear(run.academicYear)}`}
      title="Discard this run?"
    >
      <p>
        {results > 0 ? `Its ${count(results, "result")} will not be sent. ` : null}No school has heard of it,
        and none will. The applications stay as they are, and you can match again at once. The run stays in
        your list to be read; it cannot be brought back.
      </p>
      <ButtonForm action={discard} fields={{ runId: run.id }} label="Discard" variant="warning">
        Discard this run
      </ButtonForm>
      <p>
        <a href={`/hub/matching/${run.id}`}>Keep it</a>
      </p>
    </Page>
  );
}
