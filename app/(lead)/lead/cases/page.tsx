import type { Metadata } from "next";
import { Page } from "@/app/_components/page";
import { requireRole } from "@/lib/auth/current-user";
import { requestContext } from "@/lib/auth/request-context";
import { sayDate } from "@/lib/kernel/dates";
import { listCases } from "@/lib/referrals/queries/cases";
import { caseStatusNames, caseStepNames } from "@/lib/referrals/rules";

export const metadata: Metadata = { title: "My cases" };

export default async function CasesPage() {
  const actor = await requireRole(["intensive_support_partner"], "/lead/cases");
  const cases = await listCases(await requestContext(), { mine: actor.personId, page: 1 });
  return (
    <Page title="My cases">
      {cases.total === 0 ? (
        <p>You support no school at present. Your hub assigns you, and the school appears here.</p>
      ) : null}
      {cases.rows.map((row) => (
        <section key={row.id} className="panel" aria-labelledby={row.id}>
          <h2 id={row.id}>
            <a className="govuk-link" href={`/hub/cases/${row.id}`}>
              {row.school}
            </a>
          </h2>
          <p>
            {caseStatusNames[row.status]}, {caseStepNames[row.step]}.{" "}
            {row.nextVisitOn ? `Next visit ${sayDate(row.nextVisitOn)}` : "No visit is planned"}.
          </p>
        </section>
      ))}
    </Page>
  );
}
