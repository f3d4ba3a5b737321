import { Button } from "@/app/_components/button";
import { StatusTag } from "@/app/_components/status-tag";
import { sayDate } from "@/lib/kernel/dates";
import type { LiveApplication } from "@/lib/programmes/eligibility/facts";

/** The school's application for this offer, in place of a second one. */
export function Applied({
  application,
  name,
}: {
  readonly application: LiveApplication;
  readonly name: string;
}) {
  const { heading, told, button } = wordsFor(application);
  return (
    <section className="panel panel--tint" aria-labelledby="verdict">
      <p>
        <StatusTag kind={application.decision === "draft" ? "plain" : "wait"}>
          {application.decision === "draft" ? `Started by ${name}` : `${name} has applied`}
        </StatusTag>
      </p>
      <h2 id="verdict">{heading}</h2>
      <p>{told}</p>
      <p>
        <Button href={`/school/applications/${application.id}`}>{button}</Button>
      </p>
    </section>
  );
}

interface Words {
  readonly heading: string;
  readonly told: string;
  readonly button: string;
}

function wordsFor({ decision, placement, promisedOn, answerBy }: LiveApplication): Words {
  if (decision === "draft")
    return {
      heading: "Your application is not sent yet",
      told: "What you have written is saved.",
      button: "Go on with your application",
    };
  if (decision === "awaiting_headteacher")
    return {
      heading: "Your headteacher has not agreed yet",
      told: "The application goes to your hub when the headteacher has agreed.",
      button: "See your application",
    };
  if (placement === "offered" && answerBy)
    return {
      heading: `You have a place: answer by ${sayDate(answerBy)}`,
      told: "The place is held for you until then.",
      button: "See your place",
    };
  if (decision === "submitted" && promisedOn)
    return {
      heading: `You will hear by ${sayDate(promisedOn)}`,
      told: "Your application is with your hub.",
      button: "See your application",
    };
  return {
    heading: "Your hub has approved your application",
    told: "Your application says what comes next.",
    button: "See your application",
  };
}
