import type { ApplicationView } from "@/lib/applications/queries/application";
import type { HubContact } from "@/lib/hubs/queries";
import { sayDate } from "@/lib/kernel/dates";

interface NextStepsProps {
  readonly application: ApplicationView;
  readonly contact: HubContact | undefined;
}

/** What happens after sending, step by step, with who does it and by when. */
export function NextSteps({ application, contact }: NextStepsProps) {
  const { headAgreed, link, promisedOn, hub } = application;
  const reader = contact && contact.name !== contact.hubName ? contact.name : hub;
  return (
    <ol className="reasons">
      {headAgreed ? null : (
        <li>
          <p>
            <strong>
              {link?.headName} agrees{link ? `, by ${sayDate(link.expiresOn)}` : null}
            </strong>
            We have e-mailed {link?.headEmail}. Your hub cannot decide before that.
          </p>
        </li>
      )}
      <li>
        <p>
          <strong>Your hub reads your application</strong>
          {reader} may ring you with a question.
        </p>
      </li>
      <li>
        <p>
          <strong>{promisedOn ? `You hear by ${sayDate(promisedOn)}` : "You hear from your hub"}</strong>
          Your hub approves it, or says why not and what you could do instead.
        </p>
      </li>
      <li>
        <p>
          <strong>You are placed in a group</strong>
          You hear which group, with its lead, its dates and the reasons, or why you wait. Then you accept.
        </p>
      </li>
    </ol>
  );
}
