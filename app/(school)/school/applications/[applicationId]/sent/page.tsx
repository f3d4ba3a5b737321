import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Button } from "@/app/_components/button";
import { Columns } from "@/app/_components/columns";
import { ConfirmationPanel } from "@/app/_components/confirmation-panel";
import { HubContactPanel } from "@/app/_components/hub-contact-panel";
import { Page } from "@/app/_components/page";
import { findHubContact } from "@/lib/hubs/queries";
import { getApplication, type JourneyProps } from "../_journey/get-application";
import { NextSteps } from "../_journey/next-steps";
import { promiseSentence } from "../_journey/promise-sentence";

export const metadata: Metadata = { title: "Application sent" };

export default async function SentPage({ params }: JourneyProps) {
  const { ctx, application } = await getApplication(params, "/sent");
  const { id, decision, reference, organisationId, hubId, phase, assignedTo } = application;
  if (decision === "draft") redirect(`/school/applications/${id}/check`);
  const contact = await findHubContact(ctx, { hubId, phase, preferred: assignedTo });
  return (
    <Page>
      <Columns>
        <div>
          <ConfirmationPanel title="Application sent">
            Your reference: <strong className="mono">{reference}</strong>
            <br />
            {promiseSentence(application, ctx.now)}
          </ConfirmationPanel>
          <h2>What happens next</h2>
          <NextSteps application={application} contact={contact} />
          <p>
            We sent you a copy by e-mail. <a href={`/school/applications/${id}`}>View or print it</a>.
          </p>
          <Button href={`/school/${organisationId}`} variant="secondary">
            Back to our school
          </Button>
        </div>
        <div>{contact ? <HubContactPanel contact={contact} /> : null}</div>
      </Columns>
    </Page>
  );
}
