import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Details } from "@/app/_components/details";
import { Page } from "@/app/_components/page";
import { requireRole } from "@/lib/auth/current-user";
import { requestContext } from "@/lib/auth/request-context";
import { sayAcademicYear } from "@/lib/kernel/academic-year";
import { isId } from "@/lib/kernel/ids";
import { capital } from "@/lib/kernel/words";
import { matchPageRoles } from "@/lib/matching/policy";
import { findChangeChoices, type SchoolOfRun } from "@/lib/matching/queries/change-choices";
import { findMatchRun } from "@/lib/matching/queries/match-run";
import { whyNotChangeRun } from "@/lib/matching/rules";
import { sayObstacles } from "@/lib/matching/say-obstacles";
import { ChangeForm } from "./change-form";
import { choiceItem, sayGroup } from "./say-choice";

export const metadata: Metadata = { title: "Decide by hand" };

interface ChangePageProps {
  readonly params: Promise<{ runId: string; applicationId: string }>;
}

/** What can be decided by hand about one school, with what each would do to all together. */
export default async function ChangePage({ params }: ChangePageProps) {
  const { runId, applicationId } = await params;
  await requireRole(matchPageRoles, `/hub/matching/${runId}/schools/${applicationId}`);
  if (!isId(runId) || !isId(applicationId)) notFound();
  const ctx = await requestContext();
  const run = await findMatchRun(ctx, runId);
  if (!run?.mayRun || whyNotChangeRun(run)) notFound();
  const found = await findChangeChoices(ctx, { runId, applicationId });
  if (!found) notFound();
  return (
    <Page
      narrow
      back={`/hub/matching/${run.id}#schools`}
      eyebrow={`${run.name} ${sayAcademicYear(run.academicYear)}`}
      title={`Decide by hand: ${found.school}`}
    >
      <p>
        {sayNow(found)} Whatever you decide, the others are placed anew around it. Other groups run only where
        it could not be otherwise, and the choice says so. You can undo it until you publish; no school hears
        of it before.
      </p>
      {found.choices.length === 0 ? (
        <p>No group is open to this school, so there is nothing to decide.</p>
      ) : (
        <ChangeForm
          runId={run.id}
          applicationId={applicationId}
          items={found.choices.map((choice) => choiceItem(choice, found.now))}
        />
      )}
      <Closed closed={found.closed} />
    </Page>
  );
}

function sayNow({ now, choices }: SchoolOfRun): string {
  if (now === null) return "It waits in this run.";
  const group = choices.find((choice) => choice.group.id === now)?.group;
  return group ? `This run has it in ${sayGroup(group)}.` : "It has a group in this run.";
}

function Closed({ closed }: Pick<SchoolOfRun, "closed">) {
  if (closed.length === 0) return null;
  return (
    <Details summary={<>Groups that are not open to it</>}>
      <ul className="govuk-list govuk-list--bullet">
        {closed.map(({ group, obstacles }) => (
          <li key={group.id}>
            {group.name}: {capital(sayObstacles(obstacles))}
          </li>
        ))}
      </ul>
    </Details>
  );
}
