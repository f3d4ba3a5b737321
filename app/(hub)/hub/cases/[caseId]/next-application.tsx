import { ButtonForm } from "@/app/_components/button-form";
import type { CaseView } from "@/lib/referrals/queries/cases";
import { stageAfter } from "@/lib/referrals/rules";
import { sendNextApplication } from "./actions";

/** What follows a case that closed as ready. */
export function NextApplication({ found }: { readonly found: CaseView }) {
  const stage = found.status === "closed" && found.outcome ? stageAfter(found.outcome) : undefined;
  if (!stage) return null;
  const name = stage === "development" ? "Development" : "Mastery Readiness";
  return (
    <section className="panel panel--tint" aria-labelledby="next">
      <h2 id="next">Next: {name}</h2>
      {found.nextApplicationId ? (
        <p>
          The application has been started. The school finishes it and sends it; the lead of its group will
          read the handover summary, not the notes.
        </p>
      ) : null}
      {!found.nextApplicationId && found.may.startNext ? (
        <>
          <p>The school is told by e-mail, finishes the application and sends it.</p>
          <ButtonForm
            action={sendNextApplication}
            variant="primary"
            fields={{ caseId: found.id }}
            label="Start the next application"
          >
            Start the application for {name}
          </ButtonForm>
        </>
      ) : null}
    </section>
  );
}
