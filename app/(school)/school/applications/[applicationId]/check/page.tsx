import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Page } from "@/app/_components/page";
import type { ApplicationView } from "@/lib/applications/queries/application";
import { promiseDate } from "@/lib/applications/rules";
import { londonDate, sayDate } from "@/lib/kernel/dates";
import { Answers } from "../_journey/answers";
import { getApplication, type JourneyProps } from "../_journey/get-application";
import { nameOf, type Step, stepsOf } from "../_journey/steps";
import { SendForm } from "./send-form";

export const metadata: Metadata = { title: "Check your answers" };

export default async function CheckPage({ params }: JourneyProps) {
  const { ctx, application } = await getApplication(params, "/check");
  const { id, decision, organisationId, version } = application;
  if (decision !== "draft") redirect(`/school/applications/${id}`);
  const missing = stepsOf(application).filter(({ part, done }) => part !== "check" && !done);
  return (
    <Page back={`/school/applications/${id}`} eyebrow={nameOf(application)} title="Check your answers" narrow>
      <p>Nothing has been sent yet.</p>
      <Answers application={application} from="check" changeable />
      <h2>Send your application</h2>
      {missing.length > 0 ? (
        <Missing missing={missing} />
      ) : (
        <>
          <WhatHappens application={application} today={londonDate(ctx.now)} />
          <SendForm applicationId={id} version={version} home={`/school/${organisationId}`} />
        </>
      )}
    </Page>
  );
}

function Missing({ missing }: { readonly missing: readonly Step[] }) {
  return (
    <>
      <p>Finish these parts first:</p>
      <ul className="govuk-list govuk-list--bullet">
        {missing.map(({ part, label, href }) => (
          <li key={part}>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ul>
    </>
  );
}

function WhatHappens({
  application,
  today,
}: {
  readonly application: ApplicationView;
  readonly today: string;
}) {
  const { headAgreed, headName, decisionsOn } = application;
  const promised = sayDate(promiseDate(today, decisionsOn));
  return (
    <p>
      {headAgreed ? (
        <>
          When you send this today, your hub decides by <strong>{promised}</strong>.
        </>
      ) : (
        <>
          When you send this, we e-mail {headName} for agreement. If that comes today, your hub decides by{" "}
          <strong>{promised}</strong>.
        </>
      )}{" "}
      You can change or withdraw it until then.
    </p>
  );
}
