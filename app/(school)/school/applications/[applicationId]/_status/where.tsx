import type { ReactNode } from "react";
import { Button } from "@/app/_components/button";
import { ButtonForm } from "@/app/_components/button-form";
import { headTitleOf } from "@/lib/applications/agreement-rules";
import type { ApplicationView } from "@/lib/applications/queries/application";
import { answerOf } from "@/lib/applications/reasons";
import type { HubContact } from "@/lib/hubs/queries";
import { londonDate, sayDate } from "@/lib/kernel/dates";
import { remindHeadteacher } from "./actions";

interface WhereProps {
  readonly application: ApplicationView;
  readonly contact: HubContact | undefined;
  readonly now: Date;
}

/** Where an application is, who has it, and by when it moves on. */
export function Where({ application, contact, now }: WhereProps) {
  switch (application.decision) {
    case "draft":
      return null;
    case "awaiting_headteacher":
      return <WithHead application={application} today={londonDate(now)} />;
    case "submitted":
      return <WithHub application={application} contact={contact} today={londonDate(now)} />;
    case "approved":
      return <Approved application={application} />;
    case "redirected":
    case "declined":
      return <Answered application={application} />;
    case "withdrawn":
      return <Withdrawn application={application} />;
  }
}

function Box({
  tone,
  children,
}: {
  readonly tone: "honey" | "tint" | "paper" | "ok";
  readonly children: ReactNode;
}) {
  return (
    <section className={`panel panel--${tone}`} aria-label="Where it is">
      {children}
    </section>
  );
}

function WithHead({ application, today }: { readonly application: ApplicationView; readonly today: string }) {
  const { id, link, kind, headName } = application;
  const refused = link?.answer === "refused";
  return (
    <Box tone="honey">
      <p>
        {refused ? <Refusal application={application} /> : <Asked application={application} today={today} />}
      </p>
      <ButtonForm action={remindHeadteacher} variant="primary" fields={{ applicationId: id }}>
        {refused ? `Ask ${headName} again` : "Send a reminder"}
      </ButtonForm>
      <p className="small">
        <a href={`/school/applications/${id}/headteacher`}>Send it to another {headTitleOf(kind)}</a>
      </p>
    </Box>
  );
}

function Asked({ application: { link, headName }, today }: { application: ApplicationView; today: string }) {
  if (!link || link.expiresOn < today) {
    return (
      <>
        The link we sent to {headName} has run out. Your hub cannot decide before {headName} agrees.
      </>
    );
  }
  return (
    <>
      It is with <strong>{link.headName}</strong>. We e-mailed {link.headEmail} on {sayDate(link.askedOn)},
      and the link works until <strong>{sayDate(link.expiresOn)}</strong>. Your hub cannot decide before that.
    </>
  );
}

function Refusal({ application: { link } }: { application: ApplicationView }) {
  return (
    <>
      <strong>{link?.answerName}</strong> did not agree
      {link?.answeredOn ? ` on ${sayDate(link.answeredOn)}` : ""}.
      {link?.answerNote ? ` “${link.answerNote}”` : ""} Talk it over, then ask again or withdraw.
    </>
  );
}

function WithHub({
  application: { promisedOn },
  contact,
  today,
}: Omit<WhereProps, "now"> & { today: string }) {
  const late = promisedOn !== null && promisedOn < today;
  return (
    <Box tone="tint">
      <p>
        It is with <strong>{contact?.name}</strong>.{" "}
        {late && promisedOn ? (
          <>
            A decision was promised by {sayDate(promisedOn)} and is late. Ring{" "}
            {contact?.telephone ?? "your hub"} to ask about it.
          </>
        ) : (
          <>
            You hear by <strong>{promisedOn ? sayDate(promisedOn) : "the date your hub gives you"}</strong>.
          </>
        )}
      </p>
    </Box>
  );
}

function Approved({ application }: { readonly application: ApplicationView }) {
  const { id, placement, answerBy, placementReason, workGroupId, decisionNote, decidedOn } = application;
  if (placement === "offered") {
    return (
      <Box tone="honey">
        <p>
          There is a place for you. Answer by <strong>{answerBy ? sayDate(answerBy) : ""}</strong>.
        </p>
        <Button href={`/school/applications/${id}/place`}>See the group and answer</Button>
      </Box>
    );
  }
  if (placement === "declined" || placement === "lapsed") {
    return (
      <Box tone="paper">
        <p>
          {placement === "declined"
            ? "You declined the place that you were offered."
            : `The place was held until ${answerBy ? sayDate(answerBy) : "its last date"}, and there was no answer.`}{" "}
          It is free for another school. Ring your hub if you would take a place after all.
        </p>
      </Box>
    );
  }
  if (workGroupId && placement !== "proposed") {
    return (
      <Box tone="ok">
        <p>
          You have a place.{" "}
          <a href={`/school/work-groups/${workGroupId}`}>See your group, its lead and its dates</a>.
        </p>
        {placementReason ? <p>{placementReason}</p> : null}
      </Box>
    );
  }
  return (
    <Box tone="tint">
      <p>
        Your hub approved it{decidedOn ? ` on ${sayDate(decidedOn)}` : ""}.{" "}
        {placement === "waiting"
          ? "You are on the waiting list."
          : "Next, schools are placed in groups. You will hear which one, and why."}
      </p>
      {placementReason ? <p>{placementReason}</p> : null}
      {decisionNote ? <p>Your hub writes: “{decisionNote}”</p> : null}
      {placement === "waiting" ? (
        <a href={`/school/applications/${id}/place`}>Why you wait, and what would change it</a>
      ) : null}
    </Box>
  );
}

function Answered({ application }: { readonly application: ApplicationView }) {
  const { decision, decisionReason, decisionNote, decidedOn, suggestion } = application;
  const answer = answerOf(decision, decisionReason);
  return (
    <Box tone={suggestion ? "honey" : "paper"}>
      <p>
        Your hub answered{decidedOn ? ` on ${sayDate(decidedOn)}` : ""}.{" "}
        {suggestion ? (
          <>
            It suggests <strong>{suggestion.programme}</strong> instead.
          </>
        ) : null}{" "}
        {answer ? `${answer}.` : null}
      </p>
      {decisionNote ? <p>Your hub writes: “{decisionNote}”</p> : null}
      {suggestion ? (
        <Button href={`/school/applications/${suggestion.applicationId}`}>
          Go on with {suggestion.programme}
        </Button>
      ) : (
        <p>
          <a href="/programmes">See what is open to you</a>
        </p>
      )}
    </Box>
  );
}

function Withdrawn({ application: { organisationId, offerId } }: { readonly application: ApplicationView }) {
  return (
    <Box tone="paper">
      <p>
        Your school withdrew this application. Its answers are kept.{" "}
        <a href={`/school/${organisationId}/apply/${offerId}`}>Apply again</a>
      </p>
    </Box>
  );
}
