import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Conditions } from "@/app/_components/conditions";
import { InsetText } from "@/app/_components/inset-text";
import { Page } from "@/app/_components/page";
import { personIdOf } from "@/lib/access/scope";
import { findStart, type StartQuestion, type StartView } from "@/lib/applications/queries/start";
import { requireActor } from "@/lib/auth/current-user";
import { requestContext } from "@/lib/auth/request-context";
import { sayAcademicYear } from "@/lib/kernel/academic-year";
import { sayDate } from "@/lib/kernel/dates";
import { headlineOf } from "@/lib/programmes/eligibility/headline";
import { StartForm } from "./start-form";

export const metadata: Metadata = { title: "Start an application" };

interface StartPageProps {
  readonly params: Promise<{ organisationId: string; offerId: string }>;
}

export default async function StartPage({ params }: StartPageProps) {
  const { organisationId, offerId } = await params;
  await requireActor(`/school/${organisationId}/apply/${offerId}`);
  const ctx = await requestContext();
  const start = await findStart(ctx, { organisationId, offerId });
  if (!start) notFound();
  const { offer, organisation, evaluation, live } = start;
  const applied = offer.unit === "school" && live[0];
  const name = offer.theme ? `${offer.name}: ${offer.theme}` : offer.name;
  return (
    <Page
      back={`/programmes/${offer.programme}`}
      eyebrow={`${organisation.name}. ${sayAcademicYear(offer.academicYear)}`}
      title={`Apply for ${name}`}
      narrow
    >
      {applied ? (
        <AlreadyApplied id={applied.id} isDraft={applied.decision === "draft"} />
      ) : evaluation.outcome === "open" ? (
        <Open start={start} self={personIdOf(ctx.actor)} />
      ) : (
        <NotOpen start={start} />
      )}
    </Page>
  );
}

function AlreadyApplied({ id, isDraft }: { readonly id: string; readonly isDraft: boolean }) {
  return (
    <InsetText>
      <p>
        {isDraft ? "Your school has started this application." : "Your school has applied for this already."}{" "}
        <a href={`/school/applications/${id}`}>
          {isDraft ? "Go on with it" : "See where it is, or change it"}
        </a>
      </p>
    </InsetText>
  );
}

function Open({ start, self }: { readonly start: StartView; readonly self: string | undefined }) {
  const { offer, organisation, questions, colleagues, evaluation } = start;
  return (
    <>
      <p className="govuk-body-l">{headlineOf(evaluation, offer)}. It takes about 10 minutes.</p>
      <p>You will be asked for:</p>
      <ul className="govuk-list govuk-list--bullet">
        <li>days that suit you, and how far you could travel</li>
        {offer.unit === "school" ? <li>who takes part, or that you name people later</li> : null}
        <li>the name and e-mail address of your headteacher, who is asked to agree</li>
      </ul>
      <p>
        Each part is saved on the way, and others who act for {organisation.name} can go on with it.
        {evaluation.override ? null : ` Send it by ${sayDate(offer.closesOn)}.`}
      </p>
      <StartForm
        organisationId={organisation.id}
        offerId={offer.id}
        forPerson={offer.unit === "person"}
        colleagues={colleagues
          .filter(({ id }) => id !== self)
          .map(({ id, name }) => ({ value: id, label: name }))}
        questions={questions.map((question) => ({ ...question, ...yearsFor(question, offer.academicYear) }))}
      />
    </>
  );
}

/** A year is stated as the calendar year of its September; the last thirty to choose from, and the one to come. */
function yearsFor({ answer }: StartQuestion, academicYear: number) {
  if (answer !== "academic_year") return {};
  const years = Array.from({ length: 30 }, (_, index) => academicYear + 1 - index);
  return { years: years.map((year) => ({ value: String(year), label: sayAcademicYear(year) })) };
}

function NotOpen({ start }: { readonly start: StartView }) {
  const { offer, evaluation } = start;
  const missing = evaluation.conditions.filter(({ state }) => state === "not_yet" || state === "never");
  return (
    <>
      <p className="govuk-body-l">{headlineOf(evaluation, offer)}</p>
      <Conditions
        items={missing.map(({ state, sentence, evidence, route }) => ({
          state,
          sentence,
          evidence: [evidence, route?.sentence].filter(Boolean).join(". "),
        }))}
      />
      <p>
        <a href={`/programmes/${offer.programme}`}>See all the conditions, and how to get there</a>
      </p>
    </>
  );
}
