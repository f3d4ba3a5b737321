import type { Metadata } from "next";
import { AgreementForm } from "@/app/_components/agreement-form";
import { ReleaseCost } from "@/app/_components/release-cost";
import { headTitleOf, promisesOf } from "@/lib/applications/agreement-rules";
import { canAnswerInPerson } from "@/lib/applications/policy";
import type { ApplicationView } from "@/lib/applications/queries/application";
import { sayDate } from "@/lib/kernel/dates";
import { getApplication, type JourneyProps } from "../_journey/get-application";
import { placeOf } from "../_journey/place-of";
import { StepPage } from "../_journey/step-page";
import { eyebrowOf } from "../_journey/steps";
import { answerHere } from "./actions";
import { HeadteacherForm } from "./headteacher-form";

export const metadata: Metadata = { title: "Your headteacher" };

export default async function HeadteacherPage({ params, searchParams }: JourneyProps) {
  const { ctx, application } = await getApplication(params, "/headteacher");
  const place = placeOf(application, "headteacher", (await searchParams).from);
  return (
    <StepPage application={application} part="headteacher">
      {application.headAgreed ? (
        <Agreed application={application} />
      ) : canAnswerInPerson(ctx.actor, application) ? (
        <InPerson application={application} />
      ) : (
        <HeadteacherForm
          place={place}
          head={headTitleOf(application.kind)}
          values={headValues(application)}
        />
      )}
    </StepPage>
  );
}

/** What was saved, or who holds the role here. */
function headValues({ headName, headEmail, knownHead }: ApplicationView) {
  return { headName: headName ?? knownHead?.name ?? "", headEmail: headEmail ?? knownHead?.email ?? "" };
}

function Agreed({ application }: { readonly application: ApplicationView }) {
  const { link, id, decision } = application;
  return (
    <>
      <p className="eyebrow">{eyebrowOf(application, "headteacher")}</p>
      <h1 className="govuk-heading-l">{link?.answerName} has agreed</h1>
      <p>
        The answer of {link?.answeredOn ? sayDate(link.answeredOn) : "before"} is kept with the application.
      </p>
      <p>
        <a href={decision === "draft" ? `/school/applications/${id}/check` : `/school/applications/${id}`}>
          {decision === "draft" ? "Go on to check and send" : "Back to the application"}
        </a>
      </p>
    </>
  );
}

function InPerson({ application }: { readonly application: ApplicationView }) {
  const { id, decision } = application;
  return (
    <>
      <p className="eyebrow">{eyebrowOf(application, "headteacher")}</p>
      <h1 className="govuk-heading-l">Do you agree to your school taking part?</h1>
      <ReleaseCost {...application} people={application.participants.map(({ name }) => name)} />
      <AgreementForm
        action={answerHere}
        hidden={{ applicationId: id, isDraft: decision === "draft" ? "yes" : "no" }}
        promises={promisesOf(application.commitmentText)}
      />
    </>
  );
}
