import { Button } from "@/app/_components/button";
import { Page } from "@/app/_components/page";
import { StatusTag } from "@/app/_components/status-tag";
import { TaskList } from "@/app/_components/task-list";
import type { ApplicationView } from "@/lib/applications/queries/application";
import { sayAcademicYear } from "@/lib/kernel/academic-year";
import { sayDate } from "@/lib/kernel/dates";
import { count } from "@/lib/kernel/words";
import { nameOf, type Step, stepsOf } from "../_journey/steps";

/** A draft as the list of its parts. */
export function DraftPage({
  application,
  today,
}: {
  readonly application: ApplicationView;
  readonly today: string;
}) {
  const { id, academicYear, closesOn, school, organisationId, unit, participants } = application;
  const steps = stepsOf(application);
  const done = steps.filter((step) => step.done).length;
  const next = steps.find((step) => !step.done);
  return (
    <Page
      back={`/school/${organisationId}`}
      eyebrow={`${school}. ${sayAcademicYear(academicYear)}`}
      title={`Apply for ${nameOf(application)}`}
      narrow
    >
      {unit === "person" ? <p className="govuk-body-l">For {participants[0]?.name}</p> : null}
      <p>
        {done} of {count(steps.length, "part")} done. Nothing has been sent yet.
        {today > closesOn
          ? ` Applications closed on ${sayDate(closesOn)}.`
          : ` Send it by ${sayDate(closesOn)}.`}
      </p>
      <TaskList
        items={steps.map((step) => ({ title: step.label, href: step.href, status: statusOf(step, steps) }))}
      />
      {next ? <Button href={next.href}>{done === 0 ? "Start" : "Go on"}</Button> : null}
      <p>
        <a href={`/school/applications/${id}/withdraw`}>Withdraw this application</a>
      </p>
    </Page>
  );
}

function statusOf(step: Step, steps: readonly Step[]) {
  if (step.done) return "Completed";
  const ready = steps.every(({ part, done }) => part === "check" || done);
  if (step.part === "check" && !ready) return <StatusTag kind="plain">Cannot start yet</StatusTag>;
  return <StatusTag kind="todo">{step.part === "check" ? "Ready to send" : "To do"}</StatusTag>;
}
