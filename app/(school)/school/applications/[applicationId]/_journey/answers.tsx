import { SummaryList, type SummaryRow } from "@/app/_components/summary-list";
import { headTitleOf } from "@/lib/applications/agreement-rules";
import type { ApplicationView } from "@/lib/applications/queries/application";
import { sayWishes } from "@/lib/applications/say-wishes";
import { capital } from "@/lib/kernel/words";

interface AnswersProps {
  readonly application: ApplicationView;
  /** "check" brings a reader back to checking after a change. */
  readonly from?: "check";
  /** Whether the answers still carry their links. */
  readonly changeable: boolean;
}

/** Everything the school has answered, with the way to change each. */
export function Answers({ application, from, changeable }: AnswersProps) {
  const base = `/school/applications/${application.id}`;
  const tail = from ? `?from=${from}` : "";
  const change = (path: string, what: string): Pick<SummaryRow, "actions"> =>
    changeable
      ? { actions: [{ href: `${base}${path}${tail}`, text: "Change", visuallyHiddenText: what }] }
      : {};
  const wishes = sayWishes(application);
  const unset = "Not answered yet";
  const wish = (said: string) => (application.wishesSaved ? said : unset);
  return (
    <>
      <h2>Your school</h2>
      <SummaryList
        rows={[
          { key: "School", value: <School application={application} /> },
          { key: "Hub", value: application.hub },
          {
            key: capital(headTitleOf(application.kind)),
            value: <Headteacher application={application} />,
            ...(application.headAgreed ? {} : change("/headteacher", "headteacher")),
          },
        ]}
      />
      <h2>People who take part</h2>
      <SummaryList
        rows={[
          {
            key: application.unit === "person" ? "Person" : "People",
            value: <People application={application} />,
            ...(application.unit === "person" ? {} : change("/participants", "people who take part")),
          },
        ]}
      />
      <h2>How you would like to meet</h2>
      <SummaryList
        rows={[
          { key: "Possible days", value: wish(wishes.days), ...change("/wishes", "possible days") },
          { key: "Best days", value: wish(wishes.best), ...change("/wishes/best", "best days") },
          application.meets === "both" && {
            key: "Way of meeting",
            value: wish(wishes.meeting),
            ...change("/wishes/meeting", "way of meeting"),
          },
          application.meets !== "online" && {
            key: "Distance",
            value: wish(wishes.travel),
            ...change("/wishes/travel", "distance"),
          },
          { key: "Hubs", value: wish(wishes.hubs), ...change("/wishes/travel", "hubs") },
          {
            key: "For your hub to know",
            value: application.note ?? "Nothing",
            ...change("/wishes/travel", "what your hub should know"),
          },
        ]}
      />
      <h2>What your school agrees to</h2>
      <SummaryList
        rows={[
          {
            key: "Commitment",
            value: application.commitmentRead ? application.cost : "Not read yet",
            ...change("/commitment", "what your school agrees to"),
          },
        ]}
      />
    </>
  );
}

function School({ application: { school, urn } }: Pick<AnswersProps, "application">) {
  return (
    <>
      {school}
      {urn ? (
        <>
          <br />
          <span className="muted">URN {urn}</span>
        </>
      ) : null}
    </>
  );
}

function Headteacher({
  application: { headName, headEmail, headAgreed, link },
}: Pick<AnswersProps, "application">) {
  if (headAgreed) return <>{link?.answerName}, has agreed</>;
  if (!headName) return <>Not answered yet</>;
  return (
    <>
      {headName}
      <br />
      {headEmail}
    </>
  );
}

function People({ application: { participants, participantsLater } }: Pick<AnswersProps, "application">) {
  if (participants.length === 0) return <>{participantsLater ? "Named later" : "Not answered yet"}</>;
  return (
    <ul className="govuk-list">
      {participants.map(({ id, name, jobTitle }) => (
        <li key={id}>{jobTitle ? `${name}, ${jobTitle}` : name}</li>
      ))}
      {participantsLater ? <li className="muted">Others are named later</li> : null}
    </ul>
  );
}
