import type { Metadata } from "next";
import { Page } from "@/app/_components/page";

export const metadata: Metadata = { title: "Your hub has your request" };

/** The same words for everybody who asks, whatever we know of the address. */
export default function AskedPage() {
  return (
    <Page title="Your hub has your request" narrow>
      <p className="govuk-body-l">We have sent you an email that says so.</p>
      <h2>What happens next</h2>
      <p>
        Somebody at your Maths Hub checks that you work at the school. You get an email with the answer, and
        can then sign in with the address you gave.
      </p>
      <p>
        Meanwhile you can <a href="/programmes">look at the programmes</a>.
      </p>
    </Page>
  );
}
