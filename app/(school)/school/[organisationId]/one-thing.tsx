import type { ReactNode } from "react";
import { Button } from "@/app/_components/button";
import { ButtonForm } from "@/app/_components/button-form";
import type { OwnApplication } from "@/lib/applications/queries/own-applications";
import type { Task } from "@/lib/applications/task-rules";
import { sayDate } from "@/lib/kernel/dates";
import { remindHeadteacher } from "../applications/[applicationId]/_status/actions";

/** The most useful act of a school at this moment, with its last day and the button that does it. */
export function OneThing({ task }: { readonly task: Task<OwnApplication> }) {
  return (
    <section className="panel panel--honey" aria-labelledby="one-thing">
      <h2 id="one-thing">One thing for you</h2>
      <Act task={task} />
    </section>
  );
}

function Act({ task: { kind, application, by } }: { readonly task: Task<OwnApplication> }): ReactNode {
  const at = `/school/applications/${application.id}`;
  const programme = <strong>{application.programme}</strong>;
  switch (kind) {
    case "answer_place":
      return (
        <>
          <p>
            There is a place for you in {programme}
            {application.group ? `: ${application.group}` : ""}. It is held for you
            {by ? ` until ${sayDate(by)}` : ""}.
          </p>
          <Button href={`${at}/place`}>See the group and answer</Button>
        </>
      );
    case "ask_headteacher":
      return <Headteacher application={application} />;
    case "read_suggestion":
      return (
        <>
          <p>
            Your hub suggests <strong>{application.suggestion?.programme}</strong> instead of {programme}, and
            has begun the application for you.
          </p>
          <Button href={at}>Read why, and go on</Button>
        </>
      );
    case "send_draft":
      return (
        <>
          <p>
            Your application for {programme} has not been sent: {application.partsDone} of{" "}
            {application.partsAll} parts are done.
            {by ? ` Send it by ${sayDate(by)}.` : ""}
          </p>
          <Button href={at}>Go on with it</Button>
        </>
      );
  }
}

function Headteacher({ application }: { readonly application: OwnApplication }) {
  const { id, programme, headName, headRefused, headAskedOn, closesOn } = application;
  return (
    <>
      <p>
        {headName} {headRefused ? "did not agree" : "has not agreed yet"} to <strong>{programme}</strong>.
        {headAskedOn && !headRefused ? ` We e-mailed ${headName} on ${sayDate(headAskedOn)}.` : ""}{" "}
        Applications close on {sayDate(closesOn)}.
      </p>
      <ButtonForm action={remindHeadteacher} variant={undefined} fields={{ applicationId: id }}>
        {headRefused ? `Ask ${headName} again` : `Send a reminder to ${headName}`}
      </ButtonForm>
      <p className="small">
        <a href={`/school/applications/${id}`}>See where it is, or send it to somebody else</a>
      </p>
    </>
  );
}
