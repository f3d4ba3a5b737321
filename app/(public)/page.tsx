import type { Metadata } from "next";
import Link from "next/link";
import { Page } from "@/app/_components/page";
import { isDemonstration } from "@/lib/kernel/env";

export const metadata: Metadata = { title: "Find a maths group for your school" };

const steps = [
  { title: "Apply once", text: "Your school says which days it could attend and how far it would travel." },
  {
    title: "Your headteacher agrees",
    text: "By a link in an email, with the cost in days first. No account is needed.",
  },
  { title: "Your hub places you", text: "In a Work Group with a named lead, and with the reason in words." },
  {
    title: "See your journey",
    text: "From Readiness to Sustaining, year by year, with dates for your calendar.",
  },
];

export default function HomePage() {
  return (
    <Page title="Maths professional development for England’s schools" narrow>
      <p className="govuk-body-l">
        Forty Maths Hubs run Work Groups in which schools learn together. This is where a school’s maths lead,
        the leads of groups and the hubs meet. It is free to state-funded schools and colleges.
      </p>
      <p>
        <Link className="govuk-button" role="button" href="/sign-in">
          Sign in
        </Link>
      </p>
      {isDemonstration() ? (
        <p>
          This is a demonstration.{" "}
          <Link className="govuk-link" href="/personas">
            Sign in as one of its people
          </Link>
          .
        </p>
      ) : null}
      <h2>How it works</h2>
      <ol className="govuk-list govuk-list--number">
        {steps.map((step) => (
          <li key={step.title}>
            <strong>{step.title}.</strong> {step.text}
          </li>
        ))}
      </ol>
      <p>
        No access yet?{" "}
        <Link className="govuk-link" href="/get-access">
          Ask your hub to vouch for you
        </Link>
        .
      </p>
    </Page>
  );
}
