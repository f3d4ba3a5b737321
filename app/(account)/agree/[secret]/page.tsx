import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AgreementForm } from "@/app/_components/agreement-form";
import { Details } from "@/app/_components/details";
import { Page } from "@/app/_components/page";
import { ReleaseCost } from "@/app/_components/release-cost";
import { type AgreementView, findAgreement } from "@/lib/applications/queries/agreement";
import { requestContext } from "@/lib/auth/request-context";
import { sayDate, sayMonth } from "@/lib/kernel/dates";
import { answer } from "./actions";

export const metadata: Metadata = {
  title: "Do you agree to your school taking part?",
  robots: { index: false },
  // Not "no-referrer": a browser then posts a plain form with the origin "null", and the action refuses it.
  referrer: "same-origin",
};

/** For a headteacher with a link: no account, the cost first, and no as easy as yes. Looking does not use the link up. */
export default async function AgreePage({ params }: { readonly params: Promise<{ secret: string }> }) {
  const { secret } = await params;
  const agreement = await findAgreement(await requestContext(), secret);
  if (!agreement) notFound();
  if (agreement.state === "link_used") return <Answered agreement={agreement} />;
  if (agreement.state !== "open") return <NoLonger agreement={agreement} />;
  return <Ask agreement={agreement} secret={secret} />;
}

function Ask({ agreement, secret }: { readonly agreement: AgreementView; readonly secret: string }) {
  const { headName, headTitle, school, askedBy, programme, answerBy } = agreement;
  return (
    <Page
      eyebrow={`For ${headName}, ${headTitle} of ${school}`}
      title="Do you agree to your school taking part?"
      narrow
    >
      <p className="govuk-body-l">
        {askedBy} has applied for <strong>{programme}</strong>, from {sayMonth(agreement.startsOn)} to{" "}
        {sayMonth(agreement.endsOn)}. Your hub needs your answer by <strong>{sayDate(answerBy)}</strong>.
      </p>
      <ReleaseCost {...agreement} />
      <AgreementForm action={answer} hidden={{ secret }} promises={agreement.promises} />
      <Details summary={`I am not the ${headTitle}`}>
        <p>
          Forward the e-mail to the {headTitle}, or ask {askedBy} to send it to the right person. The link
          works once and ends on {sayDate(answerBy)}.
        </p>
      </Details>
      <p className="small muted">We use your name only to record this answer.</p>
    </Page>
  );
}

function Answered({ agreement }: { readonly agreement: AgreementView }) {
  const { answer: given, answeredOn, programme, school, promisedOn, askedBy } = agreement;
  const agreed = given === "agreed";
  return (
    <Page eyebrow={school} title={agreed ? "You have agreed" : "You have not agreed"} narrow>
      <p>
        We have {agreement.answerName}’s answer of {answeredOn ? sayDate(answeredOn) : "before"} about{" "}
        <strong>{programme}</strong>. {askedBy} has been told.
      </p>
      {agreed && promisedOn ? <p>Your hub decides by {sayDate(promisedOn)}.</p> : null}
      <p>
        This link has been used. To change your mind,{" "}
        {agreed ? "ring your hub" : `ask ${askedBy} to send a new one`}
        <Contact agreement={agreement} />.
      </p>
    </Page>
  );
}

function NoLonger({ agreement }: { readonly agreement: AgreementView }) {
  const { school, programme, askedBy, state } = agreement;
  if (state === "not_needed") {
    return (
      <Page eyebrow={school} title="No answer is needed any more" narrow>
        <p>
          The application for <strong>{programme}</strong> has moved on. {askedBy} can tell you where it is.
        </p>
      </Page>
    );
  }
  return (
    <Page eyebrow={school} title="This link no longer works" narrow>
      <p>
        It was about <strong>{programme}</strong>, and it has run out or a newer one was sent. Ask {askedBy}{" "}
        to send a new one.
      </p>
    </Page>
  );
}

function Contact({ agreement: { contact } }: { readonly agreement: AgreementView }) {
  if (!contact) return null;
  return (
    <>
      : {contact.name}, {contact.hubName}
      {contact.telephone ? `, ${contact.telephone}` : null}
    </>
  );
}
